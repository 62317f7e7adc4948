// (:Relation:Fact)-[:SUBJECT]->(:Actor), -[:OBJECT]->(:Actor|:Place), -[:ABOUT]->(:Topic): facts that are new
UNWIND $given.rows AS row
MERGE (f:Fact {id: row.id})
SET f:Relation, f += row.properties, f.slot = row.slot, f.valid_from = date(row.properties.valid_from), f.valid_to = date(row.properties.valid_to)
FOREACH (id IN row.roles.subjects | MERGE (a:Actor {id: id}) CREATE (f)-[:SUBJECT]->(a))
FOREACH (id IN row.roles.actor_objects | MERGE (a:Actor {id: id}) CREATE (f)-[:OBJECT]->(a))
FOREACH (id IN row.roles.place_objects | MERGE (p:Place {id: id}) CREATE (f)-[:OBJECT]->(p))
FOREACH (id IN row.roles.topics | MERGE (t:Topic {id: id}) CREATE (f)-[:ABOUT]->(t))
