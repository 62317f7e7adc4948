// Which events happened: who did what to whom, newest first, undated last.
// try {"initiator": "rus", "recipient": "ukr"}
// at most 100,000 db hits among the bundled claims
CALL () {
  WITH coalesce($initiator, $recipient, $actor) AS actor WHERE actor IS NOT NULL
  MATCH (:Actor {id: actor})<-[:INITIATED_BY|DIRECTED_AT]-(e) RETURN DISTINCT e
  UNION ALL
  WITH $topic AS topic WHERE coalesce($initiator, $recipient, $actor) IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT]-(e:Event) RETURN e
  UNION ALL
  WITH 1 AS _ WHERE coalesce($initiator, $recipient, $actor, $topic) IS NULL
  MATCH (e:Event) RETURN e
}
WITH e
WHERE ($type IS NULL OR e.type = $type) AND ($mode IS NULL OR e.mode = $mode)
  AND ($initiator IS NULL OR EXISTS { (e)-[:INITIATED_BY]->(:Actor {id: $initiator}) })
  AND ($recipient IS NULL OR EXISTS { (e)-[:DIRECTED_AT]->(:Actor {id: $recipient}) })
  AND ($actor IS NULL OR EXISTS { (e)-[:INITIATED_BY|DIRECTED_AT]->(:Actor {id: $actor}) })
  AND ($topic IS NULL OR EXISTS { (e)-[:ABOUT]->(:Topic {id: $topic}) })
  AND ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to)
  AND ($as_of IS NULL OR e.valid_from <= $as_of)
WITH e, coalesce(toString(e.valid_from), '') AS day
WHERE $after IS NULL OR day < $after[0] OR day = $after[0] AND e.id > $after[1]
MATCH (c)-[told:STATES {affirmed: true}]->(e)
WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
WITH e, day, collect(DISTINCT c) AS cs ORDER BY day DESC, e.id LIMIT $limit
RETURN e.id AS id, day, e.date AS date, e.until AS until, e.precision AS precision, e.type AS type, e.mode AS mode, e.contexts AS contexts,
       COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS initiators,
       COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS recipients,
       head(COLLECT { MATCH (e)-[:AT]->(p) RETURN p.id }) AS place,
       COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN t.id AS x ORDER BY x } AS topics,
       COLLECT { UNWIND cs AS c RETURN DISTINCT c.modality ORDER BY c.modality } AS modalities,
       COLLECT { UNWIND cs AS c RETURN c.id ORDER BY c.id } AS claims
ORDER BY day DESC, id
