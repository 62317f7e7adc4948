// Which articles are on record, or which have these words in the title, newest first.
// try {"outlet": "asia-financial"}
// at most 100,000 db hits among the bundled claims
CALL () {
  WITH $q AS q WHERE q IS NULL
  MATCH (p:Article) RETURN p
  UNION ALL
  WITH $q AS q WHERE q IS NOT NULL
  CALL db.index.fulltext.queryNodes('article_titles', q) YIELD node RETURN node AS p
}
WITH p
WHERE ($outlet IS NULL OR EXISTS { (p)-[:PUBLISHED_BY]->(:Outlet {id: $outlet}) })
  AND p.published_on IS NOT NULL
  AND ($after IS NULL OR p.published_on < $after[0] OR p.published_on = $after[0] AND p.id > $after[1])
WITH p ORDER BY p.published_on DESC, p.id LIMIT $limit
RETURN p.id AS id, p.title AS title, p.url AS url, p.published_on AS published_on, p.author AS author,
       head(COLLECT { MATCH (p)-[:PUBLISHED_BY]->(o) RETURN o.id }) AS outlet, COLLECT { MATCH (p)-[:CREDITS]->(o) RETURN o.id ORDER BY o.id } AS credits,
       size(COLLECT { MATCH (p)<-[:FROM {revision: p.revision}]-(c:Claim) RETURN DISTINCT c.id }) AS claims, toString(p.retracted_at) AS retracted_at
ORDER BY published_on DESC, id
