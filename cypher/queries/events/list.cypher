// Which events happened: who did what to whom, newest first, undated last.
// try {"initiator": "rus", "recipient": "ukr", "rollup": true}
// at most 4,100 db hits among the bundled claims
CALL () {
  WITH coalesce($initiator, $recipient, $actor) AS actor WHERE actor IS NOT NULL
  MATCH (:Actor {id: actor})<-[office:SPEAKS_FOR*0..2]-()<-[role:INITIATED_BY|DIRECTED_AT]-(e)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true))
    AND type(role) IN CASE WHEN $initiator IS NOT NULL THEN ['INITIATED_BY'] WHEN $recipient IS NOT NULL THEN ['DIRECTED_AT'] ELSE ['INITIATED_BY', 'DIRECTED_AT'] END
  WITH DISTINCT e
  // Where a second one is asked for, it is looked for from each event.
  WITH e, CASE WHEN size([x IN [$initiator, $recipient, $actor] WHERE x IS NOT NULL]) > 1 THEN COLLECT {
    MATCH (e)-[role:INITIATED_BY|DIRECTED_AT]->()-[office:SPEAKS_FOR*0..2]->(a:Actor)
    WHERE a.id IN [$recipient, $actor] AND (size(office) = 0 OR $rollup)
      AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true))
    RETURN [type(role), a.id] } END AS sides
  WHERE sides IS NULL OR ($recipient IS NULL OR ['DIRECTED_AT', $recipient] IN sides) AND ($actor IS NULL OR any(side IN sides WHERE side[1] = $actor))
  RETURN e
  UNION ALL
  WITH $topic AS topic WHERE coalesce($initiator, $recipient, $actor) IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT]-(e:Event) RETURN DISTINCT e
  UNION ALL
  WITH $place AS place WHERE coalesce($initiator, $recipient, $actor, $topic) IS NULL AND place IS NOT NULL
  MATCH (:Place {id: place})<-[:AT]-(e:Event) RETURN e
  UNION ALL
  // Where none of these is asked for, the page is walked to in the order of an index …
  WITH 1 AS _ WHERE coalesce($initiator, $recipient, $actor, $topic, $place) IS NULL
  MATCH (e:Event)
  WHERE e.valid_from <= CASE WHEN $after IS NULL THEN date('9999-12-31') ELSE date($after[0]) END
    AND e.valid_from <= coalesce($to, date('9999-12-31')) AND e.valid_from <= coalesce($as_of, date('9999-12-31'))
    AND ($from IS NULL OR e.valid_to >= $from) AND ($after IS NULL OR e.valid_from < date($after[0]) OR e.id > $after[1])
    AND ($type IS NULL OR e.type IN $type) AND ($mode IS NULL OR e.mode = $mode) AND ($quad IS NULL OR e.quad = $quad)
    AND ($context IS NULL OR $context IN e.contexts)
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(e)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                   AND ($modality IS NULL OR told.modality = $modality) }
    AND ($min_voices IS NULL OR EXISTS {
      MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-()
      WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
        AND ($modality IS NULL OR told.modality = $modality) AND ($as_of IS NULL OR o.valid_from <= $as_of)
      WITH count(DISTINCT told.voice) AS voices WHERE voices >= $min_voices RETURN voices })
  RETURN e ORDER BY e.valid_from DESC, e.id LIMIT $limit
}
WITH collect(e) AS found
CALL (found) {
  UNWIND found AS e RETURN e
  UNION ALL
  // … and to undated ones only where dated ones do not fill it.
  WITH size(found) AS dated
  WHERE dated < $limit AND coalesce($initiator, $recipient, $actor, $topic, $place) IS NULL AND coalesce($from, $to, $as_of) IS NULL
  MATCH (e:Event) WHERE e.valid_from IS NULL RETURN e
}
WITH e
WHERE ($type IS NULL OR e.type IN $type) AND ($mode IS NULL OR e.mode = $mode) AND ($quad IS NULL OR e.quad = $quad)
  AND ($context IS NULL OR $context IN e.contexts)
  AND ($topic IS NULL OR EXISTS { (e)-[:ABOUT]->(:Topic {id: $topic}) }) AND ($place IS NULL OR EXISTS { (e)-[:AT]->(:Place {id: $place}) })
  AND ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to) AND ($as_of IS NULL OR e.valid_from <= $as_of)
WITH e, coalesce(toString(e.valid_from), '') AS day, e.id AS id
WHERE ($after IS NULL OR day < coalesce($after[0], '') OR day = coalesce($after[0], '') AND id > $after[1])
// Sorted before the claims are looked at: only those of one page are.
WITH e, day, id ORDER BY day DESC, id
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(e)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 AND ($modality IS NULL OR told.modality = $modality) }
  AND ($min_voices IS NULL OR EXISTS {
    MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-()
    WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
      AND ($modality IS NULL OR told.modality = $modality) AND ($as_of IS NULL OR o.valid_from <= $as_of)
    WITH count(DISTINCT told.voice) AS voices WHERE voices >= $min_voices RETURN voices })
WITH e, day, id ORDER BY day DESC, id LIMIT $limit
CALL (e) {
  MATCH (c)-[told:STATES {affirmed: true}]->(e)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($modality IS NULL OR told.modality = $modality)
  RETURN collect(DISTINCT c.id) AS ids, collect(DISTINCT told.modality) AS modalities
}
CALL (e) {
  MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-()
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($modality IS NULL OR told.modality = $modality) AND ($as_of IS NULL OR o.valid_from <= $as_of)
  RETURN count(DISTINCT told.voice) AS voices
}
OPTIONAL MATCH (e)-[:AT]->(p)
WITH e, day, id, ids, modalities, voices, head(collect(p)) AS p
RETURN id, nullIf(day, '') AS day, e.date AS date, e.until AS until, e.precision AS precision, e.type AS type, e.mode AS mode, e.contexts AS contexts,
       e.quad AS quad, e.score AS score,
       COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS initiators,
       COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS recipients,
       p.id AS place, p.location.longitude AS longitude, p.location.latitude AS latitude,
       COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN t.id AS x ORDER BY x } AS topics,
       COLLECT { UNWIND modalities AS x RETURN x ORDER BY x } AS modalities, voices, COLLECT { UNWIND ids AS x RETURN x ORDER BY x } AS claims
ORDER BY coalesce(day, '') DESC, id
