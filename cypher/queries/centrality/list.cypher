// Which actors stand in the middle of the graph that facts of these kinds make, the most central first.
// try {"kinds": "event,stance", "measure": "betweenness"}
// at most 15,000 db hits among the bundled claims
CALL () {
  WITH $actors AS ids WHERE ids IS NOT NULL
  MATCH (x:Actor)<-[:INITIATED_BY|HELD_BY|SUBJECT|OF]-(f) WHERE x.id IN ids RETURN DISTINCT f
  UNION ALL
  WITH 1 AS _ WHERE $actors IS NULL AND 'event' IN $kinds MATCH (f:Event) RETURN f
  UNION ALL
  WITH 1 AS _ WHERE $actors IS NULL AND 'stance' IN $kinds MATCH (f:Stance) RETURN f
  UNION ALL
  WITH 1 AS _ WHERE $actors IS NULL AND 'relation' IN $kinds MATCH (f:Relation) RETURN f
  UNION ALL
  WITH 1 AS _ WHERE $actors IS NULL AND 'measure' IN $kinds MATCH (f:Measure) RETURN f
}
WITH f
WHERE (f:Event AND 'event' IN $kinds OR f:Stance AND 'stance' IN $kinds OR f:Relation AND 'relation' IN $kinds OR f:Measure AND 'measure' IN $kinds)
  AND ($types IS NULL OR coalesce(f.type, f.position, f.indicator) IN $types)
  AND ($from IS NULL OR coalesce(f.valid_to >= $from, f:Relation OR f:Stance)) AND ($to IS NULL OR coalesce(f.valid_from <= $to, f:Relation))
  AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
MATCH (c)-[told:STATES {affirmed: true}]->(f)
WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
WITH f, collect(DISTINCT c.id) AS cs
MATCH (a:Actor)<-[doing:INITIATED_BY|HELD_BY|SUBJECT|OF]-(f)-[done:DIRECTED_AT|TOWARD|OBJECT|WITH|INITIATED_BY]->(b:Actor)
// Those who do something together, to nobody, do it with each other.
WHERE a <> b AND (NOT type(done) = 'INITIATED_BY' OR type(doing) = 'INITIATED_BY' AND NOT EXISTS { (f)-[:DIRECTED_AT]->() })
  AND ($actors IS NULL OR a.id IN $actors AND b.id IN $actors)
WITH DISTINCT a, b, f, cs
WITH a, b, count(f) AS weight, collect(cs) AS claims ORDER BY weight DESC, a.id, b.id LIMIT $most_edges + 1
RETURN a.id AS source, b.id AS target, coalesce(a.name, a.id) AS source_name, coalesce(b.name, b.id) AS target_name, weight, claims
