// (:Declaration)-[:DECLARES]->(:Actor|:Topic|:Outlet|:Place): declarations that are new
UNWIND $given.rows AS row
CREATE (d:Declaration {id: row.id})
SET d += row.properties, d.recorded_at = $given.recorded_at
FOREACH (id IN CASE row.label WHEN 'Actor' THEN [row.target] ELSE [] END | MERGE (n:Actor {id: id}) CREATE (d)-[:DECLARES]->(n))
FOREACH (id IN CASE row.label WHEN 'Topic' THEN [row.target] ELSE [] END | MERGE (n:Topic {id: id}) CREATE (d)-[:DECLARES]->(n))
FOREACH (id IN CASE row.label WHEN 'Outlet' THEN [row.target] ELSE [] END | MERGE (n:Outlet {id: id}) CREATE (d)-[:DECLARES]->(n))
FOREACH (id IN CASE row.label WHEN 'Place' THEN [row.target] ELSE [] END | MERGE (n:Place {id: id}) CREATE (d)-[:DECLARES]->(n))
