// Which of these actors are merged into others.
UNWIND $given.ids AS id
MATCH (a:Actor {id: id}) USING INDEX SEEK a:Actor(id)
WHERE a.merged_into IS NOT NULL
RETURN a.id AS actor, a.id AS `from`, a.merged_into AS `to`
