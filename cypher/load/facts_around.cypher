// The facts in which these actors take part.
UNWIND $given.ids AS id
MATCH (a:Actor {id: id})<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(f) USING INDEX SEEK a:Actor(id)
RETURN DISTINCT f.id AS id
