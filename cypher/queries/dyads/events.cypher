// What two actors did to each other, newest first, undated last; an event that is both ways stands once each way.
// try {"a": "usa", "b": "chn", "rollup": true}
// at most 5,100 db hits among the bundled claims
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
WITH e, way.direction AS direction, coalesce(toString(e.valid_from), '') AS day, e.id AS id
WHERE $after IS NULL OR day < $after[0] OR day = $after[0] AND (id > $after[1] OR id = $after[1] AND direction > $after[2])
// Sorted before the claims are looked at: only those of one page are.
WITH e, direction, day, id ORDER BY day DESC, id, direction
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(e)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 AND ($modality IS NULL OR told.modality = $modality) }
WITH e, direction, day, id ORDER BY day DESC, id, direction LIMIT $limit
CALL (e) {
  MATCH (c)-[told:STATES {affirmed: true}]->(e)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($modality IS NULL OR told.modality = $modality)
  RETURN collect(DISTINCT c.id) AS ids, collect(DISTINCT told.modality) AS modalities
}
CALL (e) {
  MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-()
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($modality IS NULL OR told.modality = $modality) AND ($as_of IS NULL OR o.valid_from <= $as_of)
  RETURN count(DISTINCT told.voice) AS voices
}
OPTIONAL MATCH (e)-[:AT]->(p)
WITH e, direction, day, id, ids, modalities, voices, head(collect(p)) AS p
RETURN id, day, direction, e.date AS date, e.until AS until, e.precision AS precision, e.type AS type, e.mode AS mode, e.contexts AS contexts,
       e.quad AS quad, e.score AS score,
       COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS initiators,
       COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS recipients,
       p.id AS place, p.location.longitude AS longitude, p.location.latitude AS latitude,
       COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN t.id AS x ORDER BY x } AS topics,
       COLLECT { UNWIND modalities AS x RETURN x ORDER BY x } AS modalities, voices, COLLECT { UNWIND ids AS x RETURN x ORDER BY x } AS claims
ORDER BY day DESC, id, direction
