// Who sides with whom: of each two of these actors, on how many targets both are scored, and how far the scores agree.
// try {"actors": "chn,rus,usa,gbr,ind"}
// at most 8,300 db hits among the bundled claims
UNWIND $actors AS holder
MATCH (:Actor {id: holder})<-[office:SPEAKS_FOR*0..2]-()<-[:HELD_BY|INITIATED_BY]-(x)
WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
  AND ($topics IS NULL OR EXISTS { (x)-[:ABOUT|TOWARD]->(t:Topic) WHERE t.id IN $topics }) AND coalesce(x.valid_from <= $as_of, true)
  AND ($from IS NULL OR CASE WHEN x:Event THEN x.valid_to >= $from ELSE coalesce(x.valid_to >= $from, true) END) AND ($to IS NULL OR x.valid_from <= $to)
MATCH (x)-[:TOWARD|DIRECTED_AT]->(b) WHERE b.id <> holder
WITH DISTINCT holder, b.id AS target, x
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
// In ten-thousandths, the digits that scores are shown with: whole numbers add up to the same in every order.
WITH holder, target, toInteger(round(score * 10000)) AS score, reduce(n = 0, t IN terms | n + size(t.cs)) AS told,
     reduce(first = null, t IN terms | reduce(id = first, c IN t.cs | CASE WHEN id < c.id THEN id ELSE c.id END)) AS claim
WHERE score IS NOT NULL
WITH target, collect({id: holder, score: score, told: told, claim: claim}) AS sides WHERE size(sides) > 1
WITH collect({target: target, sides: sides}) AS shared
CALL (shared) {
  // Two that share nothing are in the answer too.
  UNWIND $actors AS a
  UNWIND $actors AS b
  WITH a, b WHERE a < b
  RETURN a, b, null AS one, null AS other
  UNION ALL
  UNWIND shared AS each
  UNWIND each.sides AS one
  UNWIND each.sides AS other
  WITH each, one, other WHERE one.id < other.id AND NOT each.target IN [one.id, other.id]
  RETURN one.id AS a, other.id AS b, one, other
}
WITH a, b, count(one) AS shared, sum(CASE WHEN sign(one.score) = sign(other.score) THEN 1 ELSE 0 END) AS agreeing, sum(one.score * other.score) AS product,
     sum(one.score * one.score) AS a_length, sum(other.score * other.score) AS b_length, sum(one.told + other.told) AS claim_count,
     collect(one.claim) + collect(other.claim) AS firsts
RETURN a, b, shared, CASE WHEN shared > 0 THEN round(toFloat(agreeing) / shared, 4) END AS agreement,
       CASE WHEN a_length > 0 AND b_length > 0 THEN round(product / (sqrt(a_length) * sqrt(b_length)), 4) + 0.0 END AS cosine,
       claim_count, COLLECT { UNWIND firsts AS x RETURN DISTINCT x ORDER BY x LIMIT 100 } AS claims
ORDER BY a, b LIMIT $limit
