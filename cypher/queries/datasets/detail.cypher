// One dataset with all its editions on record, oldest first, and how many of its claims count, by kind.
// try {"id": "dataset-ofac-sdn-2021-07"}
// at most 1,200 db hits among the bundled claims
MATCH (p:Dataset {id: $id})<-[:REVISION_OF]-(r)
WHERE r.recorded_at <= $known_at AND r.public_on <= $published_until AND ($as_of IS NULL OR r.released_on <= left(toString($as_of), size(r.released_on)))
WITH p, r ORDER BY r.order
WITH p, last(collect(r)) AS newest, collect({revision: r.id, version: r.version, released_on: r.released_on, recorded_at: toString(r.recorded_at)}) AS editions
CALL (p) {
  MATCH (p)<-[:FROM]-(c)-[told:STATES]->()
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  WITH c.kind AS kind, count(DISTINCT c) AS claims ORDER BY kind
  RETURN collect({kind: kind, claims: claims}) AS kinds
}
RETURN p.id AS id, p.key AS name, newest.title AS title, newest.publisher AS publisher, newest.version AS version, newest.released_on AS released_on,
       newest.licence AS licence, newest.url AS url, editions, reduce(n = 0, k IN kinds | n + k.claims) AS claims, kinds,
       CASE WHEN p.retracted_at <= $known_at THEN toString(p.retracted_at) END AS retracted_at
