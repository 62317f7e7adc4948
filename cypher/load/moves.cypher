// What names an actor stands at the actor that it is merged into, and tells by `named` whose id was written; what is derived from the actor that it leaves must be derived anew
UNWIND $given.rows AS row
MATCH (from:Actor {id: row.from}) USING INDEX SEEK from:Actor(id)
MATCH (to:Actor {id: row.to}) USING INDEX SEEK to:Actor(id)
MATCH (n)-[old:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH|SPOKEN_BY|DECLARES]->(from)
WHERE coalesce(old.named, from.id) = row.actor
CREATE (n)-[new:$(type(old))]->(to)
SET new = old, new.named = CASE WHEN row.actor <> to.id THEN row.actor END, new.actor = CASE WHEN old.actor IS NOT NULL THEN to.id END
DELETE old
WITH DISTINCT from, to
CALL (from) { MATCH (from)-[derived:INTERACTS|SPEAKS_FOR]->() DELETE derived }
// Pairs are renewed one by one, and those that others make with it have lost what made them.
CALL (from) { MATCH (from)-[derived:LEANS]-() DELETE derived }
RETURN DISTINCT from.id AS `from`, to.id AS `to`
