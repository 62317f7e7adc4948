// How one outlet or agency fares as a voice: how many facts only it tells, how many others tell too, are contradicted, and how early it was.
// try {"id": "asia-financial"}
// at most 4,300 db hits among the bundled claims
MATCH (o:Outlet {id: $id})
CALL (o) {
  CALL (o) {
    MATCH (o)<-[:CREDITS]-(c:Claim) RETURN c
    UNION ALL
    MATCH (o)<-[:PUBLISHED_BY]-()<-[:FROM]-(c) RETURN c
  }
  MATCH (c)-[told:STATES]->(f) WHERE told.voice = $id
  WITH c, told, f
  WHERE told.affirmed AND told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true))
  WITH f, min(told.public_on) AS mine, collect(DISTINCT c) AS cs
  CALL (f) {
    // The same fact, or the same happening in other words.
    MATCH (f)-[:SAME_HAPPENING*0..1]-()<-[told:STATES]-()
    WITH told, told.voice AS voice WHERE voice <> $id
    WITH told WHERE told.affirmed AND told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    RETURN min(told.public_on) AS theirs
  }
  WITH cs, duration.inDays(mine, theirs).days AS lead, theirs IS NOT NULL AS shared, any(c IN cs WHERE EXISTS {
         (c)-[:CONTRADICTS]-()-[told:STATES]->()
         WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }) AS contradicted
  WITH size(cs) AS told_by, reduce(least = null, c IN cs | CASE WHEN c.id > least THEN least ELSE c.id END) AS claim, lead, shared, contradicted ORDER BY claim
  RETURN count(*) AS facts, sum(CASE WHEN shared THEN 1 ELSE 0 END) AS corroborated, sum(CASE WHEN contradicted THEN 1 ELSE 0 END) AS contradicted,
         sum(CASE WHEN lead > 0 THEN 1 ELSE 0 END) AS first, percentileCont(lead, 0.5) AS lead_days, sum(told_by) AS claim_count, collect(claim)[..100] AS claims
}
WITH * WHERE facts > 0
   OR EXISTS { (o)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
   OR EXISTS { (o)<-[:PUBLISHED_BY|CREDITS]-()<-[:REVISION_OF]-(r) WHERE r.recorded_at <= $known_at AND r.public_on <= $published_until }
RETURN o.id AS id, coalesce(o.name, o.id) AS name, facts, facts - corroborated AS unique, corroborated, contradicted, first, lead_days, claim_count, claims
