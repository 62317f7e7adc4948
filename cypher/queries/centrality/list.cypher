// Which actors stand in the middle of the graph that facts of these kinds make, the most central first.
// try {"kinds": "event,stance", "measure": "betweenness"}
// at most 15,000 db hits among the bundled claims
CALL () {
  // AS CLAIMS STAND: a question about all accepted claims of now finds at each fact how many affirm it.
  RETURN $status = 'accepted' AND NOT EXISTS { (g:GraphState) WHERE g.changed_at > $known_at } AND NOT EXISTS { (r:Revision) WHERE r.public_on > $published_until }
         AND NOT EXISTS { (c:Claim) WHERE c.confidence < $min_confidence } AS standing
}
CALL (standing) {
  WITH $actors AS ids WHERE ids IS NOT NULL
  MATCH (x:Actor)<-[:INITIATED_BY|HELD_BY|SUBJECT|OF]-(f)
  WHERE x.id IN ids AND (f:Event AND 'event' IN $kinds OR f:Stance AND 'stance' IN $kinds OR f:Relation AND 'relation' IN $kinds OR f:Measure AND 'measure' IN $kinds)
  RETURN DISTINCT f
  UNION ALL
  WITH 1 AS _ WHERE $actors IS NULL AND 'event' IN $kinds AND coalesce($from, $to) IS NULL MATCH (f:Event) RETURN f
  UNION ALL
  // Events of a window begin within it, or before it where they have more than one day: neither makes all of them be read.
  WITH coalesce($from, date('0000-01-01')) AS first, coalesce($to, date('9999-12-31')) AS last
  WHERE $actors IS NULL AND 'event' IN $kinds AND coalesce($from, $to) IS NOT NULL
  MATCH (f:Event) WHERE first <= f.valid_from <= last RETURN f
  UNION ALL
  WITH $from AS first WHERE $actors IS NULL AND 'event' IN $kinds AND first IS NOT NULL
  MATCH (f)-[r:INITIATED_BY {spans: true}]->() WHERE r.actor IS NOT NULL AND r.type IS NOT NULL AND r.valid_from < first RETURN DISTINCT f
  UNION ALL
  WITH 1 AS _ WHERE $actors IS NULL AND 'stance' IN $kinds MATCH (f:Stance) RETURN f
  UNION ALL
  WITH 1 AS _ WHERE $actors IS NULL AND 'relation' IN $kinds MATCH (f:Relation) RETURN f
  UNION ALL
  WITH 1 AS _ WHERE $actors IS NULL AND 'measure' IN $kinds MATCH (f:Measure) RETURN f
}
WITH standing, f
WHERE ($types IS NULL OR coalesce(f.type, f.position, f.indicator) IN $types)
  AND ($from IS NULL OR coalesce(f.valid_to >= $from, f:Relation OR f:Stance)) AND ($to IS NULL OR coalesce(f.valid_from <= $to, f:Relation))
  AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
WITH standing, collect(f) AS fs
CALL (standing, fs) {
  WITH fs WHERE standing UNWIND fs AS f
  WITH f, f.affirmations AS told, f.first_affirmation AS first WHERE told > 0 RETURN f, told, first
  UNION ALL
  WITH fs WHERE NOT standing UNWIND fs AS f
  MATCH (c)-[told:STATES {affirmed: true}]->(f)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  RETURN f, count(c) AS told, min(c.id) AS first
}
MATCH (a)<-[doing:INITIATED_BY|HELD_BY|SUBJECT|OF]-(f)-[done:DIRECTED_AT|TOWARD|OBJECT|WITH|INITIATED_BY]->(b:Actor)
// Those who do something together, to nobody, do it with each other.
WHERE a <> b AND (NOT type(done) = 'INITIATED_BY' OR type(doing) = 'INITIATED_BY' AND NOT EXISTS { (f)-[:DIRECTED_AT]->() })
  AND ($actors IS NULL OR a.id IN $actors AND b.id IN $actors)
WITH DISTINCT a, b, f, told, first
WITH a, b, count(f) AS weight, collect(first) AS firsts, collect(told) AS tolds ORDER BY weight DESC, a.id, b.id LIMIT $most_edges + 1
// A subquery would keep the list of all ends at each of them: hundreds of megabytes for a few thousand edges.
WITH collect([a.id, b.id, weight, firsts, tolds]) AS edges, collect(DISTINCT a) + collect(DISTINCT b) AS ends WHERE edges <> []
RETURN edges, [x IN ends WHERE x.name IS NOT NULL | [x.id, x.name]] AS names
