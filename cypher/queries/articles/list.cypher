// Which articles are on record, or which have these words in the title, newest first.
// try {"outlet": "asia-financial"}
// at most 3,000 db hits among the bundled claims
CALL () {
  // Nothing to enter by: along the index, no further than the page needs.
  MATCH (p:Article) USING INDEX p:Article(published_on)
  WHERE p.published_on <= coalesce($after[0], toString($to), toString($as_of), '9999-12-31') AND p.published_on >= coalesce(left(toString($from), 4), '')
    AND ($after IS NULL OR p.published_on < $after[0] OR p.id > $after[1])
    AND ($from IS NULL OR p.published_on >= left(toString($from), size(p.published_on))) AND ($to IS NULL OR p.published_on <= left(toString($to), size(p.published_on)))
    AND ($as_of IS NULL OR p.published_on <= left(toString($as_of), size(p.published_on)))
  WITH p ORDER BY p.published_on DESC, p.id
  WHERE EXISTS { (r)-[:REVISION_OF]->(p) WHERE r.recorded_at <= $known_at AND r.public_on <= $published_until }
  RETURN p ORDER BY p.published_on DESC, p.id LIMIT CASE WHEN coalesce($q, $outlet) IS NULL THEN $limit ELSE 0 END
  UNION ALL
  WITH $outlet AS outlet WHERE $q IS NULL AND outlet IS NOT NULL
  MATCH (:Outlet {id: outlet})<-[:PUBLISHED_BY]-(p) RETURN p
  UNION ALL
  // Words alone: year by year from the latest on, no further than the page needs, so all that decides stands here too.
  WITH head(COLLECT { MATCH (p:Article) USING INDEX p:Article(published_on)
                      WHERE p.published_on <= coalesce($after[0], toString($to), toString($as_of), '9999-12-31')
                      RETURN p.published_on AS day ORDER BY day DESC LIMIT 1 }) AS latest,
       head(COLLECT { MATCH (p:Article) USING INDEX p:Article(published_on) WHERE p.published_on >= coalesce(left(toString($from), 4), '')
                      RETURN p.published_on AS day ORDER BY day LIMIT 1 }) AS first
  WHERE $q IS NOT NULL AND $outlet IS NULL
  UNWIND range(toInteger(left(latest, 4)), toInteger(left(first, 4)), -1) AS year
  CALL (year) {
    CALL db.index.fulltext.queryNodes('article_words', $q + ' AND published_on:' + year) YIELD node AS p
    WITH p, p.published_on AS published_on ORDER BY published_on DESC
    WHERE ($after IS NULL OR published_on < $after[0] OR published_on = $after[0] AND p.id > $after[1])
      AND ($from IS NULL OR published_on >= left(toString($from), size(published_on))) AND ($to IS NULL OR published_on <= left(toString($to), size(published_on)))
      AND ($as_of IS NULL OR published_on <= left(toString($as_of), size(published_on)))
    WITH p, published_on, p.id AS id ORDER BY published_on DESC, id
    WHERE EXISTS { (r)-[:REVISION_OF]->(p) WHERE r.recorded_at <= $known_at AND r.public_on <= $published_until }
    RETURN p ORDER BY published_on DESC, id LIMIT $limit
  }
  RETURN p LIMIT $limit
  UNION ALL
  // Words of one outlet's: whether an article is among a list of them is told sooner than by whom it is published.
  WITH $q AS q, $outlet AS outlet WHERE q IS NOT NULL AND outlet IS NOT NULL
  MATCH (:Outlet {id: outlet})<-[:PUBLISHED_BY]-(p)
  WITH q, collect(p) AS own
  CALL db.index.fulltext.queryNodes('article_words', q) YIELD node
  WITH node AS p, own WHERE p IN own RETURN p
}
// By day alone first: of what the page does not reach nothing else is read.
WITH p, p.published_on AS published_on ORDER BY published_on DESC
WHERE ($after IS NULL OR published_on < $after[0] OR published_on = $after[0] AND p.id > $after[1])
  AND ($from IS NULL OR published_on >= left(toString($from), size(published_on))) AND ($to IS NULL OR published_on <= left(toString($to), size(published_on)))
  AND ($as_of IS NULL OR published_on <= left(toString($as_of), size(published_on)))
WITH p, published_on, p.id AS id ORDER BY published_on DESC, id
WHERE EXISTS { (r)-[:REVISION_OF]->(p) WHERE r.recorded_at <= $known_at AND r.public_on <= $published_until }
WITH p, published_on, id ORDER BY published_on DESC, id LIMIT $limit
CALL (p) {
  MATCH (r)-[:REVISION_OF]->(p) WHERE r.recorded_at <= $known_at AND r.public_on <= $published_until
  RETURN r ORDER BY r.order DESC LIMIT 1
}
RETURN id, published_on, r.title AS title, r.url AS url, r.author AS author, r.language AS language,
       r.outlet AS outlet, r.credits AS credits,
       COUNT { MATCH (p)<-[:FROM]-(c:Claim)-[told:STATES]->()
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
               RETURN DISTINCT c } AS claims,
       CASE WHEN p.retracted_at <= $known_at THEN toString(p.retracted_at) END AS retracted_at
ORDER BY published_on DESC, id
