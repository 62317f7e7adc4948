// (:Measure:Fact)-[:OF]->(:Actor), -[:WITH]->(:Actor), -[:ABOUT]->(:Topic): facts that are new
UNWIND $given.rows AS row
MERGE (f:Fact {id: row.id})
SET f:Measure, f += row.properties, f.slot = row.slot, f.valid_from = date(row.properties.valid_from), f.valid_to = date(row.properties.valid_to)
FOREACH (id IN row.roles.of | MERGE (a:Actor {id: id}) CREATE (f)-[:OF]->(a))
FOREACH (id IN row.roles.with | MERGE (a:Actor {id: id}) CREATE (f)-[:WITH]->(a))
FOREACH (id IN row.roles.topics | MERGE (t:Topic {id: id}) CREATE (f)-[:ABOUT]->(t))
