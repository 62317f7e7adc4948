// (:Revision)-[:REVISION_OF]->(:Article|:Dataset)
UNWIND $given.rows AS row
MERGE (p:Publication {id: row.id})
ON CREATE SET p.key = row.key
FOREACH (_ IN CASE row.kind WHEN 'article' THEN [1] ELSE [] END | SET p:Article)
FOREACH (_ IN CASE row.kind WHEN 'dataset' THEN [1] ELSE [] END | SET p:Dataset)
MERGE (r:Revision {id: row.revision})
ON CREATE SET r += row.properties, r.order = row.order, r.outlet = row.outlet, r.credits = row.credits,
              r.recorded_at = $given.recorded_at, r.fresh = true
FOREACH (_ IN CASE WHEN row.text IS NULL OR r.text IS NOT NULL THEN [] ELSE [1] END | SET r.text = row.text)
MERGE (r)-[:REVISION_OF]->(p)
WITH p, r WHERE r.fresh
REMOVE r.fresh
RETURN DISTINCT p.id AS id
