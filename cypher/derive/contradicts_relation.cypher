// (:Claim)-[:CONTRADICTS {reason: 'exclusive_relation'}]->(:Claim): two relations of which the type allows one at a time, both dated and overlapping
UNWIND $given.facts AS id
MATCH (r:Relation {id: id}) USING INDEX SEEK r:Relation(id)
CALL (r) { MATCH (r)<-[:STATES]-()-[old:CONTRADICTS {reason: 'exclusive_relation'}]-() DELETE old }
// A month or year of change belongs to both office-holders: only full precision tells who was late.
WITH r, $given.exclusive[r.type] AS parts WHERE parts IS NOT NULL AND r.valid_from IS NOT NULL AND r.precision = 'day'
CALL (r, parts) {
  WITH r, parts WHERE 'object' IN parts
  MATCH (r)-[:OBJECT]->()<-[:OBJECT]-(q) RETURN q, 'subject' AS other
  UNION ALL
  WITH r, parts WHERE 'subject' IN parts
  MATCH (r)-[:SUBJECT]->()<-[:SUBJECT]-(q) RETURN q, 'object' AS other
}
WITH r, q, other
WHERE q.type = r.type AND q.precision = 'day' AND (NOT 'title' IN $given.exclusive[r.type] OR r.title = q.title) AND q.valid_from IS NOT NULL
  AND r.valid_from < coalesce(q.valid_to, date('9999-12-31')) AND q.valid_from < coalesce(r.valid_to, date('9999-12-31'))
WITH r, q, other
WHERE CASE other WHEN 'subject' THEN NOT EXISTS { (r)-[:SUBJECT]->()<-[:SUBJECT]-(q) } ELSE NOT EXISTS { (r)-[:OBJECT]->()<-[:OBJECT]-(q) } END
MATCH (c)-[:STATES {affirmed: true}]->(r), (d)-[:STATES {affirmed: true}]->(q)
WHERE c.retracted_at IS NULL AND d.retracted_at IS NULL AND c.status = 'accepted' AND d.status = 'accepted'
WITH DISTINCT CASE WHEN c.id < d.id THEN c ELSE d END AS one, CASE WHEN c.id < d.id THEN d ELSE c END AS other
MERGE (one)-[:CONTRADICTS {derived: true, reason: 'exclusive_relation'}]->(other)
