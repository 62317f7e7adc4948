// (:Claim)-[:CONTRADICTS {reason: 'opposite_position'}]->(:Claim): the same holder for and against the same target and topics on overlapping days;
// a change from one day to a later one is a change of stance, no contradiction
UNWIND $given.facts AS id
MATCH (s:Stance {id: id}) USING INDEX SEEK s:Stance(id)
CALL (s) { MATCH (s)<-[:STATES]-()-[old:CONTRADICTS {reason: 'opposite_position'}]-() DELETE old }
WITH s
MATCH (s)-[:HELD_BY]->()<-[:HELD_BY]-(t)
WHERE s <> t AND s.polarity * t.polarity < 0 AND s.since = t.since
  AND EXISTS { (s)-[:TOWARD]->(x)<-[:TOWARD]-(t) }
  AND COLLECT { MATCH (s)-[:ABOUT]->(x) RETURN x.id ORDER BY x.id } = COLLECT { MATCH (t)-[:ABOUT]->(x) RETURN x.id ORDER BY x.id }
MATCH (c)-[:STATES {affirmed: true}]->(s), (d)-[:STATES {affirmed: true}]->(t)
WHERE c.retracted_at IS NULL AND d.retracted_at IS NULL AND c.status = 'accepted' AND d.status = 'accepted'
  AND c.modality = 'asserted' AND d.modality = 'asserted'
WITH DISTINCT CASE WHEN c.id < d.id THEN c ELSE d END AS one, CASE WHEN c.id < d.id THEN d ELSE c END AS other
MERGE (one)-[:CONTRADICTS {derived: true, reason: 'opposite_position'}]->(other)
