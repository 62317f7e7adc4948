// Who stands where: the stances of a holder, toward a target, on a topic, newest first.
// try {"holder": "chn", "target": "usa"}
// at most 100,000 db hits among the bundled claims
CALL () {
  WITH $holder AS holder WHERE holder IS NOT NULL
  MATCH (:Actor {id: holder})<-[:HELD_BY]-(s) RETURN s
  UNION ALL
  WITH $target AS target WHERE $holder IS NULL AND target IS NOT NULL
  MATCH (x:Actor|Topic|Fact {id: target})<-[:TOWARD]-(s) RETURN DISTINCT s
  UNION ALL
  WITH $topic AS topic WHERE $holder IS NULL AND $target IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT|TOWARD]-(s:Stance) RETURN DISTINCT s
  UNION ALL
  WITH 1 AS _ WHERE $holder IS NULL AND $target IS NULL AND $topic IS NULL
  MATCH (s:Stance) RETURN s
}
WITH s
WHERE ($target IS NULL OR EXISTS { (s)-[:TOWARD]->(x) WHERE x.id = $target })
  AND ($topic IS NULL OR EXISTS { (s)-[:ABOUT|TOWARD]->(:Topic {id: $topic}) })
  AND ($position IS NULL OR s.position = $position)
  AND ($min_polarity IS NULL OR s.polarity >= $min_polarity) AND ($max_polarity IS NULL OR s.polarity <= $max_polarity)
  AND ($from IS NULL OR s.valid_to IS NULL OR s.valid_to >= $from) AND ($to IS NULL OR s.valid_from <= $to)
  AND ($as_of IS NULL OR s.valid_from <= $as_of AND (s.valid_to IS NULL OR s.valid_to >= $as_of))
WITH s, toString(s.valid_from) AS day
WHERE $after IS NULL OR day < $after[0] OR day = $after[0] AND s.id > $after[1]
MATCH (c)-[told:STATES {affirmed: true}]->(s)
WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
WITH s, day, collect(DISTINCT c.id) AS ids ORDER BY day DESC, s.id LIMIT $limit
RETURN s.id AS id, day, COLLECT { MATCH (s)-[:HELD_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS holders,
       s.position AS position, s.polarity AS polarity, head(COLLECT { MATCH (s)-[:TOWARD]->(x) RETURN x.id }) AS target,
       head(COLLECT { MATCH (s)-[:TOWARD]->(x) RETURN toLower(head([l IN labels(x) WHERE l IN ['Actor', 'Topic', 'Fact']])) }) AS target_kind,
       COLLECT { MATCH (s)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       s.since AS since, s.until AS until, s.precision AS precision, COLLECT { UNWIND ids AS x RETURN x ORDER BY x } AS claims
ORDER BY day DESC, id
