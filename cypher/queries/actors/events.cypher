// What one actor did, or what was done to it: its events, newest first, undated last.
// try {"id": "rus", "role": "recipient", "type": "SANCTION", "rollup": true}
// at most 1,900 db hits among the bundled claims
MATCH (:Actor {id: $id})<-[office:SPEAKS_FOR*0..2]-(who)
WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
WITH who, reduce(x = null, o IN office | CASE WHEN x > o.since THEN x ELSE o.since END) AS since,
     reduce(x = null, o IN office | CASE WHEN x < o.until THEN x ELSE o.until END) AS until
WITH collect(who) AS whos, collect({who: who, since: since, until: until}) AS offices, sum(COUNT { (who)<-[:INITIATED_BY|DIRECTED_AT]-() }) AS many
CALL (whos, offices, many) {
  // A busy actor's newest are soon met on the way back through those of all actors; its own would all have to be sorted.
  WITH whos, offices, CASE WHEN many > 1000 AND many * 5000 > $limit * COUNT { (:Event) } AND $type IS NULL
                           THEN date(CASE WHEN $after IS NULL THEN '9999-12-31' WHEN $after[0] = '' THEN '0000-01-01' ELSE $after[0] END) END AS latest
  MATCH (e:Event) WHERE e.valid_from <= latest
  WITH whos, offices, e ORDER BY e.valid_from DESC, e.id LIMIT 5000
  WHERE ($after IS NULL OR e.valid_from < date($after[0]) OR e.id > $after[1])
    AND ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to) AND ($as_of IS NULL OR e.valid_from <= $as_of)
    AND EXISTS { (e)-[role:INITIATED_BY|DIRECTED_AT]->(who) WHERE who IN whos
                 AND ($role IS NULL OR type(role) = CASE $role WHEN 'initiator' THEN 'INITIATED_BY' ELSE 'DIRECTED_AT' END)
                 AND any(o IN offices WHERE o.who = who AND coalesce(o.since <= e.valid_from <= o.until, true)) }
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(e)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH e ORDER BY e.valid_from DESC, e.id LIMIT $limit
  RETURN collect(e) AS newest
}
CALL (offices, newest) {
  WITH newest WHERE size(newest) = $limit UNWIND newest AS e RETURN e
  UNION ALL
  WITH offices, newest WHERE size(newest) < $limit UNWIND offices AS o WITH o, o.who AS who
  MATCH (who)<-[role:INITIATED_BY|DIRECTED_AT]-(e)
  WHERE ($role IS NULL OR type(role) = CASE $role WHEN 'initiator' THEN 'INITIATED_BY' ELSE 'DIRECTED_AT' END)
    AND ($type IS NULL OR e.type = $type)
    AND ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to) AND ($as_of IS NULL OR e.valid_from <= $as_of)
    AND coalesce(o.since <= e.valid_from <= o.until, true)
  RETURN DISTINCT e
}
WITH e, coalesce(toString(e.valid_from), '') AS day, e.id AS id
WHERE $after IS NULL OR day < $after[0] OR day = $after[0] AND id > $after[1]
// Sorted before the claims are looked at: only those of one page are.
WITH e, day, id ORDER BY day DESC, id
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(e)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH e, day, id ORDER BY day DESC, id LIMIT $limit
CALL (e) {
  MATCH (c)-[told:STATES {affirmed: true}]->(e)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  RETURN collect(DISTINCT c.id) AS ids, collect(DISTINCT told.modality) AS modalities
}
CALL (e) {
  MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-()
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($as_of IS NULL OR o.valid_from <= $as_of)
  RETURN count(DISTINCT told.voice) AS voices
}
OPTIONAL MATCH (e)-[:AT]->(p)
WITH e, day, id, ids, modalities, voices, head(collect(p)) AS p
RETURN id, day, e.date AS date, e.until AS until, e.precision AS precision, e.type AS type, e.mode AS mode, e.contexts AS contexts,
       e.quad AS quad, e.score AS score,
       COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS initiators,
       COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS recipients,
       p.id AS place, p.location.longitude AS longitude, p.location.latitude AS latitude,
       COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       COLLECT { UNWIND modalities AS x RETURN x ORDER BY x } AS modalities, voices, COLLECT { UNWIND ids AS x RETURN x ORDER BY x } AS claims
ORDER BY day DESC, id
