// (:Revision)-[:REVISION_OF]->(:Article|:Dataset)
UNWIND $given.rows AS row
MERGE (p:Publication {id: row.id})
ON CREATE SET p.key = row.key
FOREACH (_ IN CASE row.kind WHEN 'article' THEN [1] ELSE [] END | SET p:Article)
FOREACH (_ IN CASE row.kind WHEN 'dataset' THEN [1] ELSE [] END | SET p:Dataset)
MERGE (r:Revision {id: row.revision})
ON CREATE SET r += row.properties, r.order = row.order, r.outlet = row.outlet, r.credits = row.credits, r.public_on = row.public_on,
              r.recorded_at = $given.recorded_at, r.fresh = true
MERGE (r)-[:REVISION_OF]->(p)
// The same revision may come again with its text: then sentences can be shown that could only be located before.
WITH p, r, row, coalesce(r.fresh, false) AS fresh, row.text IS NOT NULL AND r.text IS NULL AS told
FOREACH (_ IN CASE WHEN told THEN [1] ELSE [] END | SET r.text = row.text)
REMOVE r.fresh
WITH p, fresh, told WHERE fresh OR told
RETURN DISTINCT p.id AS id
