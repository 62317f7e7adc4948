// How two actors stood toward each other, each way by month, quarter or year: stances and their mean polarity, and the events beside them.
// try {"a": "chn", "b": "usa", "interval": "month"}
// at most 2,500 db hits among the bundled claims
CALL () {
  MATCH (one:Actor)<-[office:SPEAKS_FOR*0..2]-()<-[:HELD_BY|INITIATED_BY]-(x)-[:TOWARD|DIRECTED_AT]->()-[seat:SPEAKS_FOR*0..2]->(other:Actor)
  USING JOIN ON x
  WHERE one.id IN [$a, $b] AND other.id IN [$a, $b] AND one <> other
    AND (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
    AND (size(seat) = 0 OR $rollup) AND all(o IN seat WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
    AND ($from IS NULL OR CASE WHEN x:Event THEN x.valid_to >= $from ELSE coalesce(x.valid_to >= $from, true) END) AND ($to IS NULL OR x.valid_from <= $to)
    AND ($as_of IS NULL OR x.valid_from <= $as_of AND (x:Event OR x.valid_to IS NULL OR x.valid_to >= $as_of))
  RETURN DISTINCT one.id AS holder, other.id AS target, x
}
MATCH (c)-[told:STATES {affirmed: true}]->(x)
WHERE x.valid_from IS NOT NULL
  AND told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
WITH holder, target, x, collect(DISTINCT c.id) AS ids
WITH *, toString(date.truncate($interval, x.valid_from)) AS interval
WITH interval, holder, target, collect(ids) AS lists, count(CASE WHEN x:Stance THEN x END) AS stances, count(CASE WHEN x:Event THEN x END) AS events,
     sum(toInteger(round(x.polarity * 10000))) AS polarities, sum(toInteger(round(x.score * 100))) AS scores
RETURN interval, holder, target, stances, CASE WHEN stances > 0 THEN round(polarities / 10000.0 / stances, 4) + 0.0 END AS polarity,
       events, CASE WHEN events > 0 THEN round(scores / 100.0 / events, 4) + 0.0 END AS event_score,
       reduce(n = 0, ids IN lists | n + size(ids)) AS claim_count, COLLECT { UNWIND lists AS ids UNWIND ids AS x RETURN x ORDER BY x LIMIT 100 } AS claims
ORDER BY interval, holder, target LIMIT $limit
