// Who stands where on a topic: the stances about it or toward it, newest first.
// try {"id": "political-settlement-ukraine"}
// at most 1,300 db hits among the bundled claims
MATCH (:Topic {id: $id})<-[:ABOUT|TOWARD]-(s:Stance)
WITH DISTINCT s
WITH s, toString(s.valid_from) AS day, s.id AS id
WHERE ($from IS NULL OR s.valid_to IS NULL OR s.valid_to >= $from) AND ($to IS NULL OR s.valid_from <= $to)
  AND ($as_of IS NULL OR s.valid_from <= $as_of AND (s.valid_to IS NULL OR s.valid_to >= $as_of))
  AND ($after IS NULL OR day < $after[0] OR day = $after[0] AND id > $after[1])
// Sorted before the claims are looked at: only those of one page are.
WITH s, day, id ORDER BY day DESC, id
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(s)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH s, day, id ORDER BY day DESC, id LIMIT $limit
RETURN id, day, COLLECT { MATCH (s)-[:HELD_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS holders,
       s.position AS position, s.polarity AS polarity, head(COLLECT { MATCH (s)-[:TOWARD]->(x) RETURN x.id }) AS target,
       head(COLLECT { MATCH (s)-[:TOWARD]->(x) RETURN toLower(head([l IN labels(x) WHERE l IN ['Actor', 'Topic', 'Fact']])) }) AS target_kind,
       COLLECT { MATCH (s)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       s.since AS since, s.until AS until, s.precision AS precision,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(s)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 RETURN DISTINCT c.id AS x ORDER BY x } AS claims
ORDER BY day DESC, id
