// (:Claim)-[:STATES]->(:Fact), -[:SPOKEN_BY]->(:Actor), -[:CREDITS]->(:Outlet): claims that are new; their facts are there already
UNWIND $given.rows AS row
MATCH (f:Fact {id: row.fact}) USING INDEX SEEK f:Fact(id)
CREATE (c:Claim {id: row.id})
SET c += row.properties, c.recorded_at = $given.recorded_at
CREATE (c)-[:STATES {affirmed: row.properties.affirmed}]->(f)
FOREACH (id IN row.speakers | MERGE (a:Actor {id: id}) CREATE (c)-[:SPOKEN_BY]->(a))
FOREACH (id IN row.credits | MERGE (o:Outlet {id: id}) CREATE (c)-[:CREDITS]->(o))
