// Which figures claims give: of an indicator, of whom, with whom, in which period; the latest period first, those without one last.
// try {"indicator": "trade_turnover", "of": "chn", "with": "rus"}
// at most 2,100 db hits among the bundled claims
CALL () {
  WITH coalesce($of, $with, $actor) AS end WHERE end IS NOT NULL AND ($of IS NULL OR $with IS NULL)
  MATCH (:Actor {id: end})<-[office:SPEAKS_FOR*0..2]-(who) WHERE size(office) = 0 OR $rollup
  WITH DISTINCT who MATCH (who)<-[:OF|WITH]-(m) RETURN DISTINCT m
  UNION ALL
  // Both ends at once: a country has figures with many others.
  WITH $of AS of, $with AS partner WHERE of IS NOT NULL AND partner IS NOT NULL
  MATCH (:Actor {id: partner})<-[office:SPEAKS_FOR*0..2]-(who) WHERE size(office) = 0 OR $rollup
  WITH of, collect(DISTINCT who) AS partners
  MATCH (:Actor {id: of})<-[office:SPEAKS_FOR*0..2]-(who) WHERE size(office) = 0 OR $rollup
  WITH DISTINCT partners, who MATCH (who)<-[:OF]-(m)-[:WITH]->(other) WHERE other IN partners RETURN DISTINCT m
  UNION ALL
  WITH $topic AS topic WHERE coalesce($of, $with, $actor) IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT]-(m:Measure) RETURN m
  UNION ALL
  WITH $indicator AS indicator WHERE coalesce($of, $with, $actor, $topic) IS NULL AND indicator IS NOT NULL
  MATCH (m:Measure {indicator: indicator}) RETURN m
  UNION ALL
  WITH 1 AS _ WHERE coalesce($of, $with, $actor, $topic, $indicator) IS NULL
  MATCH (m:Measure) RETURN m
}
WITH m
WHERE ($indicator IS NULL OR m.indicator = $indicator) AND ($unit IS NULL OR m.unit = $unit)
  AND ($from IS NULL OR m.valid_to >= $from) AND ($to IS NULL OR m.valid_from <= $to) AND ($as_of IS NULL OR m.valid_from <= $as_of)
// By day alone first: of what the page does not reach nothing else is read.
WITH m, coalesce(toString(m.valid_from), '') AS day ORDER BY day DESC
WHERE ($after IS NULL OR day < $after[0] OR day = $after[0] AND m.id > $after[1])
  AND ($topic IS NULL OR EXISTS { (m)-[:ABOUT]->(:Topic {id: $topic}) })
WITH m, day, m.id AS id ORDER BY day DESC, id
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(m)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  AND ($of IS NULL OR EXISTS {
    MATCH (:Actor {id: $of})<-[office:SPEAKS_FOR*0..2]-()<-[:OF]-(m)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= m.valid_from <= o.until, true)) })
  AND ($with IS NULL OR EXISTS {
    MATCH (:Actor {id: $with})<-[office:SPEAKS_FOR*0..2]-()<-[:WITH]-(m)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= m.valid_from <= o.until, true)) })
  AND ($actor IS NULL OR EXISTS {
    MATCH (:Actor {id: $actor})<-[office:SPEAKS_FOR*0..2]-()<-[:OF|WITH]-(m)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= m.valid_from <= o.until, true)) })
WITH m, day, id ORDER BY day DESC, id LIMIT $limit
CALL (m) {
  MATCH (c)-[told:STATES {affirmed: true}]->(m)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  RETURN collect(DISTINCT c) AS cs, collect(DISTINCT told.voice) AS said_by
}
RETURN id, day, m.indicator AS indicator, m.value AS value, m.comparator AS comparator, m.unit AS unit,
       head(COLLECT { MATCH (m)-[:OF]->(a) RETURN a.id }) AS of, head(COLLECT { MATCH (m)-[:WITH]->(a) RETURN a.id }) AS `with`,
       m.period AS period, m.precision AS precision, COLLECT { MATCH (m)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       COLLECT { UNWIND cs AS c MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS speakers,
       COLLECT { UNWIND said_by AS x RETURN x ORDER BY x } AS voices, COLLECT { UNWIND cs AS c RETURN c.id AS x ORDER BY x } AS claims
ORDER BY day DESC, id
