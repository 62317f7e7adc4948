// Which figures there are for a reporter's trade with a partner, and who gives them: the latest period first, those without one last.
// try {"reporter": "rus", "partner": "chn", "year": 2023}
// at most 1,100 db hits among the bundled claims
CALL () {
  WITH coalesce($reporter, $partner) AS end WHERE end IS NOT NULL
  MATCH (:Actor {id: end})<-[:OF|WITH]-(m)
  WHERE ($reporter IS NULL OR $partner IS NULL OR EXISTS { (m)-[:OF|WITH]->(:Actor {id: $partner}) }) AND m.indicator IN $flow
  RETURN DISTINCT m
  UNION ALL
  WITH $topic AS topic WHERE coalesce($reporter, $partner) IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT]-(m:Measure) WHERE m.indicator IN $flow RETURN m
  UNION ALL
  WITH 1 AS _ WHERE coalesce($reporter, $partner, $topic) IS NULL
  MATCH (m:Measure) WHERE m.indicator IN $flow RETURN m
}
WITH m
WHERE m.indicator IN $commodity AND ($year IS NULL OR left(m.period, 4) = toString($year))
  AND ($from IS NULL OR m.valid_to >= $from) AND ($to IS NULL OR m.valid_from <= $to) AND ($as_of IS NULL OR m.valid_from <= $as_of)
// By day alone first: of what the page does not reach nothing else is read.
WITH m, coalesce(toString(m.valid_from), '') AS day ORDER BY day DESC
WHERE ($after IS NULL OR day < $after[0] OR day = $after[0] AND m.id > $after[1])
  AND ($topic IS NULL OR EXISTS { (m)-[:ABOUT]->(:Topic {id: $topic}) })
WITH m, day, m.id AS id ORDER BY day DESC, id
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(m)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
CALL (m) {
  WITH m, head(COLLECT { MATCH (m)-[:OF]->(a) RETURN a.id }) AS one, head(COLLECT { MATCH (m)-[:WITH]->(a) RETURN a.id }) AS two
  // Turnover is alike for both sides: it is the figure of the side that a claimant speaks for, and of either where none does.
  WITH one, two, CASE WHEN m.indicator <> 'trade_turnover' THEN [one] ELSE COLLECT {
         MATCH (m)<-[told:STATES {affirmed: true}]-(c)-[:SPOKEN_BY]->()-[office:SPEAKS_FOR*0..2]->(side)
         WHERE side.id IN [one, two] AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND o.since <= date(left(c.said_on + '-01-01', 10)) <= o.until)
           AND told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
         RETURN DISTINCT side.id AS x ORDER BY x } END AS own
  UNWIND CASE WHEN size(own) = 0 THEN [one, two] ELSE own END AS reporter
  WITH reporter, CASE WHEN reporter = one THEN two ELSE one END AS partner
  WHERE ($reporter IS NULL OR reporter = $reporter) AND ($partner IS NULL OR partner = $partner)
  RETURN reporter, partner LIMIT 1
}
WITH m, day, id, reporter, partner ORDER BY day DESC, id LIMIT $limit
CALL (m) {
  MATCH (c)-[told:STATES {affirmed: true}]->(m)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  RETURN collect(DISTINCT c) AS cs, collect(DISTINCT told.voice) AS said_by
}
RETURN id, day, reporter, partner, m.indicator AS indicator, m.value AS value, m.comparator AS comparator, m.unit AS unit,
       m.period AS period, COLLECT { MATCH (m)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       COLLECT { UNWIND cs AS c MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS speakers,
       COLLECT { UNWIND said_by AS x RETURN x ORDER BY x } AS voices, COLLECT { UNWIND cs AS c RETURN c.id AS x ORDER BY x } AS claims
ORDER BY day DESC, id
