// (:Declaration)-[:FROM]->(:Publication); what it declares is linked by the statement of its kind
UNWIND $rows AS row
MATCH (p:Publication {id: row.publication})
MATCH (r:Revision {id: row.revision})
MERGE (d:Declaration {id: row.id})
ON CREATE SET d += row.properties, d.recorded_at = $recorded_at
FOREACH (id IN CASE row.label WHEN 'Actor' THEN [row.target] ELSE [] END | MERGE (n:Actor {id: id}) MERGE (d)-[:DECLARES]->(n))
FOREACH (id IN CASE row.label WHEN 'Topic' THEN [row.target] ELSE [] END | MERGE (n:Topic {id: id}) MERGE (d)-[:DECLARES]->(n))
FOREACH (id IN CASE row.label WHEN 'Outlet' THEN [row.target] ELSE [] END | MERGE (n:Outlet {id: id}) MERGE (d)-[:DECLARES]->(n))
FOREACH (id IN CASE row.label WHEN 'Place' THEN [row.target] ELSE [] END | MERGE (n:Place {id: id}) MERGE (d)-[:DECLARES]->(n))
MERGE (d)-[from:FROM {revision: row.revision}]->(p)
ON CREATE SET from.recorded_at = $recorded_at, from.fresh = true
WITH d, from, p, r WHERE from.fresh
REMOVE from.fresh
WITH d, from, CASE WHEN r.superseded_at IS NULL THEN p.retracted_at
                   WHEN p.retracted_at IS NULL OR r.superseded_at < p.retracted_at THEN r.superseded_at
                   ELSE p.retracted_at END AS ended
SET from.retracted_at = CASE WHEN ended IS NULL THEN null WHEN ended < from.recorded_at THEN from.recorded_at ELSE ended END
RETURN DISTINCT d.id AS id
