// (:Retraction)-[:RETRACTS]->(:Publication)
UNWIND $given.rows AS row
MERGE (p:Publication {id: row.publication})
ON CREATE SET p.key = row.key
FOREACH (_ IN CASE row.kind WHEN 'article' THEN [1] ELSE [] END | SET p:Article)
FOREACH (_ IN CASE row.kind WHEN 'dataset' THEN [1] ELSE [] END | SET p:Dataset)
MERGE (r:Retraction {id: row.id})
ON CREATE SET r.reason = row.reason, r.recorded_at = $given.recorded_at, r.fresh = true
MERGE (r)-[:RETRACTS]->(p)
WITH p, r WHERE r.fresh
REMOVE r.fresh
RETURN DISTINCT p.id AS id
