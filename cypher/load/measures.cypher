// (:Measure:Fact)-[:OF]->(:Actor), -[:WITH]->(:Actor), -[:ABOUT]->(:Topic)
UNWIND $rows AS row
MERGE (f:Fact {id: row.id})
ON CREATE SET f:Measure, f += row.properties, f.valid_from = date(row.properties.valid_from), f.valid_to = date(row.properties.valid_to)
FOREACH (id IN row.roles.of | MERGE (a:Actor {id: id}) MERGE (f)-[:OF]->(a))
FOREACH (id IN row.roles.with | MERGE (a:Actor {id: id}) MERGE (f)-[:WITH]->(a))
FOREACH (id IN row.roles.topics | MERGE (t:Topic {id: id}) MERGE (f)-[:ABOUT]->(t))
