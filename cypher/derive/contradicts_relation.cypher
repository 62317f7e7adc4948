// (:Claim)-[:CONTRADICTS {reason: 'exclusive_relation'}]->(:Claim): two relations of which the type allows one at a time, both dated to the day and overlapping
UNWIND $given.facts AS id
MATCH (r:Relation {id: id}) USING INDEX SEEK r:Relation(id)
CALL (r) { MATCH (r)<-[:STATES]-()-[old:CONTRADICTS {reason: 'exclusive_relation'}]-() DELETE old }
WITH r WHERE r.slot IS NOT NULL
// One slot: the same type and the ends and title that only one may have at a time.
MATCH (q:Fact {slot: r.slot}) USING INDEX SEEK q:Fact(slot)
WHERE r <> q AND r.valid_from < coalesce(q.valid_to, date('9999-12-31')) AND q.valid_from < coalesce(r.valid_to, date('9999-12-31'))
WITH r, q
WHERE NOT (EXISTS { (r)-[:SUBJECT]->()<-[:SUBJECT]-(q) } AND EXISTS { (r)-[:OBJECT]->()<-[:OBJECT]-(q) })
MATCH (c)-[:STATES {affirmed: true}]->(r), (d)-[:STATES {affirmed: true}]->(q)
WITH DISTINCT CASE WHEN c.id < d.id THEN c ELSE d END AS one, CASE WHEN c.id < d.id THEN d ELSE c END AS other
MERGE (one)-[x:CONTRADICTS {derived: true, reason: 'exclusive_relation'}]->(other)
SET x.day = CASE WHEN one.said_on > other.said_on THEN one.said_on ELSE other.said_on END, x.claim = one.id, x.other = other.id
