// The dated ties of one actor, as subject or object, by relation id.
// try {"id": "vladimir-putin", "role": "subject", "with": "rus"}
// at most 450 db hits among the bundled claims
MATCH (:Actor {id: $id})<-[end:SUBJECT|OBJECT]-(r:Relation)
WHERE ($role IS NULL OR toLower(type(end)) = $role) AND ($type IS NULL OR r.type = $type)
  AND ($with IS NULL OR EXISTS { (r)-[other:SUBJECT|OBJECT]->(:Actor {id: $with}) WHERE other <> end })
  AND ($as_of IS NULL OR coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to >= $as_of, true))
WITH DISTINCT r, r.id AS id
WHERE $after IS NULL OR id > $after[0]
WITH r, id ORDER BY id
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(r)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH r, id ORDER BY id LIMIT $limit
RETURN id, r.type AS type, head(COLLECT { MATCH (r)-[:SUBJECT]->(s) RETURN s.id }) AS subject,
       head(COLLECT { MATCH (r)-[:OBJECT]->(o) RETURN o.id }) AS object, r.title AS title, r.speaks_for AS speaks_for,
       r.since AS since, r.until AS until,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(r)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 RETURN DISTINCT c.id AS x ORDER BY x } AS claims
ORDER BY id
