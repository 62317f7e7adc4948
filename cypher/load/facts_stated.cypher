// The facts that these claims state.
UNWIND $given.ids AS id
MATCH (c:Claim {id: id})-[:STATES]->(f) USING INDEX SEEK c:Claim(id)
RETURN DISTINCT f.id AS id
