// (:Review)-[:REVIEWS]->(:Claim): where both are there
UNWIND $given.ids AS id
MATCH (c:Claim {id: id}) USING INDEX SEEK c:Claim(id)
MATCH (v:Review {claim: c.id}) USING INDEX SEEK v:Review(claim)
MERGE (v)-[:REVIEWS]->(c)
RETURN DISTINCT c.id AS id
