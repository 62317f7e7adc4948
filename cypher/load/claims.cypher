// (:Claim)-[:SPOKEN_BY]->(:Actor), -[:CREDITS]->(:Outlet): claims that are new; which fact they state follows once they stand somewhere
UNWIND $given.rows AS row
CREATE (c:Claim {id: row.id})
SET c += row.properties, c.loaded_as = row.properties.status, c.recorded_at = $given.recorded_at
FOREACH (id IN row.speakers | MERGE (a:Actor {id: id}) CREATE (c)-[:SPOKEN_BY]->(a))
FOREACH (id IN row.credits | MERGE (o:Outlet {id: id}) CREATE (c)-[:CREDITS]->(o))
