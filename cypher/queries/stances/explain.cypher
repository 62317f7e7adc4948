// Why a holder is scored as it is toward a target: each term of the score, what it adds, its claims and a sentence.
// try {"holder": "chn", "target": "usa"}
// at most 2,200 db hits among the bundled claims
MATCH (one:Actor {id: $holder}) WHERE one.merged_into IS NULL AND ($topic IS NULL OR EXISTS { (:Topic {id: $topic}) })
CALL (one) { MATCH (other:Actor|Topic|Fact {id: $target}) WHERE other.merged_into IS NULL RETURN other }
CALL (one, other) {
  RETURN null AS x
  UNION
  MATCH (a:Actor {id: $holder})<-[office:SPEAKS_FOR*0..2]-()<-[:HELD_BY|INITIATED_BY]-(x)-[:TOWARD|DIRECTED_AT]->()-[seat:SPEAKS_FOR*0..2]->(b:Actor|Topic|Fact {id: $target})
  USING JOIN ON x
  WHERE coalesce(x.valid_from <= $as_of, true) AND ($topic IS NULL OR EXISTS { (x)-[:ABOUT|TOWARD]->(:Topic {id: $topic}) })
    AND (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
    AND (size(seat) = 0 OR $rollup) AND all(o IN seat WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
  RETURN x
}
WITH one.id AS holder, other.id AS target, x
// THE SCORE; service/queries/scoring.py says it in prose.
CALL (x) {
  MATCH (c)-[told:STATES {affirmed: true}]->(x)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND told.weight * told.confidence > 0
  RETURN max(told.weight * told.confidence) AS strongest, count(DISTINCT told.voice) AS voices, collect(c) AS cs
}
WITH holder, target, x, voices, cs, CASE WHEN x:Event THEN x.score / 10.0 ELSE round(x.polarity, 9) END AS value,
     toInteger(round(1e9 * strongest * log(1 + voices) / log(2))) * CASE WHEN x:Event THEN $event_weight ELSE 1 END AS weight,
     CASE WHEN x:Event OR x.valid_to IS NULL THEN x.valid_from WHEN x.valid_to > $as_of THEN $as_of ELSE x.valid_to END AS day
WITH holder, target, max(CASE WHEN weight > 0 THEN day END) AS latest, sum(CASE WHEN weight > 0 AND day IS NULL THEN 1 ELSE 0 END) AS undated,
     collect(CASE WHEN weight > 0 AND day IS NOT NULL THEN {x: x, weight: weight, voices: voices, cs: cs, value: value, day: day} END) AS terms
// Summed in billionths: a sum of floats would depend on its order.
WITH *, [t IN terms | toInteger(round(t.weight * 2 ^ (-duration.inDays(t.day, latest).days / $half_life_days)))] AS weighs
WITH *, [i IN range(0, size(terms) - 1) | toInteger(round(weighs[i] * terms[i].value))] AS adds
WITH *, reduce(n = 0, a IN adds | n + a) AS above, reduce(n = 0, w IN weighs | n + w) AS below
WITH *, CASE WHEN below > 0 THEN round(toFloat(above) / below, 4) + 0.0 END AS score
WITH *, reduce(n = 0, t IN terms | n + size(t.cs)) AS claim_count, COLLECT { UNWIND terms AS t UNWIND t.cs AS c RETURN c.id AS id ORDER BY id LIMIT 100 } AS claims
UNWIND CASE WHEN terms = [] THEN [null] ELSE range(0, size(terms) - 1) END AS i
WITH holder, target, score, undated, latest, above, below, claim_count, claims, size(terms) AS term_count, terms[i] AS t, adds[i] AS add, weighs[i] AS weigh
ORDER BY abs(add) DESC, t.x.id
WITH holder, target, score, undated, coalesce($as_of, latest) AS until, above, below, claim_count, claims, term_count,
     collect({t: t, adds: add, weighs: weigh})[..500] AS shown
RETURN holder, target, score, term_count, undated,
       COLLECT {
         UNWIND shown AS s
         WITH s.t AS t, s.adds AS adds, s.weighs AS weighs WHERE t IS NOT NULL
         RETURN {fact: t.x.id, kind: CASE WHEN t.x:Event THEN 'event' ELSE 'stance' END, position: t.x.position, type: t.x.type, mode: t.x.mode,
                 date: coalesce(t.x.since, t.x.date), until: t.x.until, value: t.value, weight: round(t.weight / 1e9, 6),
                 decay: round(2 ^ (-duration.inDays(t.day, until).days / $half_life_days), 6), share: round(toFloat(weighs) / below, 9),
                 contribution: round(toFloat(adds) / below, 9), voices: t.voices, claims: COLLECT { UNWIND t.cs AS c RETURN c.id AS id ORDER BY id LIMIT 100 },
                 claim_count: size(t.cs),
                 sentence: head(COLLECT { UNWIND t.cs AS c WITH c ORDER BY c.id LIMIT 1
                   MATCH (c)-[f:FROM]->() WHERE f.recorded_at <= $known_at AND coalesce(f.retracted_at > $known_at, true)
                   OPTIONAL MATCH (r:Revision {id: f.revision})
                   WITH c, f, CASE WHEN r.public_on <= $published_until THEN r END AS r ORDER BY r.order DESC, f.start, f.place LIMIT 1
                   RETURN coalesce(substring(r.text, f.start, f.end - f.start), c.quote, coalesce(r.title + ': ', '') + c.row) })}
       } AS terms,
       CASE WHEN term_count > size(shown)
            THEN {terms: term_count - size(shown), contribution: round(toFloat(above - reduce(n = 0, s IN shown | n + s.adds)) / below, 9)} END AS rest,
       claim_count, claims
