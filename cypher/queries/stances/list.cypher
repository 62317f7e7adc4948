// Who stands where: the stances of a holder, toward a target, on a topic, newest first.
// try {"holder": "chn", "target": "usa"}
// at most 2,100 db hits among the bundled claims
CALL () {
  WITH $holder AS holder WHERE holder IS NOT NULL
  MATCH (:Actor {id: holder})<-[office:SPEAKS_FOR*0..2]-()<-[:HELD_BY]-(s)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= s.valid_from <= o.until, true))
  RETURN s
  UNION
  WITH $target AS target WHERE $holder IS NULL AND target IS NOT NULL
  MATCH (:Actor|Topic|Fact {id: target})<-[seat:SPEAKS_FOR*0..2]-()<-[:TOWARD]-(s)
  WHERE (size(seat) = 0 OR $rollup) AND all(o IN seat WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= s.valid_from <= o.until, true))
  RETURN s
  UNION
  WITH $topic AS topic WHERE coalesce($holder, $target) IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT|TOWARD]-(s:Stance) RETURN s
  UNION
  WITH $position AS position WHERE coalesce($holder, $target, $topic) IS NULL AND position IS NOT NULL
  MATCH (s:Stance {position: position}) RETURN s
  UNION
  WITH coalesce($min_polarity, $max_polarity) AS asked WHERE coalesce($holder, $target, $topic, $position) IS NULL AND asked IS NOT NULL
  MATCH (s:Stance) RETURN s
  UNION
  // Where nothing but days is asked for, the page is walked to in the order of the index.
  WITH 1 AS _ WHERE coalesce($holder, $target, $topic, $position, toString($min_polarity), toString($max_polarity)) IS NULL
  MATCH (s:Stance)
  WHERE s.valid_from <= CASE WHEN $after IS NULL THEN date('9999-12-31') ELSE date($after[0]) END
    AND s.valid_from <= coalesce($to, date('9999-12-31')) AND s.valid_from <= coalesce($as_of, date('9999-12-31'))
    AND ($from IS NULL OR s.valid_to IS NULL OR s.valid_to >= $from) AND ($as_of IS NULL OR s.valid_to IS NULL OR s.valid_to >= $as_of)
    AND ($after IS NULL OR s.valid_from < date($after[0]) OR s.id > $after[1])
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(s)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  RETURN s ORDER BY s.valid_from DESC, s.id LIMIT $limit
}
WITH s, toString(s.valid_from) AS day, s.id AS id
WHERE ($position IS NULL OR s.position = $position)
  AND ($min_polarity IS NULL OR s.polarity >= $min_polarity) AND ($max_polarity IS NULL OR s.polarity <= $max_polarity)
  AND ($from IS NULL OR s.valid_to IS NULL OR s.valid_to >= $from) AND ($to IS NULL OR s.valid_from <= $to)
  AND ($as_of IS NULL OR s.valid_from <= $as_of AND (s.valid_to IS NULL OR s.valid_to >= $as_of))
  AND ($after IS NULL OR day < $after[0] OR day = $after[0] AND id > $after[1])
  AND ($topic IS NULL OR EXISTS { (s)-[:ABOUT|TOWARD]->(:Topic {id: $topic}) })
  AND ($holder IS NULL OR $target IS NULL OR EXISTS {
    MATCH (s)-[:TOWARD]->()-[seat:SPEAKS_FOR*0..2]->(x)
    WHERE x.id = $target AND (size(seat) = 0 OR $rollup) AND all(o IN seat WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= s.valid_from <= o.until, true)) })
// Sorted before the claims are looked at: only those of one page are.
WITH s, day, id ORDER BY day DESC, id
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(s)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH s, day, id ORDER BY day DESC, id LIMIT $limit
RETURN id, day, COLLECT { MATCH (s)-[:HELD_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS holders,
       s.position AS position, s.polarity AS polarity, head(COLLECT { MATCH (s)-[:TOWARD]->(x) RETURN x.id }) AS target,
       head(COLLECT { MATCH (s)-[:TOWARD]->(x) RETURN toLower(head([l IN labels(x) WHERE l IN ['Actor', 'Topic', 'Fact']])) }) AS target_kind,
       COLLECT { MATCH (s)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       s.since AS since, s.until AS until, s.precision AS precision,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(s)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 RETURN DISTINCT c.id AS x ORDER BY x } AS claims
ORDER BY day DESC, id
