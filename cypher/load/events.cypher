// (:Event:Fact)-[:INITIATED_BY]->(:Actor), -[:DIRECTED_AT]->(:Actor), -[:AT]->(:Place), -[:ABOUT]->(:Topic): facts that are new
UNWIND $given.rows AS row
MERGE (f:Fact {id: row.id})
SET f:Event, f += row.properties, f.valid_from = date(row.properties.valid_from), f.valid_to = date(row.properties.valid_to)
FOREACH (id IN row.roles.initiators |
  MERGE (a:Actor {id: id})
  CREATE (f)-[:INITIATED_BY {actor: id, type: f.type, valid_from: f.valid_from, spans: CASE WHEN f.valid_to > f.valid_from THEN true END}]->(a))
FOREACH (id IN row.roles.recipients | MERGE (a:Actor {id: id}) CREATE (f)-[:DIRECTED_AT]->(a))
FOREACH (id IN row.roles.places | MERGE (p:Place {id: id}) CREATE (f)-[:AT]->(p))
FOREACH (id IN row.roles.topics | MERGE (t:Topic {id: id}) CREATE (f)-[:ABOUT]->(t))
