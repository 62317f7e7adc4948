// Which outlets and news agencies are on record, and how many articles each published, by id.
// try {"agency": true}
// at most 1,200 db hits among the bundled claims
MATCH (o:Outlet)
WHERE o.id > coalesce($after[0], '') AND ($agency IS NULL OR coalesce(o.agency, false) = $agency) AND ($country IS NULL OR o.country = $country)
  AND (EXISTS { (o)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
       OR EXISTS { (o)<-[:PUBLISHED_BY|CREDITS]-()<-[:REVISION_OF]-(r) WHERE r.recorded_at <= $known_at AND r.public_on <= $published_until }
       OR EXISTS { (o)<-[:CREDITS]-(:Claim)-[told:STATES]->() WHERE told.recorded_at <= $known_at AND told.public_on <= $published_until })
WITH o ORDER BY o.id LIMIT $limit
RETURN o.id AS id, coalesce(o.name, o.id) AS name, coalesce(o.aliases, []) AS aliases, o.country AS country, coalesce(o.agency, false) AS agency, o.url AS url,
       // All of them where no time is given, which costs nothing; else each article has to be looked at.
       CASE WHEN $known_at.year = 9999 AND $published_until.year = 9999 AND $as_of IS NULL THEN COUNT { (o)<-[:PUBLISHED_BY]-() } ELSE
       COUNT { MATCH (o)<-[:PUBLISHED_BY]-(p)<-[:REVISION_OF]-(r)
               WHERE r.recorded_at <= $known_at AND r.public_on <= $published_until AND ($as_of IS NULL OR r.published_on <= left(toString($as_of), size(r.published_on)))
               RETURN DISTINCT p } END AS articles
ORDER BY id
