// Who stands where: the score of each holder toward each target, or toward all that they speak of within a topic.
// try {"holders": "chn,rus,usa", "targets": "usa,ukr,unga-ukraine-resolutions"}
// at most 4,500 db hits among the bundled claims
CALL () {
  // A cell that was asked for is in the answer even where nothing fills it …
  UNWIND $holders AS holder
  UNWIND $targets AS target
  RETURN holder, target, null AS x
  UNION
  // Where both sides are named, what the ones hold or did meets what is toward the others.
  MATCH (a:Actor)<-[office:SPEAKS_FOR*0..2]-()<-[:HELD_BY|INITIATED_BY]-(x)-[:TOWARD|DIRECTED_AT]->()-[seat:SPEAKS_FOR*0..2]->(b:Actor|Topic|Fact)
  USING JOIN ON x
  WHERE a.id IN $holders AND b.id IN $targets AND coalesce(x.valid_from <= $as_of, true)
    AND (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
    AND (size(seat) = 0 OR $rollup) AND all(o IN seat WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
  RETURN a.id AS holder, b.id AS target, x
  UNION
  CALL () {
    WITH $topic AS topic WHERE topic IS NOT NULL
    MATCH (:Topic {id: topic})<-[:ABOUT|TOWARD]-(x:Stance|Event) RETURN x
    UNION
    WITH $targets AS targets WHERE $holders IS NULL
    UNWIND targets AS id
    MATCH (:Actor|Topic|Fact {id: id})<-[:SPEAKS_FOR*0..2]-()<-[:TOWARD|DIRECTED_AT]-(x) RETURN x
  }
  MATCH (x)-[:TOWARD|DIRECTED_AT]->()-[seat:SPEAKS_FOR*0..2]->(target)
  WHERE ($targets IS NULL OR target.id IN $targets) AND coalesce(x.valid_from <= $as_of, true)
    AND (size(seat) = 0 OR $rollup) AND all(o IN seat WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
  MATCH (x)-[:HELD_BY|INITIATED_BY]->()-[office:SPEAKS_FOR*0..2]->(holder)
  WHERE ($holders IS NULL OR holder.id IN $holders) AND (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
  RETURN holder.id AS holder, target.id AS target, x
}
// THE SCORE, in the same words wherever it is used; service/queries/scoring.py says it in prose.
CALL (x) {
  MATCH (c)-[told:STATES {affirmed: true}]->(x)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND told.weight * told.confidence > 0
  RETURN max(told.weight * told.confidence) AS strongest, count(DISTINCT told.voice) AS voices, collect(c) AS cs
}
WITH holder, target, x, voices, cs, CASE WHEN x:Event THEN x.score / 10.0 ELSE x.polarity END AS value,
     strongest * log(1 + voices) / log(2) * CASE WHEN x:Event THEN $event_weight ELSE 1 END AS weight,
     CASE WHEN x:Event OR x.valid_to IS NULL THEN x.valid_from WHEN x.valid_to > $as_of THEN $as_of ELSE x.valid_to END AS day
WITH holder, target, max(CASE WHEN weight > 0 THEN day END) AS latest, sum(CASE WHEN weight > 0 AND day IS NULL THEN 1 ELSE 0 END) AS undated,
     collect(CASE WHEN weight > 0 AND day IS NOT NULL THEN {x: x, weight: weight, voices: voices, cs: cs, value: value, day: day} END) AS terms
// Summed in billionths: a sum of floats would depend on its order.
WITH *, [t IN terms | toInteger(round(1e9 * t.weight * 2 ^ (-duration.inDays(t.day, latest).days / $half_life_days)))] AS weighs
WITH *, [i IN range(0, size(terms) - 1) | toInteger(round(weighs[i] * terms[i].value))] AS adds
WITH *, reduce(n = 0, a IN adds | n + a) AS above, reduce(n = 0, w IN weighs | n + w) AS below
WITH *, CASE WHEN below > 0 THEN round(toFloat(above) / below, 4) + 0.0 END AS score
// … one that was only found must have something in it.
WITH * WHERE size(terms) + undated > 0 OR $holders IS NOT NULL AND $targets IS NOT NULL
RETURN holder, target, score, size(terms) AS terms, undated,
       toString(reduce(d = null, t IN terms | CASE WHEN d <= t.x.valid_from THEN d ELSE t.x.valid_from END)) AS first,
       toString(reduce(d = null, t IN terms | CASE WHEN d >= t.x.valid_from THEN d ELSE t.x.valid_from END)) AS last,
       reduce(n = 0, t IN terms | n + size(t.cs)) AS claim_count,
       COLLECT { UNWIND terms AS t UNWIND t.cs AS c RETURN c.id AS id ORDER BY id LIMIT 100 } AS claims
ORDER BY holder, target LIMIT $limit
