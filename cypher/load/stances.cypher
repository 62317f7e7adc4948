// (:Stance:Fact)-[:HELD_BY]->(:Actor), -[:TOWARD]->(:Actor|:Topic|:Fact), -[:ABOUT]->(:Topic): facts that are new
UNWIND $given.rows AS row
MERGE (f:Fact {id: row.id})
SET f:Stance, f += row.properties, f.slot = row.slot, f.valid_from = date(row.properties.valid_from), f.valid_to = date(row.properties.valid_to)
FOREACH (id IN row.roles.holders | MERGE (a:Actor {id: id}) CREATE (f)-[:HELD_BY]->(a))
FOREACH (id IN row.roles.actor_targets | MERGE (a:Actor {id: id}) CREATE (f)-[:TOWARD]->(a))
FOREACH (id IN row.roles.topic_targets | MERGE (t:Topic {id: id}) CREATE (f)-[:TOWARD]->(t))
FOREACH (id IN row.roles.fact_targets | MERGE (g:Fact {id: id}) CREATE (f)-[:TOWARD]->(g))
FOREACH (id IN row.roles.topics | MERGE (t:Topic {id: id}) CREATE (f)-[:ABOUT]->(t))
