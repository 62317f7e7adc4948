// (:Claim)-[:CONTRADICTS {reason: 'opposite_position'}]->(:Claim): the same holder for and against the same target and topics since the same day;
// a change from one day to a later one is a change of stance, no contradiction
UNWIND $given.facts AS id
MATCH (s:Stance {id: id}) USING INDEX SEEK s:Stance(id)
CALL (s) { MATCH (s)<-[:STATES]-()-[old:CONTRADICTS {reason: 'opposite_position'}]-() DELETE old }
WITH s WHERE s.slot IS NOT NULL
// One slot: the same target, topics and date.
MATCH (t:Fact {slot: s.slot}) USING INDEX SEEK t:Fact(slot)
WHERE s <> t AND s.polarity * t.polarity < 0
WITH s, t WHERE EXISTS { (s)-[:HELD_BY]->()<-[:HELD_BY]-(t) }
MATCH (c)-[:STATES {affirmed: true}]->(s), (d)-[:STATES {affirmed: true}]->(t)
WHERE c.modality = 'asserted' AND d.modality = 'asserted'
WITH DISTINCT CASE WHEN c.id < d.id THEN c ELSE d END AS one, CASE WHEN c.id < d.id THEN d ELSE c END AS other
MERGE (one)-[x:CONTRADICTS {derived: true, reason: 'opposite_position'}]->(other)
SET x.day = CASE WHEN one.said_on > other.said_on THEN one.said_on ELSE other.said_on END, x.claim = one.id, x.other = other.id
