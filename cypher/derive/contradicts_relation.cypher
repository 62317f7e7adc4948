// (:Claim)-[:CONTRADICTS {reason: 'exclusive_relation'}]->(:Claim): two relations of which the type allows one at a time, both dated and overlapping
UNWIND $facts AS id
MATCH (r:Relation {id: id})
CALL (r) { MATCH (r)<-[:STATES]-(:Claim)-[old:CONTRADICTS {reason: 'exclusive_relation'}]-(:Claim) DELETE old }
WITH r, $exclusive[r.type] AS parts WHERE parts IS NOT NULL AND r.valid_from IS NOT NULL
MATCH (r)-[:SUBJECT|OBJECT]->(end)<-[:SUBJECT|OBJECT]-(q:Relation {type: r.type})
WHERE r <> q AND q.valid_from IS NOT NULL
  AND ('subject' IN parts) = EXISTS { (r)-[:SUBJECT]->(end)<-[:SUBJECT]-(q) }
  AND ('object' IN parts) = EXISTS { (r)-[:OBJECT]->(end)<-[:OBJECT]-(q) }
  AND NOT EXISTS { (r)-[:SUBJECT]->(x)<-[:SUBJECT]-(q) WHERE EXISTS { (r)-[:OBJECT]->(y)<-[:OBJECT]-(q) } }
  AND (NOT 'title' IN parts OR r.title = q.title)
  AND r.valid_from < coalesce(q.valid_to, date('9999-12-31')) AND q.valid_from < coalesce(r.valid_to, date('9999-12-31'))
  // A month or year of change belongs to both office-holders: only full precision tells who was late.
  AND NOT (r.precision <> 'day' OR q.precision <> 'day')
MATCH (c:Claim)-[:STATES {affirmed: true}]->(r), (d:Claim)-[:STATES {affirmed: true}]->(q)
WHERE c.retracted_at IS NULL AND d.retracted_at IS NULL AND c.status = 'accepted' AND d.status = 'accepted'
WITH DISTINCT CASE WHEN c.id < d.id THEN c ELSE d END AS one, CASE WHEN c.id < d.id THEN d ELSE c END AS other
MERGE (one)-[:CONTRADICTS {derived: true, reason: 'exclusive_relation'}]->(other)
