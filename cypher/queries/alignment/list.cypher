// Who sides with whom: of each two of these actors, on how many targets both are scored, and how far the scores agree.
// try {"actors": "chn,rus,usa,gbr,ind"}
// at most 8,300 db hits among the bundled claims
CALL () {
  // AS CLAIMS STAND: a question about all accepted claims of now finds at LEANS the terms of each score, and at its default settings the score.
  WITH $status = 'accepted' AND NOT EXISTS { (g:GraphState) WHERE g.changed_at > $known_at } AND NOT EXISTS { (r:Revision) WHERE r.public_on > $published_until }
       AND NOT EXISTS { (c:Claim) WHERE c.confidence < $min_confidence } AS standing
  RETURN standing AND NOT $rollup AND $topics IS NULL AS kept, $half_life_days = 365 AND $event_weight = 0.5 AS usual, coalesce($as_of, $from, $to) IS NULL AS always,
         duration.inDays(date('0000-01-01'), $as_of).days AS today, CASE WHEN $to IS NULL THEN 0 ELSE 1 END AS earliest,
         duration.inDays(date('0000-01-01'), CASE WHEN $as_of < $to THEN $as_of ELSE coalesce($to, $as_of, date('9999-12-31')) END).days AS closes,
         coalesce(duration.inDays(date('0000-01-01'), $from).days, 0) AS opens
}
CALL (kept, usual, always, today, earliest, opens, closes) {
  WITH usual, always, today, earliest, opens, closes WHERE kept
  MATCH (a:Actor)-[l:LEANS]->(target)
  WHERE a.id IN $actors AND target <> a
    AND usual AND (always OR l.until IS NULL AND coalesce($from <= l.first, true) AND coalesce(l.last <= $to, true) AND coalesce(l.last <= $as_of, true)) AND l.score IS NOT NULL
  RETURN a.id AS holder, target, l.score AS score, l.claim_count AS claim_count, l.first_claim AS first
  UNION ALL
  WITH usual, always, today, earliest, opens, closes WHERE kept
  MATCH (a:Actor)-[l:LEANS]->(target)
  WHERE a.id IN $actors AND target <> a
    AND NOT (usual AND (always OR l.until IS NULL AND coalesce($from <= l.first, true) AND coalesce(l.last <= $to, true) AND coalesce(l.last <= $as_of, true)))
    AND (l.until IS NOT NULL OR coalesce(l.first <= $as_of, true) AND coalesce(l.first <= $to, true))
  WITH a.id AS holder, target, l, today, earliest, opens, closes
  // WITHIN A WINDOW a score is made of those of the terms kept at LEANS that lie in it.
  WITH *, l.stances AS stances, l.starts AS starts, l.ends AS ends
  WITH *, [i IN range(0, size(starts) - 1) WHERE earliest <= starts[i] <= closes AND opens <= ends[i] AND (i < stances OR $event_weight > 0)] AS taken WHERE taken <> []
  WITH holder, target, l, taken, stances, [i IN taken | CASE WHEN i >= stances OR ends[i] = 9999999 THEN starts[i] WHEN ends[i] > today THEN today ELSE ends[i] END] AS days
  WITH *, l.weights AS weights, l.values AS values, reduce(latest = 0, d IN days | CASE WHEN d > latest THEN d ELSE latest END) AS latest
  WITH *, [k IN range(0, size(taken) - 1) | toInteger(round(weights[taken[k]] * CASE WHEN taken[k] >= stances THEN $event_weight ELSE 1 END * 2 ^ (-(latest - days[k]) / $half_life_days)))] AS weighs
  WITH *, reduce(n = 0, k IN range(0, size(taken) - 1) | n + toInteger(round(weighs[k] * ((values[taken[k]] - 1000000000) / 1e9)))) AS above, reduce(n = 0, w IN weighs | n + w) AS below
  WITH *, CASE WHEN below > 0 THEN round(toFloat(above) / below, 4) + 0.0 END AS score WHERE score IS NOT NULL
  WITH *, l.claim_counts AS counts, l.first_claims AS firsts
  RETURN holder, target, score, reduce(n = 0, i IN taken | n + counts[i]) AS claim_count, reduce(least = firsts[head(taken)], i IN taken | CASE WHEN firsts[i] < least THEN firsts[i] ELSE least END) AS first
  UNION ALL
  CALL (kept) {
    WITH 1 AS _ WHERE NOT kept
    MATCH (a:Actor)<-[office:SPEAKS_FOR*0..2]-()<-[:HELD_BY|INITIATED_BY]-(x)
    WHERE a.id IN $actors AND (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
      AND ($topics IS NULL OR EXISTS { (x)-[:ABOUT|TOWARD]->(t:Topic) WHERE t.id IN $topics }) AND coalesce(x.valid_from <= $as_of, true)
      AND ($from IS NULL OR CASE WHEN x:Event THEN x.valid_to >= $from ELSE coalesce(x.valid_to >= $from, true) END) AND ($to IS NULL OR x.valid_from <= $to)
    MATCH (x)-[:TOWARD|DIRECTED_AT]->(target) WHERE target <> a
    WITH DISTINCT a.id AS holder, target, x
    MATCH (c)-[told:STATES {affirmed: true}]->(x)
    WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
      AND told.weight * told.confidence > 0
    WITH holder, target, x, max(told.weight * told.confidence) AS strongest, count(DISTINCT told.voice) AS voices, count(c) AS claim_count, min(c.id) AS first
    RETURN holder, target, x, toInteger(round(1e9 * strongest * log(1 + voices) / log(2))) AS weight, claim_count, first
  }
  // THE SCORE; service/queries/scoring.py says it in prose.
  WITH holder, target, x, claim_count, first, CASE WHEN x:Event THEN x.score / 10.0 ELSE round(x.polarity, 9) END AS value,
       weight * CASE WHEN x:Event THEN $event_weight ELSE 1 END AS weight,
       CASE WHEN x:Event OR x.valid_to IS NULL THEN x.valid_from WHEN x.valid_to > $as_of THEN $as_of ELSE x.valid_to END AS day
  WHERE weight > 0 AND day IS NOT NULL
  WITH holder, target, max(day) AS latest, collect([weight, value, day]) AS terms, sum(claim_count) AS claim_count, min(first) AS first
  // Summed in billionths: a sum of floats would depend on its order.
  WITH holder, target, claim_count, first, terms, [t IN terms | toInteger(round(t[0] * 2 ^ (-duration.inDays(t[2], latest).days / $half_life_days)))] AS weighs
  WITH holder, target, claim_count, first, reduce(n = 0, i IN range(0, size(terms) - 1) | n + toInteger(round(weighs[i] * terms[i][1]))) AS above, reduce(n = 0, w IN weighs | n + w) AS below
  WITH holder, target, claim_count, first, CASE WHEN below > 0 THEN round(toFloat(above) / below, 4) + 0.0 END AS score
  WITH * WHERE score IS NOT NULL
  RETURN holder, target, score, claim_count, first
}
// In ten-thousandths, the digits that scores are shown with: whole numbers add up to the same in every order.
WITH target.id AS target, holder, toInteger(round(score * 10000)) AS score, claim_count AS told, first AS claim
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
