// Where one actor stands, or who stands where toward it: its stances, newest first.
// try {"id": "usa", "role": "holder", "topic": "ukraine-war", "rollup": true}
// at most 3,200 db hits among the bundled claims
MATCH (:Actor {id: $id})<-[office:SPEAKS_FOR*0..2]-(who)
WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
WITH who, reduce(x = null, o IN office | CASE WHEN x > o.since THEN x ELSE o.since END) AS since,
     reduce(x = null, o IN office | CASE WHEN x < o.until THEN x ELSE o.until END) AS until
WITH collect(who) AS whos, collect({who: who, since: since, until: until}) AS offices, sum(COUNT { (who)<-[:HELD_BY|TOWARD]-() }) AS many
CALL (whos, offices, many) {
  // A busy actor's newest are soon met on the way back through those of all actors; its own would all have to be sorted.
  WITH whos, offices, coalesce(date(CASE $after[0] WHEN '' THEN '0000-01-01' ELSE $after[0] END), date('9999-12-31')) AS last
  WHERE many > 1000 AND many * 500 > $limit * COUNT { (:Stance) } AND coalesce($position, $topic) IS NULL
  WITH whos, offices, last, reduce(least = last, x IN [$to, $as_of] | CASE WHEN x < least THEN x ELSE least END) AS latest
  MATCH (s:Stance) WHERE s.valid_from <= latest
  WITH whos, offices, last, s ORDER BY s.valid_from DESC, s.id LIMIT 1000
  WHERE (s.valid_from < last OR s.id > $after[1])
    AND ($from IS NULL OR s.valid_to IS NULL OR s.valid_to >= $from) AND ($as_of IS NULL OR s.valid_to IS NULL OR s.valid_to >= $as_of)
    AND EXISTS { (s)-[role:HELD_BY|TOWARD]->(who) WHERE who IN whos
                 AND ($role IS NULL OR type(role) = CASE $role WHEN 'holder' THEN 'HELD_BY' ELSE 'TOWARD' END)
                 AND any(o IN offices WHERE o.who = who AND coalesce(o.since <= s.valid_from <= o.until, true)) }
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(s)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH s ORDER BY s.valid_from DESC, s.id LIMIT $limit
  RETURN collect(s) AS newest
}
CALL (offices, newest) {
  WITH newest WHERE size(newest) = $limit UNWIND newest AS s RETURN s
  UNION ALL
  WITH offices, newest WHERE size(newest) < $limit
  UNWIND offices AS o
  CALL (o) {
    WITH o.who AS who WHERE coalesce($role, 'holder') = 'holder' MATCH (who)<-[:HELD_BY]-(s) RETURN s
    UNION ALL
    WITH o.who AS who WHERE coalesce($role, 'target') = 'target' MATCH (who)<-[:TOWARD]-(s) RETURN s
  }
  WITH o, s, coalesce($position, $topic, $from, $to, $as_of) IS NULL AS unfiltered
  WHERE (o.since IS NULL OR coalesce(o.since <= s.valid_from <= o.until, true))
    AND (unfiltered OR ($position IS NULL OR s.position = $position)
                AND ($topic IS NULL OR EXISTS { (s)-[:ABOUT|TOWARD]->(t:Topic) WHERE t.id = $topic })
                AND ($from IS NULL OR s.valid_to IS NULL OR s.valid_to >= $from) AND ($to IS NULL OR s.valid_from <= $to)
                AND ($as_of IS NULL OR s.valid_from <= $as_of AND (s.valid_to IS NULL OR s.valid_to >= $as_of)))
  RETURN DISTINCT s
}
WITH s, coalesce(s.valid_from, date('0000-01-01')) AS start, date(CASE $after[0] WHEN '' THEN '0000-01-01' ELSE $after[0] END) AS last
WHERE last IS NULL OR start <= last
// Sorted before ids and claims are looked at: only those of one page are.
WITH s, start, last ORDER BY start DESC
WITH s, start, last, s.id AS id ORDER BY start DESC, id
WHERE (last IS NULL OR start < last OR id > $after[1])
  AND EXISTS { ()-[told:STATES {affirmed: true}]->(s)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH s, id, start ORDER BY start DESC, id LIMIT $limit
RETURN id, coalesce(toString(s.valid_from), '') AS day, COLLECT { MATCH (s)-[:HELD_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS holders,
       s.position AS position, s.polarity AS polarity, head(COLLECT { MATCH (s)-[:TOWARD]->(x) RETURN x.id }) AS target,
       head(COLLECT { MATCH (s)-[:TOWARD]->(x) RETURN toLower(head([l IN labels(x) WHERE l IN ['Actor', 'Topic', 'Fact']])) }) AS target_kind,
       COLLECT { MATCH (s)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       s.since AS since, s.until AS until, s.precision AS precision,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(s)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 RETURN DISTINCT c.id AS x ORDER BY x } AS claims
ORDER BY day DESC, id
