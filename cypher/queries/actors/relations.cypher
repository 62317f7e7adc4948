// The dated ties of one actor, as subject or object, by relation id.
// try {"id": "vladimir-putin"}
// at most 100,000 db hits among the bundled claims
MATCH (a:Actor {id: $id})<-[:SUBJECT|OBJECT]-(r:Relation)
WITH DISTINCT r
WHERE ($type IS NULL OR r.type = $type) AND ($after IS NULL OR r.id > $after[0])
  AND ($as_of IS NULL OR (r.valid_from IS NULL OR r.valid_from <= $as_of) AND (r.valid_to IS NULL OR r.valid_to >= $as_of))
MATCH (c)-[told:STATES {affirmed: true}]->(r)
WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
WITH r, collect(DISTINCT c.id) AS ids ORDER BY r.id LIMIT $limit
RETURN r.id AS id, r.type AS type, head(COLLECT { MATCH (r)-[:SUBJECT]->(s) RETURN s.id }) AS subject,
       head(COLLECT { MATCH (r)-[:OBJECT]->(o) RETURN o.id }) AS object, r.title AS title, r.speaks_for AS speaks_for,
       r.since AS since, r.until AS until, COLLECT { UNWIND ids AS x RETURN x ORDER BY x } AS claims
ORDER BY id
