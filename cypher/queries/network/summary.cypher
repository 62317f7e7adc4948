// The graph among these actors, and their nearest neighbours if wanted: who did, said or is what to whom, how often, with the evidence.
// try {"actors": "chn,rus,usa,ukr", "kinds": "event,stance"}
// at most 8,500 db hits among the bundled claims
MATCH (n:Actor) WHERE n.id IN $actors
WITH collect(n) AS asked
// Whom they share most facts with …
CALL (asked) {
  UNWIND CASE WHEN $expand THEN asked ELSE [] END AS n
  MATCH (n)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(f)-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(m:Actor)
  WHERE NOT m IN asked
    AND (f:Event AND 'event' IN $kinds OR f:Stance AND 'stance' IN $kinds OR f:Relation AND 'relation' IN $kinds OR f:Measure AND 'measure' IN $kinds)
    AND ($types IS NULL OR coalesce(f.type, f.position, f.indicator) IN $types)
    AND ($from IS NULL OR coalesce(f.valid_to >= $from, f:Relation OR f:Stance)) AND ($to IS NULL OR coalesce(f.valid_from <= $to, f:Relation))
    AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(f)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH m, count(DISTINCT f) AS facts ORDER BY facts DESC, m.id LIMIT 51
  RETURN collect(m) AS found
}
WITH asked + found[..50] AS members, size(found) > 50 AS more
// … and each fact that leads from one of them to another: from who does, holds or is to whom it is done, held toward or is.
CALL (members) {
  UNWIND members AS n
  MATCH (n)<-[ahead:SPEAKS_FOR*0..2]-(who)<-[doing:INITIATED_BY|HELD_BY|SUBJECT|OF]-(f)
  WHERE (size(ahead) = 0 OR $rollup) AND all(o IN ahead WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= f.valid_from <= o.until, true))
    AND (f:Event AND 'event' IN $kinds OR f:Stance AND 'stance' IN $kinds OR f:Relation AND 'relation' IN $kinds OR f:Measure AND 'measure' IN $kinds)
    AND ($types IS NULL OR coalesce(f.type, f.position, f.indicator) IN $types)
    AND ($from IS NULL OR coalesce(f.valid_to >= $from, f:Relation OR f:Stance)) AND ($to IS NULL OR coalesce(f.valid_from <= $to, f:Relation))
    AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
  MATCH (f)-[done:DIRECTED_AT|TOWARD|OBJECT|WITH|INITIATED_BY]->(whom:Actor)-[behind:SPEAKS_FOR*0..2]->(m)
  // Those who do something together, to nobody, do it with each other.
  WHERE m IN members AND m <> n AND (NOT type(done) = 'INITIATED_BY' OR type(doing) = 'INITIATED_BY' AND NOT EXISTS { (f)-[:DIRECTED_AT]->() })
    AND (size(behind) = 0 OR $rollup) AND all(o IN behind WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= f.valid_from <= o.until, true))
  WITH DISTINCT n, m, f
  MATCH (c)-[told:STATES {affirmed: true}]->(f)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  WITH n, m, toLower(head([l IN labels(f) WHERE l <> 'Fact'])) AS kind, collect(DISTINCT f) AS fs, collect(DISTINCT c.id) AS cs
  ORDER BY size(fs) DESC, n.id, m.id, kind LIMIT $most_edges + 1
  RETURN collect({
    source: n.id, target: m.id, kind: kind, weight: size(fs),
    // Summed in thousandths: a sum of floats would depend on the order in which they were loaded.
    score: round(reduce(sum = 0, f IN fs | sum + toInteger(round(f.score * 1000))) / 1000.0 / size(fs), 3),
    polarity: round(reduce(sum = 0, f IN fs | sum + toInteger(round(f.polarity * 1000))) / 1000.0 / size(fs), 3),
    first: toString(reduce(day = null, f IN fs | CASE WHEN day <= f.valid_from THEN day ELSE coalesce(f.valid_from, day) END)),
    last: toString(reduce(day = null, f IN fs | CASE WHEN day >= f.valid_from THEN day ELSE coalesce(f.valid_from, day) END)),
    facts: COLLECT { UNWIND fs AS f RETURN f.id ORDER BY coalesce(toString(f.valid_from), '') DESC, f.id LIMIT 5 },
    claims: COLLECT { UNWIND cs AS x RETURN x ORDER BY x LIMIT 100 }, claim_count: size(cs)
  }) AS edges
}
RETURN COLLECT { UNWIND members AS n RETURN n {.id, name: coalesce(n.name, n.id), .kind} AS node ORDER BY node.id } AS nodes,
       edges[..$most_edges] AS edges, more OR size(edges) > $most_edges AS truncated
