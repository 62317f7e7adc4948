// Which claims contradict each other, and why; the pair that came to be last first.
// try {"reason": "measure_mismatch"}
// at most 300 db hits among the bundled claims
CALL () {
  WITH $fact AS fact WHERE fact IS NOT NULL
  MATCH (:Fact {id: fact})<-[:STATES]-()-[x:CONTRADICTS]-() RETURN DISTINCT x
  UNION ALL
  WITH $actor AS actor WHERE $fact IS NULL AND actor IS NOT NULL
  MATCH (:Actor {id: actor})<-[:SPEAKS_FOR*0..2]-()<-[:SPOKEN_BY]-()-[x:CONTRADICTS]-() RETURN DISTINCT x
  UNION ALL
  WITH $topic AS topic WHERE coalesce($fact, $actor) IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT]-()<-[:STATES]-()-[x:CONTRADICTS]-() RETURN DISTINCT x
  UNION ALL
  // Nothing to enter by: along an index, no further than the page needs; a bound that is null ends it before it begins.
  MATCH (c)-[x:CONTRADICTS {reason: $reason}]->(d) USING INDEX x:CONTRADICTS(reason, day, claim, other)
  WHERE x.day <= CASE WHEN coalesce($fact, $actor, $topic) IS NULL THEN coalesce($after[0], '9999-12-31') END AND x.day >= coalesce(left(toString($from), 4), '') AND x.claim IS NOT NULL AND x.other IS NOT NULL
    AND ($from IS NULL OR x.day >= left(toString($from), size(x.day))) AND ($to IS NULL OR x.day <= left(toString($to), size(x.day)))
    AND ($as_of IS NULL OR x.day <= left(toString($as_of), size(x.day)))
    AND ($after IS NULL OR x.day < $after[0] OR x.claim < $after[1] OR x.claim = $after[1] AND (x.other < $after[2] OR x.other = $after[2] AND x.reason < $after[3]))
  WITH c, x, d ORDER BY x.reason DESC, x.day DESC, x.claim DESC, x.other DESC
  WHERE EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
    AND EXISTS { (d)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  RETURN x ORDER BY x.reason DESC, x.day DESC, x.claim DESC, x.other DESC LIMIT $limit
  UNION ALL
  MATCH (c)-[x:CONTRADICTS]->(d) USING INDEX x:CONTRADICTS(day, claim, other, reason)
  WHERE x.day <= CASE WHEN coalesce($fact, $actor, $topic, $reason) IS NULL THEN coalesce($after[0], '9999-12-31') END
    AND x.day >= coalesce(left(toString($from), 4), '') AND x.claim IS NOT NULL AND x.other IS NOT NULL AND x.reason IS NOT NULL
    AND ($from IS NULL OR x.day >= left(toString($from), size(x.day))) AND ($to IS NULL OR x.day <= left(toString($to), size(x.day)))
    AND ($as_of IS NULL OR x.day <= left(toString($as_of), size(x.day)))
    AND ($after IS NULL OR x.day < $after[0] OR x.claim < $after[1] OR x.claim = $after[1] AND (x.other < $after[2] OR x.other = $after[2] AND x.reason < $after[3]))
  WITH c, x, d ORDER BY x.day DESC, x.claim DESC, x.other DESC, x.reason DESC
  WHERE EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
    AND EXISTS { (d)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  RETURN x ORDER BY x.day DESC, x.claim DESC, x.other DESC, x.reason DESC LIMIT $limit
}
WITH startNode(x) AS c, x, endNode(x) AS d
WHERE ($reason IS NULL OR x.reason = $reason)
  AND ($from IS NULL OR x.day >= left(toString($from), size(x.day))) AND ($to IS NULL OR x.day <= left(toString($to), size(x.day)))
  AND ($as_of IS NULL OR x.day <= left(toString($as_of), size(x.day)))
  AND ($after IS NULL OR x.day < $after[0] OR x.day = $after[0] AND (x.claim < $after[1] OR x.claim = $after[1] AND (x.other < $after[2] OR x.other = $after[2] AND x.reason < $after[3])))
  AND ($fact IS NULL OR EXISTS { (c)-[:STATES]->(:Fact {id: $fact}) } OR EXISTS { (d)-[:STATES]->(:Fact {id: $fact}) })
  AND ($topic IS NULL OR EXISTS { (c)-[:STATES]->()-[:ABOUT]->(:Topic {id: $topic}) } OR EXISTS { (d)-[:STATES]->()-[:ABOUT]->(:Topic {id: $topic}) })
WITH c, x, d ORDER BY x.day DESC, x.claim DESC, x.other DESC, x.reason DESC
WHERE EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  AND EXISTS { (d)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  AND ($actor IS NULL OR EXISTS {
    MATCH (:Actor {id: $actor})<-[office:SPEAKS_FOR*0..2]-()<-[:SPOKEN_BY]-(s)
    WHERE (s = c OR s = d) AND (size(office) = 0 OR $rollup)
      AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND o.since <= date(left(s.said_on + '-01-01', 10)) <= o.until) })
WITH c, x, d ORDER BY x.day DESC, x.claim DESC, x.other DESC, x.reason DESC LIMIT $limit
RETURN x.reason AS reason, x.day AS day, x.claim AS claim, x.other AS other, c.summary AS claim_summary, d.summary AS other_summary,
       c.said_on AS claim_said_on, d.said_on AS other_said_on,
       COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS who ORDER BY who } AS claim_speakers,
       COLLECT { MATCH (d)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS who ORDER BY who } AS other_speakers,
       head(COLLECT { MATCH (c)-[:STATES]->(f) RETURN f.id LIMIT 1 }) AS claim_fact, head(COLLECT { MATCH (d)-[:STATES]->(f) RETURN f.id LIMIT 1 }) AS other_fact,
       [x.claim, x.other] AS claims
ORDER BY day DESC, claim DESC, other DESC, reason DESC
