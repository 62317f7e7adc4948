// Which actors there are, have these words in a name, belong to a country or are members of a bloc, by id.
// try {"bloc": "g7", "as_of": "2024-05-16"}
// at most 1,600 db hits among the bundled claims
CALL () {
  WITH $q AS q WHERE q IS NOT NULL
  CALL db.index.fulltext.queryNodes('actor_words', q) YIELD node RETURN node AS a
  UNION ALL
  WITH $bloc AS bloc WHERE $q IS NULL AND bloc IS NOT NULL
  MATCH (:Actor {id: bloc})<-[:OBJECT]-(r {type: 'member_of'})-[:SUBJECT]->(a) RETURN DISTINCT a
  UNION ALL
  WITH $country AS country WHERE coalesce($q, $bloc) IS NULL AND country IS NOT NULL
  MATCH (:Actor {id: country})((whole)<-[:OBJECT]-(r)-[:SUBJECT]->(part)
                               WHERE r.type IN ['holds_office', 'employed_by', 'citizen_of', 'part_of', 'based_in', 'headquartered_in']){1,2}(a)
  RETURN DISTINCT a
  UNION ALL
  WITH 1 AS _ WHERE coalesce($q, $bloc, $country) IS NULL
  MATCH (a:Actor) RETURN a
}
WITH a, a.id AS id
WHERE a.merged_into IS NULL AND ($kind IS NULL OR a.kind = $kind) AND ($identifier IS NULL OR $identifier IN a.identifiers)
  AND ($after IS NULL OR id > $after[0])
// What is a part of the country is looked for once: from each actor it would be looked for among all ties of the country.
WITH collect(a) AS actors
WITH actors, COLLECT {
  MATCH (:Actor {id: $country})<-[:OBJECT]-(r {type: 'part_of'})-[:SUBJECT]->(part)
  WHERE ($as_of IS NULL OR coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to >= $as_of, true))
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(r)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  RETURN {part: part, tie: r} } AS parts
UNWIND actors AS a
WITH a, a.id AS id, parts ORDER BY id
// On record is who was declared by then, or is named by a claim that counts.
WHERE EXISTS { (a)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
   OR EXISTS { (a)<-[:SPOKEN_BY]-()-[told:STATES]->()
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
   OR EXISTS { (a)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-()<-[told:STATES]-()
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
CALL (a) {
  WITH a WHERE $bloc IS NOT NULL
  MATCH (a)<-[:SUBJECT]-(r {type: 'member_of'})-[:OBJECT]->(:Actor {id: $bloc})
  WHERE $as_of IS NULL OR coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to >= $as_of, true)
  MATCH (c)-[told:STATES {affirmed: true}]->(r)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  RETURN collect(DISTINCT c.id) AS of_bloc
}
CALL (a, parts) {
  // An office or a part of what is itself a part of the country is the country's too: a minister of a ministry.
  WITH a, parts WHERE $country IS NOT NULL
  MATCH (a)<-[:SUBJECT]-(r)-[:OBJECT]->(whole:Actor)
  WHERE r.type IN ['holds_office', 'employed_by', 'citizen_of', 'part_of', 'based_in', 'headquartered_in']
    AND ($as_of IS NULL OR coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to >= $as_of, true))
  WITH r, CASE whole.id WHEN $country THEN [r] ELSE [] END
          + CASE WHEN r.type IN ['holds_office', 'part_of'] THEN reduce(ties = [], p IN parts | CASE p.part WHEN whole THEN ties + [r, p.tie] ELSE ties END) ELSE [] END AS ties
  WHERE ties <> [] AND EXISTS { ()-[told:STATES {affirmed: true}]->(r)
                                WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  UNWIND ties AS tie
  MATCH (c)-[told:STATES {affirmed: true}]->(tie)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  RETURN collect(DISTINCT c.id) AS of_country
}
WITH a, id, of_bloc, of_country WHERE ($bloc IS NULL OR size(of_bloc) > 0) AND ($country IS NULL OR size(of_country) > 0)
WITH a, id, of_bloc + of_country AS ids ORDER BY id LIMIT $limit
RETURN id, a.kind AS kind, coalesce(a.name, a.id) AS name, a.official_name AS official_name,
       coalesce(a.aliases, []) AS aliases, coalesce(a.identifiers, []) AS identifiers, COLLECT { UNWIND ids AS x RETURN DISTINCT x ORDER BY x } AS claims
ORDER BY id
