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
  WITH whos, offices, coalesce(date(CASE $after[0] WHEN '' THEN '0000-01-01' ELSE $after[0] END), date('9999-12-31')) AS last
  WHERE many > 1000 AND many * 500 > $limit * COUNT { (:Event) } AND $type IS NULL
  WITH whos, offices, last, reduce(least = last, x IN [$to, $as_of] | CASE WHEN x < least THEN x ELSE least END) AS latest
  MATCH (e:Event) WHERE e.valid_from <= latest
  WITH whos, offices, last, e ORDER BY e.valid_from DESC, e.id LIMIT 1000
  WHERE (e.valid_from < last OR e.id > $after[1]) AND ($from IS NULL OR e.valid_to >= $from)
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
  WITH offices, newest WHERE size(newest) < $limit
  UNWIND offices AS o
  CALL (o) {
    WITH o.who AS who WHERE coalesce($role, 'initiator') = 'initiator' MATCH (who)<-[:INITIATED_BY]-(e) RETURN e
    UNION ALL
    WITH o.who AS who WHERE coalesce($role, 'recipient') = 'recipient' MATCH (who)<-[:DIRECTED_AT]-(e) RETURN e
  }
  WITH o, e, coalesce($type, $from, $to, $as_of) IS NULL AS unfiltered
  WHERE (o.since IS NULL OR coalesce(o.since <= e.valid_from <= o.until, true))
    AND (unfiltered OR ($type IS NULL OR e.type = $type)
                AND ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to) AND ($as_of IS NULL OR e.valid_from <= $as_of))
  RETURN DISTINCT e
}
WITH e, coalesce(e.valid_from, date('0000-01-01')) AS start, date(CASE $after[0] WHEN '' THEN '0000-01-01' ELSE $after[0] END) AS last
WHERE last IS NULL OR start <= last
// Sorted before ids and claims are looked at: only those of one page are.
WITH e, start, last ORDER BY start DESC
WITH e, start, e.id AS id, last ORDER BY start DESC, id
WHERE (last IS NULL OR start < last OR id > $after[1])
  AND EXISTS { ()-[told:STATES {affirmed: true}]->(e)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH e, id, start ORDER BY start DESC, id LIMIT $limit
CALL (e) {
  MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-(c)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($as_of IS NULL OR o.valid_from <= $as_of)
  RETURN collect(DISTINCT CASE o WHEN e THEN c.id END) AS ids, collect(DISTINCT CASE o WHEN e THEN told.modality END) AS modalities,
         count(DISTINCT told.voice) AS voices
}
OPTIONAL MATCH (e)-[:AT]->(p)
WITH e, id, ids, modalities, voices, head(collect(p)) AS p
RETURN id, coalesce(toString(e.valid_from), '') AS day, e.date AS date, e.until AS until, e.precision AS precision, e.type AS type, e.mode AS mode, e.contexts AS contexts,
       e.quad AS quad, e.score AS score,
       COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS initiators,
       COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS recipients,
       p.id AS place, p.location.longitude AS longitude, p.location.latitude AS latitude,
       COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       COLLECT { UNWIND modalities AS x RETURN x ORDER BY x } AS modalities, voices, COLLECT { UNWIND ids AS x RETURN x ORDER BY x } AS claims
ORDER BY day DESC, id
