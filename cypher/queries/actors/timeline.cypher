// Everything on record of one actor in one dated list: events, stances, relations and measures, newest first, undated last.
// try {"id": "xi-jinping", "kinds": "event,stance,relation", "from": "2023"}
// at most 2,500 db hits among the bundled claims
MATCH (:Actor {id: $id})<-[office:SPEAKS_FOR*0..2]-(who)
WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
WITH who, reduce(x = null, o IN office | CASE WHEN x > o.since THEN x ELSE o.since END) AS since,
     reduce(x = null, o IN office | CASE WHEN x < o.until THEN x ELSE o.until END) AS until
WITH collect(who) AS whos, collect({who: who, since: since, until: until}) AS offices,
     sum(COUNT { (who)<-[:INITIATED_BY|DIRECTED_AT]-() }) AS done, sum(COUNT { (who)<-[:HELD_BY|TOWARD]-() }) AS held
CALL (whos, offices, done) {
  // A busy actor's newest are soon met on the way back through those of all actors; its own would all have to be sorted.
  WITH whos, offices, coalesce(date(CASE $after[0] WHEN '' THEN '0000-01-01' ELSE $after[0] END), date('9999-12-31')) AS last
  WHERE done > 1000 AND done * 500 > $limit * COUNT { (:Event) } AND ($kinds IS NULL OR 'event' IN $kinds)
  WITH whos, offices, last, reduce(least = last, x IN [$to, $as_of] | CASE WHEN x < least THEN x ELSE least END) AS latest
  MATCH (e:Event) WHERE e.valid_from <= latest
  WITH whos, offices, last, e ORDER BY e.valid_from DESC, e.id LIMIT 1000
  WHERE (e.valid_from < last OR e.id > $after[1]) AND ($from IS NULL OR e.valid_to >= $from)
    AND EXISTS { (e)-[:INITIATED_BY|DIRECTED_AT]->(who) WHERE who IN whos
                 AND any(o IN offices WHERE o.who = who AND coalesce(o.since <= e.valid_from <= o.until, true)) }
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(e)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH e ORDER BY e.valid_from DESC, e.id LIMIT $limit
  RETURN collect(e) AS events
}
CALL (whos, offices, held) {
  WITH whos, offices, coalesce(date(CASE $after[0] WHEN '' THEN '0000-01-01' ELSE $after[0] END), date('9999-12-31')) AS last
  WHERE held > 1000 AND held * 500 > $limit * COUNT { (:Stance) } AND ($kinds IS NULL OR 'stance' IN $kinds)
  WITH whos, offices, last, reduce(least = last, x IN [$to, $as_of] | CASE WHEN x < least THEN x ELSE least END) AS latest
  MATCH (s:Stance) WHERE s.valid_from <= latest
  WITH whos, offices, last, s ORDER BY s.valid_from DESC, s.id LIMIT 1000
  WHERE (s.valid_from < last OR s.id > $after[1])
    AND ($from IS NULL OR s.valid_to IS NULL OR s.valid_to >= $from) AND ($as_of IS NULL OR s.valid_to IS NULL OR s.valid_to >= $as_of)
    AND EXISTS { (s)-[:HELD_BY|TOWARD]->(who) WHERE who IN whos
                 AND any(o IN offices WHERE o.who = who AND coalesce(o.since <= s.valid_from <= o.until, true)) }
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(s)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH s ORDER BY s.valid_from DESC, s.id LIMIT $limit
  RETURN collect(s) AS stances
}
CALL (offices, events, stances) {
  UNWIND CASE WHEN size(events) = $limit THEN events ELSE [] END + CASE WHEN size(stances) = $limit THEN stances ELSE [] END AS f RETURN f
  UNION ALL
  WITH offices, events WHERE size(events) < $limit AND ($kinds IS NULL OR 'event' IN $kinds)
  UNWIND offices AS o WITH o, o.who AS who, coalesce($from, $to, $as_of) IS NULL AS unfiltered
  MATCH (who)<-[:INITIATED_BY|DIRECTED_AT]-(f)
  WHERE (o.since IS NULL OR coalesce(o.since <= f.valid_from <= o.until, true))
    AND (unfiltered OR ($from IS NULL OR f.valid_to >= $from) AND ($to IS NULL OR f.valid_from <= $to) AND ($as_of IS NULL OR f.valid_from <= $as_of))
  RETURN DISTINCT f
  UNION ALL
  WITH offices, stances WHERE size(stances) < $limit AND ($kinds IS NULL OR 'stance' IN $kinds)
  UNWIND offices AS o WITH o, o.who AS who, coalesce($from, $to, $as_of) IS NULL AS unfiltered
  MATCH (who)<-[:HELD_BY|TOWARD]-(f)
  WHERE (o.since IS NULL OR coalesce(o.since <= f.valid_from <= o.until, true))
    AND (unfiltered OR ($from IS NULL OR f.valid_to IS NULL OR f.valid_to >= $from) AND ($to IS NULL OR f.valid_from <= $to)
                AND ($as_of IS NULL OR f.valid_from <= $as_of AND coalesce(f.valid_to >= $as_of, true)))
  RETURN DISTINCT f
  UNION ALL
  WITH offices WHERE ($kinds IS NULL OR 'relation' IN $kinds)
  UNWIND offices AS o WITH o, o.who AS who, coalesce($from, $to, $as_of) IS NULL AS unfiltered
  MATCH (who)<-[:SUBJECT|OBJECT]-(f)
  WHERE (o.since IS NULL OR coalesce(o.since <= f.valid_from <= o.until, true))
    AND (unfiltered OR ($from IS NULL OR f.valid_to IS NULL OR f.valid_to >= $from) AND ($to IS NULL OR f.valid_from IS NULL OR f.valid_from <= $to)
                AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true) AND coalesce(f.valid_to >= $as_of, true)))
  RETURN DISTINCT f
  UNION ALL
  WITH offices WHERE ($kinds IS NULL OR 'measure' IN $kinds)
  UNWIND offices AS o WITH o, o.who AS who, coalesce($from, $to, $as_of) IS NULL AS unfiltered
  MATCH (who)<-[:OF|WITH]-(f)
  WHERE (o.since IS NULL OR coalesce(o.since <= f.valid_from <= o.until, true))
    AND (unfiltered OR ($from IS NULL OR f.valid_to >= $from) AND ($to IS NULL OR f.valid_from <= $to) AND ($as_of IS NULL OR f.valid_from <= $as_of))
  RETURN DISTINCT f
}
WITH offices, f, coalesce(f.valid_from, date('0000-01-01')) AS start, date(CASE $after[0] WHEN '' THEN '0000-01-01' ELSE $after[0] END) AS last
WHERE last IS NULL OR start <= last
// Sorted before ids and claims are looked at: only those of one page are.
WITH offices, f, start, last ORDER BY start DESC
WITH offices, f, start, last, f.id AS id ORDER BY start DESC, id
WHERE (last IS NULL OR start < last OR id > $after[1])
  AND EXISTS { ()-[told:STATES {affirmed: true}]->(f)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH offices, f, id, start ORDER BY start DESC, id LIMIT $limit
RETURN id, coalesce(toString(f.valid_from), '') AS day, toLower(head([l IN labels(f) WHERE l <> 'Fact'])) AS kind,
       coalesce(f.date, f.since, f.period) AS date, f.until AS until, f.precision AS precision,
       COLLECT { MATCH (f)-[role:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(who)
                 WHERE any(o IN offices WHERE o.who = who AND coalesce(o.since <= f.valid_from <= o.until, true))
                 RETURN DISTINCT {INITIATED_BY: 'initiator', DIRECTED_AT: 'recipient', HELD_BY: 'holder', TOWARD: 'target',
                                  SUBJECT: 'subject', OBJECT: 'object', OF: 'of', WITH: 'with'}[type(role)] AS x ORDER BY x } AS roles,
       COLLECT { MATCH (f)-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(b:Actor) WHERE b.id <> $id
                 RETURN DISTINCT b.id AS x ORDER BY x } AS actors,
       f.type AS type, f.title AS title, f.position AS position, f.polarity AS polarity, head(COLLECT { MATCH (f)-[:TOWARD]->(x) RETURN x.id }) AS target,
       f.indicator AS indicator, f.value AS value, f.unit AS unit, head(COLLECT { MATCH (f)-[:AT|OBJECT]->(p:Place) RETURN p.id }) AS place,
       COLLECT { MATCH (f)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(f)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 RETURN DISTINCT c.id AS x ORDER BY x } AS claims
ORDER BY day DESC, id
