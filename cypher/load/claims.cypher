// (:Claim)-[:STATES]->(:Fact), -[:FROM]->(:Publication), -[:SPOKEN_BY]->(:Actor), -[:CREDITS]->(:Outlet); the facts are there already
UNWIND $rows AS row
MATCH (p:Publication {id: row.publication})
MATCH (r:Revision {id: row.revision})
MATCH (f:Fact {id: row.fact})
MERGE (c:Claim {id: row.id})
ON CREATE SET c += row.properties, c.recorded_at = $recorded_at
MERGE (c)-[s:STATES]->(f) ON CREATE SET s.affirmed = row.properties.affirmed
FOREACH (id IN row.speakers | MERGE (a:Actor {id: id}) MERGE (c)-[:SPOKEN_BY]->(a))
FOREACH (id IN row.credits | MERGE (o:Outlet {id: id}) MERGE (c)-[:CREDITS]->(o))
MERGE (c)-[from:FROM {revision: row.revision, place: row.place}]->(p)
ON CREATE SET from += row.locator, from.recorded_at = $recorded_at, from.fresh = true
WITH c, from, row, p, r WHERE from.fresh
REMOVE from.fresh
WITH c, from, row, CASE WHEN r.superseded_at IS NULL THEN p.retracted_at
                        WHEN p.retracted_at IS NULL OR r.superseded_at < p.retracted_at THEN r.superseded_at
                        ELSE p.retracted_at END AS ended
SET from.retracted_at = CASE WHEN ended IS NULL THEN null WHEN ended < from.recorded_at THEN from.recorded_at ELSE ended END
RETURN DISTINCT c.id AS id
