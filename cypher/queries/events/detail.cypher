// One event, with the claims that affirm it and those that deny it.
// try {"id": "event-d09f9ac1213e2f7aa540"}
// at most 130 db hits among the bundled claims
MATCH (e:Event {id: $id})
CALL (e) {
  MATCH (c)-[told:STATES]->(e)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  RETURN collect(DISTINCT CASE WHEN told.affirmed THEN c.id END) AS claims, collect(DISTINCT CASE WHEN NOT told.affirmed THEN c.id END) AS denials,
         collect(DISTINCT CASE WHEN told.affirmed THEN told.modality END) AS modalities
}
WITH e, claims, denials, modalities WHERE size(claims) + size(denials) > 0 AND ($as_of IS NULL OR coalesce(e.valid_from <= $as_of, true))
CALL (e) {
  MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-()
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($as_of IS NULL OR coalesce(o.valid_from <= $as_of, true))
  RETURN count(DISTINCT told.voice) AS voices
}
OPTIONAL MATCH (e)-[:AT]->(p)
WITH e, claims, denials, modalities, voices, head(collect(p)) AS p
RETURN e.id AS id, e.date AS date, e.until AS until, e.precision AS precision, e.type AS type, e.mode AS mode, e.contexts AS contexts,
       e.quad AS quad, e.score AS score,
       COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS initiators,
       COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS recipients,
       p.id AS place, p.location.longitude AS longitude, p.location.latitude AS latitude,
       COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN t.id AS x ORDER BY x } AS topics,
       COLLECT { MATCH (e)-[:SAME_HAPPENING]-(o)<-[told:STATES]-()
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                   AND ($as_of IS NULL OR coalesce(o.valid_from <= $as_of, true))
                 RETURN DISTINCT o.id AS x ORDER BY x } AS same_happening,
       COLLECT { UNWIND modalities AS x RETURN x ORDER BY x } AS modalities, voices,
       COLLECT { UNWIND claims AS x RETURN x ORDER BY x } AS claims, COLLECT { UNWIND denials AS x RETURN x ORDER BY x } AS denials
