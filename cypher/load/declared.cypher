// What these declarations declare, by label.
UNWIND $given.ids AS id
MATCH (d:Declaration {id: id})-[:DECLARES]->(n) USING INDEX SEEK d:Declaration(id)
RETURN head([l IN labels(n) WHERE l IN ['Actor', 'Topic', 'Outlet', 'Place']]) AS label, collect(DISTINCT n.id) AS ids
