// (:Actor {merged_into}): what each of these actors is merged into, if anything
UNWIND $given.rows AS row
MATCH (a:Actor {id: row.actor}) USING INDEX SEEK a:Actor(id)
SET a.merged_into = CASE WHEN row.to <> a.id THEN row.to END
