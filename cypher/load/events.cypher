// (:Event:Fact)-[:INITIATED_BY]->(:Actor), -[:DIRECTED_AT]->(:Actor), -[:AT]->(:Place), -[:ABOUT]->(:Topic)
UNWIND $rows AS row
MERGE (f:Fact {id: row.id})
ON CREATE SET f:Event, f += row.properties, f.valid_from = date(row.properties.valid_from), f.valid_to = date(row.properties.valid_to)
FOREACH (id IN row.roles.initiators | MERGE (a:Actor {id: id}) MERGE (f)-[:INITIATED_BY]->(a))
FOREACH (id IN row.roles.recipients | MERGE (a:Actor {id: id}) MERGE (f)-[:DIRECTED_AT]->(a))
FOREACH (id IN row.roles.places | MERGE (p:Place {id: id}) MERGE (f)-[:AT]->(p))
FOREACH (id IN row.roles.topics | MERGE (t:Topic {id: id}) MERGE (f)-[:ABOUT]->(t))
