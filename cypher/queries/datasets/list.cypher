// Which datasets are on record, in which edition, by name.
// try {}
// at most 80,000 db hits among the bundled claims
MATCH (p:Dataset)
WHERE p.id > coalesce($after[0], '')
CALL (p) {
  MATCH (r)-[:REVISION_OF]->(p) WHERE r.recorded_at <= $known_at AND r.public_on <= $published_until AND ($as_of IS NULL OR r.released_on <= left(toString($as_of), size(r.released_on)))
  WITH r ORDER BY r.order DESC
  RETURN head(collect(r)) AS newest, count(r) AS editions
}
WITH p, newest, editions WHERE editions > 0
WITH p, newest, editions ORDER BY p.id LIMIT $limit
RETURN p.id AS id, p.key AS name, newest.title AS title, newest.publisher AS publisher, newest.version AS version, newest.released_on AS released_on,
       newest.licence AS licence, newest.url AS url, editions,
       COUNT { MATCH (p)<-[:FROM]-(c)-[told:STATES]->()
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
               RETURN DISTINCT c } AS claims,
       CASE WHEN p.retracted_at <= $known_at THEN toString(p.retracted_at) END AS retracted_at
ORDER BY id
