// How conflictual or cooperative two actors were toward each other in each interval, each direction apart.
// try {"a": "rus", "b": "chn", "interval": "year", "rollup": true}
// at most 7,400 db hits among the bundled claims
UNWIND [{direction: 'a_to_b', initiator: $a, recipient: $b}, {direction: 'b_to_a', initiator: $b, recipient: $a}] AS way
CALL (way) {
  MATCH (:Actor {id: way.initiator})<-[office:SPEAKS_FOR*0..2]-()<-[:INITIATED_BY]-(e)-[role:DIRECTED_AT|INITIATED_BY]->()-[seat:SPEAKS_FOR*0..2]->(:Actor {id: way.recipient})
  USING JOIN ON e
  WHERE (size(office) = 0 OR $rollup) AND (size(seat) = 0 OR $rollup)
    AND all(o IN office + seat WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true))
    // What several did to nobody else, they did to each other.
    AND (type(role) = 'DIRECTED_AT' OR NOT EXISTS { (e)-[:DIRECTED_AT]->() })
  RETURN DISTINCT e
}
WITH way, e
WHERE ($direction IS NULL OR way.direction = $direction)
  AND ($type IS NULL OR e.type IN $type) AND ($mode IS NULL OR e.mode = $mode) AND ($quad IS NULL OR e.quad = $quad)
  AND ($topic IS NULL OR EXISTS { (e)-[:ABOUT]->(:Topic {id: $topic}) })
  AND ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to) AND ($as_of IS NULL OR e.valid_from <= $as_of)
CALL (e) {
  MATCH (c)-[told:STATES {affirmed: true}]->(e)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($modality IS NULL OR told.modality = $modality)
  RETURN collect(c.id) AS ids
}
WITH way, e, ids WHERE ids <> []
WITH way, CASE WHEN e.valid_from IS NOT NULL THEN date.truncate($interval, e.valid_from) END AS interval, e, ids
WITH way, interval, count(e) AS events, sum(e.score) AS score_sum, sum(CASE WHEN e.score > 0 THEN 1 ELSE 0 END) AS cooperation,
     sum(CASE WHEN e.score < 0 THEN 1 ELSE 0 END) AS conflict, sum(size(ids)) AS claim_count, collect(ids) AS each
ORDER BY interval, way.direction LIMIT $limit
RETURN toString(interval) AS interval, way.direction AS direction, way.initiator AS initiator, way.recipient AS recipient,
       events, score_sum, round(score_sum / events, 4) AS score, cooperation, conflict, claim_count,
       COLLECT { UNWIND each AS ids UNWIND ids AS x RETURN x ORDER BY x LIMIT 100 } AS claims
ORDER BY interval, direction
