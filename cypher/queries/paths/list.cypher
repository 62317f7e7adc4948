// How two actors are tied: the shortest chains of facts between them, each step with its evidence.
// try {"from": "vedant-patel", "to": "narendra-modi"}
// at most 25,000 db hits among the bundled claims
MATCH (a:Actor {id: $from})
CALL (a) { MATCH (b:Actor {id: $to}) WHERE a <> b RETURN b }
// 1. Whom both ends share facts with: all chains of one and two steps. A tie is one, however many facts make it.
CALL (a, b) {
  UNWIND [a, b] AS x
  MATCH (x)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(f)-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(y)
  WHERE x <> y
  WITH x, y, collect(f) AS fs WHERE y:Actor AND NOT y.id IN coalesce($avoid, [])
  RETURN collect({x: x, y: y, fs: fs}) AS shared
}
// Which of a busy actor's facts count takes long to find out. The shortest chains are likely among those that would be if all did …
CALL (a, b, shared) {
  UNWIND shared AS tie
  WITH tie, a, b WHERE NOT tie.y IN [a, b]
  WITH tie.y AS y, collect(tie) AS both WHERE size(both) = 2
  WITH both, reduce(n = 0.0, tie IN both | n + 1.0 / size(tie.fs)) AS length ORDER BY length LIMIT $k + 3
  RETURN collect({both: both, length: length}) AS likely
}
WITH a, b, shared, [tie IN shared WHERE tie.y IN [a, b]] + reduce(all = [], one IN likely[..$k + 2] | all + one.both) AS tried, likely[$k + 2].length AS bound
CALL (tried) {
  UNWIND tried AS tie
  UNWIND tie.fs AS f
  WITH DISTINCT tie.x AS x, tie.y AS y, f
  WHERE (size($kinds) = 4 OR f:Event AND 'event' IN $kinds OR f:Stance AND 'stance' IN $kinds OR f:Relation AND 'relation' IN $kinds OR f:Measure AND 'measure' IN $kinds)
    AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(f) WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH x, y, count(f) AS weight, max(coalesce(toString(f.valid_from), '0000-00-00') + f.id) AS newest
  RETURN collect({x: x, y: y, weight: weight, newest: newest}) AS found
}
CALL (found, a, b) {
  UNWIND found AS tie
  WITH tie, a, b WHERE NOT tie.y IN [a, b]
  WITH tie.y AS y, count(*) AS ends, sum(1.0 / tie.weight) AS length WHERE ends = 2
  WITH length ORDER BY length
  RETURN collect(length) AS lengths
}
WITH *, $k - size([tie IN found WHERE tie.y = b]) AS wanted
// … and they are where even then no other is as short.
WITH a, b, found, wanted <= 0 OR size(lengths) >= wanted AND coalesce(lengths[wanted - 1] + 1e-9 < bound, bound IS NULL) AS enough, shared, tried
WITH a, b, found, CASE WHEN enough THEN [] ELSE [tie IN shared WHERE NOT tie IN tried] END AS others
CALL (others) {
  UNWIND others AS tie
  UNWIND tie.fs AS f
  WITH DISTINCT tie.x AS x, tie.y AS y, f
  WHERE (size($kinds) = 4 OR f:Event AND 'event' IN $kinds OR f:Stance AND 'stance' IN $kinds OR f:Relation AND 'relation' IN $kinds OR f:Measure AND 'measure' IN $kinds)
    AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(f) WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH x, y, count(f) AS weight, max(coalesce(toString(f.valid_from), '0000-00-00') + f.id) AS newest
  RETURN collect({x: x, y: y, weight: weight, newest: newest}) AS rest
}
WITH a, b, found + rest AS near
WITH a, b, near, [tie IN near WHERE tie.x = a | tie.y] AS of_a, [tie IN near WHERE tie.x = b | tie.y] AS of_b
WHERE size(of_a) > 0 AND size(of_b) > 0
WITH *, [x IN of_a WHERE x <> b] AS by_a, [x IN of_b WHERE x <> a] AS by_b, size([y IN of_a WHERE y = b OR y IN of_b]) AS chains
// 2. Where these are too few, whom the neighbours of one end share facts with: all of three. The end is taken that has less to look through.
WITH *, chains < $k AND reduce(n = 0, x IN by_a | n + COUNT { (x)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-() })
      > reduce(n = 0, x IN by_b | n + COUNT { (x)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-() }) AS turned
WITH *, CASE WHEN turned THEN by_b ELSE by_a END AS one, CASE WHEN turned THEN by_a ELSE by_b END AS other
CALL (one, chains) {
  UNWIND CASE WHEN chains < $k AND $max_hops > 2 THEN one ELSE [] END AS x
  CALL (x) {
    MATCH (x)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(f)-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(y:Actor)
    WHERE x <> y AND NOT y.id IN coalesce($avoid, [])
      AND (f:Event AND 'event' IN $kinds OR f:Stance AND 'stance' IN $kinds OR f:Relation AND 'relation' IN $kinds OR f:Measure AND 'measure' IN $kinds)
      AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
      AND EXISTS { ()-[told:STATES {affirmed: true}]->(f) WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
    RETURN y, count(DISTINCT f) AS weight, max(coalesce(toString(f.valid_from), '0000-00-00') + f.id) AS newest
  }
  RETURN collect({x: x, y: y, weight: weight, newest: newest}) AS far
}
CALL (far, by_a, by_b, one, a, b) {
  UNWIND far AS tie UNWIND [[tie.x, tie.y], [tie.y, tie.x]] AS step
  RETURN count(DISTINCT CASE WHEN step[0] IN by_a AND step[1] IN by_b THEN step END) AS longer,
         collect(DISTINCT CASE WHEN NOT tie.y IN one + [a, b] THEN tie.y END) AS beyond
}
// 3. … whom these, or else the neighbours of the other end do: all of four.
WITH *, chains + longer AS more, CASE WHEN chains + longer < $k AND reduce(n = 0, x IN beyond | n + COUNT { (x)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-() })
           < reduce(n = 0, x IN other | n + COUNT { (x)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-() }) THEN beyond ELSE other END AS third
CALL (third, more) {
  UNWIND CASE WHEN more < $k AND $max_hops > 3 THEN third ELSE [] END AS x
  CALL (x) {
    MATCH (x)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(f)-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(y:Actor)
    WHERE x <> y AND NOT y.id IN coalesce($avoid, [])
      AND (f:Event AND 'event' IN $kinds OR f:Stance AND 'stance' IN $kinds OR f:Relation AND 'relation' IN $kinds OR f:Measure AND 'measure' IN $kinds)
      AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
      AND EXISTS { ()-[told:STATES {affirmed: true}]->(f) WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
    RETURN y, count(DISTINCT f) AS weight, max(coalesce(toString(f.valid_from), '0000-00-00') + f.id) AS newest
  }
  RETURN collect({x: x, y: y, weight: weight, newest: newest}) AS farther
}
CALL (far, farther, of_a, of_b, a, b) {
  UNWIND far + farther AS tie UNWIND [[tie.x, tie.y], [tie.y, tie.x]] AS step
  WITH step[0] AS x, step[1] AS y, of_a, of_b WHERE x IN of_a + of_b AND NOT y IN of_a + of_b + [a, b]
  WITH y, count(DISTINCT x) AS xs, max(x IN of_a) AS from_a, max(x IN of_b) AS from_b
  RETURN count(CASE WHEN xs > 1 AND from_a AND from_b THEN y END) AS longest
}
// 4. … and whom all others do that were found: all of six.
CALL (near, far, farther, one, third, a, b, more, longest) {
  UNWIND CASE WHEN more + longest < $k AND $max_hops > 4 THEN near + far + farther ELSE [] END AS tie
  WITH DISTINCT tie.y AS x, one, third, a, b WHERE NOT x IN one + third + [a, b]
  CALL (x) {
    MATCH (x)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(f)-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(y:Actor)
    WHERE x <> y AND NOT y.id IN coalesce($avoid, [])
      AND (f:Event AND 'event' IN $kinds OR f:Stance AND 'stance' IN $kinds OR f:Relation AND 'relation' IN $kinds OR f:Measure AND 'measure' IN $kinds)
      AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
      AND EXISTS { ()-[told:STATES {affirmed: true}]->(f) WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
    RETURN y, count(DISTINCT f) AS weight, max(coalesce(toString(f.valid_from), '0000-00-00') + f.id) AS newest
  }
  RETURN collect({x: x, y: y, weight: weight, newest: newest}) AS farthest
}
WITH near + far + farther + farthest AS ties
CALL (ties) { UNWIND ties AS tie RETURN collect(DISTINCT tie.x) AS asked }
CALL (ties, asked) {
  // Who was reached from one side only is on no chain; what was found from both sides is needed once.
  UNWIND ties AS tie
  WITH tie.y AS y, collect(tie) AS reached, asked WHERE y IN asked OR size(reached) > 1
  UNWIND reached AS tie
  WITH tie, asked WHERE NOT tie.y IN asked OR tie.x.id < tie.y.id
  RETURN tie
}
WITH tie, tie.x AS x, tie.y AS y
MATCH (f:Fact {id: substring(tie.newest, 10)})
WITH collect({
  one: x {.id, .kind, name: coalesce(x.name, x.id)}, other: y {.id, .kind, name: coalesce(y.name, y.id)}, weight: tie.weight, fact: f.id,
  one_role: head(COLLECT { MATCH (f)-[role:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(x) RETURN type(role) AS t ORDER BY t }),
  other_role: head(COLLECT { MATCH (f)-[role:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(y) RETURN type(role) AS t ORDER BY t }),
  kind: toLower(head([l IN labels(f) WHERE l <> 'Fact'])), label: coalesce(f.type, f.position, f.indicator),
  date: coalesce(f.date, f.since, f.period),
  claims: COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(f) WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                    RETURN DISTINCT c.id AS id ORDER BY id }
}) AS ties
WHERE size(ties) > 0
RETURN ties
