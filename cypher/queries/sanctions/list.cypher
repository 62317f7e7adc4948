// Who has put sanctions on whom, by programme or by act, as claims assert it: the latest begun first.
// try {"imposer": "usa", "target": "rus", "rollup": true, "as_of": "2022"}
// at most 3,000 db hits among the bundled claims
CALL () {
  MATCH (:Actor {id: coalesce($target, $imposer)})<-[office:SPEAKS_FOR*0..2]-(who) WHERE size(office) = 0 OR $rollup
  WITH DISTINCT who
  RETURN collect(who) AS whos, sum(COUNT { (who)<-[:SUBJECT]-() } + COUNT { (who)<-[:OBJECT]-() } + COUNT { (who)<-[:INITIATED_BY]-() } + COUNT { (who)<-[:DIRECTED_AT]-() }) AS many
}
// A busy actor's few sanctions are sooner found among all sanctions than among all that it did.
WITH whos, many, COUNT { (:Relation {type: 'sanctions'}) } + COUNT { (:Event {type: 'SANCTION'}) } AS all
CALL (whos, many, all) {
  WITH whos WHERE many < 3 * all UNWIND whos AS who
  MATCH (who)<-[:SUBJECT|OBJECT|INITIATED_BY|DIRECTED_AT]-(f) WHERE f.type IN ['sanctions', 'SANCTION'] RETURN DISTINCT f
  UNION ALL
  WITH whos, coalesce($imposer, $target) IS NULL AS anyones, many >= 3 * all AS busy WHERE anyones OR busy
  MATCH (f:Relation {type: 'sanctions'}) WHERE anyones OR EXISTS { (f)-[:SUBJECT|OBJECT]->(who) WHERE who IN whos } RETURN f
  UNION ALL
  WITH whos, coalesce($imposer, $target) IS NULL AS anyones, many >= 3 * all AS busy WHERE anyones OR busy
  MATCH (f:Event {type: 'SANCTION'}) WHERE anyones OR EXISTS { (f)-[:INITIATED_BY|DIRECTED_AT]->(who) WHERE who IN whos } RETURN f
}
WITH f
WHERE ($kind IS NULL OR $kind = CASE WHEN f:Event THEN 'event' ELSE 'relation' END) AND ($mode IS NULL OR f.mode = $mode)
  AND ($programme IS NULL OR toLower(f.title) CONTAINS toLower($programme))
  AND ($topic IS NULL OR EXISTS { (f)-[:ABOUT]->(:Topic {id: $topic}) })
MATCH (c)-[told:STATES {affirmed: true, modality: 'asserted'}]->(f)
WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
// What has no beginning is known to be so from the day on which a claim first says it.
WITH f, collect(DISTINCT c.id) AS ids, coalesce(f.valid_from, date(left(min(c.said_on) + '-01-01', 10))) AS begun
WHERE ($as_of IS NULL OR begun <= $as_of AND (f:Event OR coalesce(f.valid_to >= $as_of, true)))
  AND ($to IS NULL OR begun <= $to) AND ($from IS NULL OR CASE WHEN f:Event THEN coalesce(f.valid_to, begun) >= $from ELSE coalesce(f.valid_to >= $from, true) END)
  AND ($imposer IS NULL OR EXISTS {
    MATCH (:Actor {id: $imposer})<-[office:SPEAKS_FOR*0..2]-()<-[:SUBJECT|INITIATED_BY]-(f)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND o.since <= begun <= o.until) })
  AND ($target IS NULL OR EXISTS {
    MATCH (:Actor {id: $target})<-[office:SPEAKS_FOR*0..2]-()<-[:OBJECT|DIRECTED_AT]-(f)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND o.since <= begun <= o.until) })
WITH f, ids, toString(begun) AS day
WHERE $after IS NULL OR day < $after[0] OR day = $after[0] AND f.id > $after[1]
WITH f, ids, day ORDER BY day DESC, f.id LIMIT $limit
RETURN f.id AS id, day, CASE WHEN f:Event THEN 'event' ELSE 'relation' END AS kind,
       COLLECT { MATCH (f)-[:SUBJECT|INITIATED_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS imposers,
       COLLECT { MATCH (f)-[:OBJECT|DIRECTED_AT]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS targets,
       f.title AS programme, f.mode AS mode, COLLECT { MATCH (f)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       coalesce(f.date, f.since) AS since, f.until AS until, f.precision AS precision, COLLECT { UNWIND ids AS x RETURN x ORDER BY x } AS claims
ORDER BY day DESC, id
