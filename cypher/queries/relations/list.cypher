// Which dated ties there are between actors, or between an actor and a place: the latest begun first, those without a date last.
// try {"type": "holds_office", "object": "chn", "speaks_for": true, "as_of": "2024-05-16"}
// at most 3,500 db hits among the bundled claims
CALL () {
  WITH coalesce($subject, $object, $actor) AS end WHERE end IS NOT NULL
  MATCH (:Actor {id: end})<-[:SPEAKS_FOR*0..2]-()<-[:SUBJECT|OBJECT]-(r) RETURN DISTINCT r
  UNION ALL
  WITH $object AS place WHERE $subject IS NULL AND place IS NOT NULL
  MATCH (:Place {id: place})<-[:OBJECT]-(r) RETURN r
  UNION ALL
  WITH $topic AS topic WHERE coalesce($subject, $object, $actor) IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT]-(r:Relation) RETURN r
  UNION ALL
  WITH $type AS type WHERE coalesce($subject, $object, $actor, $topic) IS NULL AND type IS NOT NULL
  MATCH (r:Relation {type: type}) RETURN r
  UNION ALL
  WITH 1 AS _ WHERE coalesce($subject, $object, $actor, $topic, $type) IS NULL
  MATCH (r:Relation) RETURN r
}
WITH r
WHERE ($type IS NULL OR r.type = $type) AND ($speaks_for IS NULL OR r.speaks_for = $speaks_for)
  AND ($from IS NULL OR coalesce(r.valid_to >= $from, true)) AND ($to IS NULL OR coalesce(r.valid_from <= $to, true))
  AND ($as_of IS NULL OR coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to >= $as_of, true))
WITH r, coalesce(toString(r.valid_from), '') AS day
WHERE ($after IS NULL OR day < $after[0] OR day = $after[0] AND r.id > $after[1])
  AND ($topic IS NULL OR EXISTS { (r)-[:ABOUT]->(:Topic {id: $topic}) })
WITH r, day ORDER BY day DESC, r.id
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(r)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  AND ($subject IS NULL OR EXISTS {
    MATCH (:Actor {id: $subject})<-[office:SPEAKS_FOR*0..2]-()<-[:SUBJECT]-(r)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= r.valid_from <= o.until, true)) })
  AND ($object IS NULL OR EXISTS { (r)-[:OBJECT]->(:Place {id: $object}) } OR EXISTS {
    MATCH (:Actor {id: $object})<-[office:SPEAKS_FOR*0..2]-()<-[:OBJECT]-(r)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= r.valid_from <= o.until, true)) })
  AND ($actor IS NULL OR EXISTS {
    MATCH (:Actor {id: $actor})<-[office:SPEAKS_FOR*0..2]-()<-[:SUBJECT|OBJECT]-(r)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= r.valid_from <= o.until, true)) })
WITH r, day ORDER BY day DESC, r.id LIMIT $limit
RETURN r.id AS id, day, r.type AS type, head(COLLECT { MATCH (r)-[:SUBJECT]->(s) RETURN s.id }) AS subject,
       head(COLLECT { MATCH (r)-[:OBJECT]->(o) RETURN o.id }) AS object,
       head(COLLECT { MATCH (r)-[:OBJECT]->(o) RETURN CASE WHEN o:Place THEN 'place' ELSE 'actor' END }) AS object_kind,
       r.title AS title, r.speaks_for AS speaks_for, r.since AS since, r.until AS until, r.precision AS precision,
       COLLECT { MATCH (r)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(r)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 RETURN DISTINCT c.id AS x ORDER BY x } AS claims
ORDER BY day DESC, id
