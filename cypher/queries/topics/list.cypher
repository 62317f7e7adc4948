// Which topics there are, or which have these letters in a name, by id, with how many stances and events on record are about them.
// try {"q": "ukraine"}
// at most 7,700 db hits among the bundled claims
MATCH (t:Topic)
WHERE ($after IS NULL OR t.id > $after[0]) AND ($q IS NULL OR any(name IN [t.id, t.name] + coalesce(t.aliases, []) WHERE toLower(name) CONTAINS toLower($q)))
WITH t ORDER BY t.id
WHERE EXISTS { (t)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
   OR EXISTS { (t)<-[:ABOUT|TOWARD]-(f)<-[told:STATES {affirmed: true}]-()
               WHERE ($as_of IS NULL OR f.valid_from <= $as_of)
                 AND told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH t ORDER BY t.id LIMIT $limit
CALL (t) {
  MATCH (t)<-[:ABOUT|TOWARD]-(f) WHERE $as_of IS NULL OR f.valid_from <= $as_of
  WITH DISTINCT f
  MATCH (f)<-[told:STATES {affirmed: true}]-(c)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  // A claim counts by one STATES at a time: none is met twice.
  RETURN count(DISTINCT CASE WHEN f:Stance THEN f END) AS stances, count(DISTINCT CASE WHEN f:Event THEN f END) AS events, collect(c) AS cs
}
RETURN t.id AS id, coalesce(t.name, t.id) AS name, coalesce(t.aliases, []) AS aliases, t.definition AS definition, stances, events,
       size(cs) AS claim_count, COLLECT { UNWIND cs AS c RETURN c.id AS x ORDER BY x LIMIT 100 } AS claims
ORDER BY id
