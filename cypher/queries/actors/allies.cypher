// Who sides with an actor most, or least: all others by how far their scores agree with its own on the targets that both are scored on.
// try {"id": "chn", "kind": "country"}
// at most 12,600 db hits among the bundled claims
CALL () {
  MATCH (:Actor {id: $id})<-[office:SPEAKS_FOR*0..2]-()<-[:HELD_BY|INITIATED_BY]-(x)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
    AND ($topics IS NULL OR EXISTS { (x)-[:ABOUT|TOWARD]->(t:Topic) WHERE t.id IN $topics }) AND coalesce(x.valid_from <= $as_of, true)
    AND ($from IS NULL OR CASE WHEN x:Event THEN x.valid_to >= $from ELSE coalesce(x.valid_to >= $from, true) END) AND ($to IS NULL OR x.valid_from <= $to)
  MATCH (x)-[:TOWARD|DIRECTED_AT]->(target) WHERE target.id <> $id
  WITH DISTINCT $id AS holder, target, x
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
  WITH target AS goal, toInteger(round(score * 10000)) AS mine, reduce(n = 0, t IN terms | n + size(t.cs)) AS my_told,
       reduce(first = null, t IN terms | reduce(id = first, c IN t.cs | CASE WHEN id < c.id THEN id ELSE c.id END)) AS my_claim
  WHERE mine IS NOT NULL
  RETURN goal, mine, my_told, my_claim
}
CALL (goal) {
  MATCH (goal)<-[:TOWARD|DIRECTED_AT]-(x)
  WHERE ($topics IS NULL OR EXISTS { (x)-[:ABOUT|TOWARD]->(t:Topic) WHERE t.id IN $topics }) AND coalesce(x.valid_from <= $as_of, true)
    AND ($from IS NULL OR CASE WHEN x:Event THEN x.valid_to >= $from ELSE coalesce(x.valid_to >= $from, true) END) AND ($to IS NULL OR x.valid_from <= $to)
  CALL (x) {
    WITH x WHERE NOT $rollup
    MATCH (x)-[:HELD_BY|INITIATED_BY]->(holder) RETURN holder
    UNION ALL
    WITH x WHERE $rollup
    MATCH (x)-[:HELD_BY|INITIATED_BY]->()-[office:SPEAKS_FOR*0..2]->(holder)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
    RETURN holder
  }
  WITH DISTINCT holder, goal AS target, x
  WHERE holder <> goal AND holder.id <> $id AND ($kind IS NULL OR holder.kind = $kind)
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
  WITH holder, toInteger(round(score * 10000)) AS theirs, reduce(n = 0, t IN terms | n + size(t.cs)) AS their_told,
       reduce(first = null, t IN terms | reduce(id = first, c IN t.cs | CASE WHEN id < c.id THEN id ELSE c.id END)) AS their_claim
  WHERE theirs IS NOT NULL
  RETURN holder, theirs, their_told, their_claim
}
// Whoever speaks for the actor, or whom it speaks for, is no ally but part of it once their words count as one.
WITH holder, count(*) AS shared, sum(CASE WHEN sign(mine) = sign(theirs) THEN 1 ELSE 0 END) AS agreeing, sum(mine * theirs) AS product,
     sum(mine * mine) AS a_length, sum(theirs * theirs) AS b_length, sum(my_told + their_told) AS claim_count, collect(my_claim) + collect(their_claim) AS firsts
WHERE shared >= $min_shared
  AND NOT ($rollup AND EXISTS { (holder)-[office:SPEAKS_FOR*1..2]-(:Actor {id: $id}) WHERE all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at) })
WITH holder.id AS id, holder.kind AS kind, coalesce(holder.name, holder.id) AS name, shared, claim_count, firsts, round(toFloat(agreeing) / shared, 4) AS agreement,
     CASE WHEN a_length > 0 AND b_length > 0 THEN round(product / (sqrt(a_length) * sqrt(b_length)), 4) + 0.0 END AS cosine,
     CASE $end WHEN 'least' THEN -1 ELSE 1 END AS way
WITH *, way * agreement AS first, way * coalesce(cosine, 0.0) AS second
WHERE $after IS NULL OR first < $after[0] OR first = $after[0] AND (second < $after[1] OR second = $after[1]
  AND (shared < $after[2] OR shared = $after[2] AND id > $after[3]))
WITH * ORDER BY first DESC, second DESC, shared DESC, id LIMIT $limit
RETURN id, kind, name, first, second, shared, agreement, cosine,
       claim_count, COLLECT { UNWIND firsts AS x RETURN DISTINCT x ORDER BY x LIMIT 100 } AS claims
ORDER BY first DESC, second DESC, shared DESC, id
