// Which topics there are, or which have these letters in a name, by id, with how many stances and events on record are about them.
// try {"q": "ukraine"}
// at most 7,700 db hits among the bundled claims
CALL () {
  // AS CLAIMS STAND: a question about all accepted claims of now finds at each fact how many affirm it.
  RETURN $status = 'accepted' AND NOT EXISTS { (g:GraphState) WHERE g.changed_at > $known_at } AND NOT EXISTS { (r:Revision) WHERE r.public_on > $published_until }
         AND NOT EXISTS { (c:Claim) WHERE c.confidence < $min_confidence } AS standing
}
MATCH (t:Topic)
WHERE ($after IS NULL OR t.id > $after[0]) AND ($q IS NULL OR any(name IN [t.id, t.name] + coalesce(t.aliases, []) WHERE toLower(name) CONTAINS toLower($q)))
WITH standing, t ORDER BY t.id
WHERE EXISTS { (t)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
   OR EXISTS { (t)<-[:ABOUT|TOWARD]-(f)<-[told:STATES {affirmed: true}]-()
               WHERE ($as_of IS NULL OR f.valid_from <= $as_of)
                 AND told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH standing, t ORDER BY t.id LIMIT $limit
CALL (standing, t) {
  CALL (standing, t) {
    WITH t WHERE standing
    MATCH (t)<-[:ABOUT|TOWARD]-(f) WHERE f.affirmations > 0 AND ($as_of IS NULL OR f.valid_from <= $as_of)
    RETURN DISTINCT f, f.affirmations AS told, f.first_affirmation AS first
    UNION ALL
    WITH t WHERE NOT standing
    MATCH (t)<-[:ABOUT|TOWARD]-(f) WHERE $as_of IS NULL OR f.valid_from <= $as_of
    WITH DISTINCT f
    MATCH (c)-[told:STATES {affirmed: true}]->(f)
    WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    RETURN f, count(c) AS told, min(c.id) AS first
  }
  RETURN sum(CASE WHEN f:Stance THEN 1 ELSE 0 END) AS stances, sum(CASE WHEN f:Event THEN 1 ELSE 0 END) AS events, sum(told) AS claim_count, collect(first) AS firsts
}
RETURN t.id AS id, coalesce(t.name, t.id) AS name, coalesce(t.aliases, []) AS aliases, t.definition AS definition, stances, events,
       claim_count, COLLECT { UNWIND firsts AS x RETURN x ORDER BY x LIMIT 100 } AS claims
ORDER BY id
