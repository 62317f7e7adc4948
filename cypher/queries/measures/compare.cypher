// Whose figures for one thing differ by how much: one row for each indicator, of whom, with whom and period, the latest period first.
// try {"indicator": "trade_turnover", "of": "chn", "with": "rus", "min_figures": 2}
// at most 800 db hits among the bundled claims
CALL () {
  WITH coalesce($of, $with) AS end WHERE end IS NOT NULL AND ($of IS NULL OR $with IS NULL)
  MATCH (:Actor {id: end})<-[:OF|WITH]-(m) RETURN DISTINCT m
  UNION ALL
  // Both ends at once: a country has figures with many others.
  WITH $of AS of, $with AS partner WHERE of IS NOT NULL AND partner IS NOT NULL
  MATCH (other:Actor {id: partner})
  WITH of, collect(other) AS others
  MATCH (:Actor {id: of})<-[:OF|WITH]-(m)-[:OF|WITH]->(other) WHERE other IN others RETURN DISTINCT m
  UNION ALL
  WITH $topic AS topic WHERE coalesce($of, $with) IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT]-(m:Measure) RETURN m
  UNION ALL
  WITH $indicator AS indicator WHERE coalesce($of, $with, $topic) IS NULL AND indicator IS NOT NULL
  MATCH (m:Measure {indicator: indicator}) RETURN m
  UNION ALL
  WITH 1 AS _ WHERE coalesce($of, $with, $topic, $indicator) IS NULL
  MATCH (m:Measure) RETURN m
}
WITH m
WHERE ($indicator IS NULL OR m.indicator = $indicator)
  AND ($from IS NULL OR m.valid_to >= $from) AND ($to IS NULL OR m.valid_from <= $to) AND ($as_of IS NULL OR m.valid_from <= $as_of)
WITH m, head(COLLECT { MATCH (m)-[:OF]->(a) RETURN a.id }) AS one, head(COLLECT { MATCH (m)-[:WITH]->(a) RETURN a.id }) AS two,
     COLLECT { MATCH (m)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics
// These are the same whichever of the two is named first; as asked, else by id.
WITH m, topics, CASE WHEN m.indicator IN ['agreements_signed', 'meetings', 'trade_turnover'] AND (two = $of OR one = $with OR $of IS NULL AND $with IS NULL AND two < one) THEN [two, one] ELSE [one, two] END AS ends
WHERE ($of IS NULL OR ends[0] = $of) AND ($with IS NULL OR ends[1] = $with) AND ($topic IS NULL OR $topic IN topics)
WITH m, ends, topics, coalesce(toString(m.valid_from), '') AS day,
     m.indicator + ' ' + coalesce(ends[0], '') + ' ' + coalesce(ends[1], '') + ' ' + coalesce(m.period, '') + reduce(text = '', t IN topics | text + ' ' + t) AS slot
WHERE $after IS NULL OR day < $after[0] OR day = $after[0] AND slot > $after[1]
MATCH (c)-[told:STATES {affirmed: true}]->(m)
WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
WITH day, slot, ends, topics, m.indicator AS indicator, m.unit AS unit, m.period AS period, m.value AS value, m.comparator AS comparator,
     collect(DISTINCT c) AS cs, collect(DISTINCT told.voice) AS said_by ORDER BY value, comparator
WITH day, slot, ends, topics, indicator, unit, period, collect({value: value, comparator: comparator, cs: cs, said_by: said_by}) AS figures,
     min(value) AS smallest, max(value) AS largest, count(DISTINCT value) AS different
WHERE different >= $min_figures
WITH * ORDER BY day DESC, slot LIMIT $limit
RETURN day, slot, indicator, ends[0] AS of, ends[1] AS `with`, period, unit, topics, smallest AS min, largest AS max, largest - smallest AS spread,
       CASE WHEN largest <> 0 THEN round((largest - smallest) / abs(largest), 4) END AS spread_share,
       [f IN figures | {value: f.value, comparator: f.comparator,
                        speakers: COLLECT { UNWIND f.cs AS c MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x },
                        voices: COLLECT { UNWIND f.said_by AS x RETURN x ORDER BY x }, claims: COLLECT { UNWIND f.cs AS c RETURN c.id AS x ORDER BY x }}] AS figures,
       COLLECT { UNWIND figures AS f UNWIND f.cs AS c RETURN DISTINCT c.id AS x ORDER BY x } AS claims
ORDER BY day DESC, slot
