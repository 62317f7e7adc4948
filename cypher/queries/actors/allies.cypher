// Who sides with an actor most, or least: all others by how far their scores agree with its own on the targets that both are scored on.
// try {"id": "chn", "kind": "country"}
// at most 12,600 db hits among the bundled claims
CALL () {
  // AS CLAIMS STAND: a question about all accepted claims of now finds at LEANS the terms of each score, and at its default settings the score.
  WITH $status = 'accepted' AND NOT EXISTS { (g:GraphState) WHERE g.changed_at > $known_at } AND NOT EXISTS { (r:Revision) WHERE r.public_on > $published_until }
       AND NOT EXISTS { (c:Claim) WHERE c.confidence < $min_confidence } AS standing
  RETURN standing AND NOT $rollup AND $topics IS NULL AS kept, $half_life_days = 365 AND $event_weight = 0.5 AS usual, coalesce($as_of, $from, $to) IS NULL AS always,
         duration.inDays(date('0000-01-01'), $as_of).days AS today, CASE WHEN $to IS NULL THEN 0 ELSE 1 END AS earliest,
         duration.inDays(date('0000-01-01'), CASE WHEN $as_of < $to THEN $as_of ELSE coalesce($to, $as_of, date('9999-12-31')) END).days AS closes,
         coalesce(duration.inDays(date('0000-01-01'), $from).days, 0) AS opens
}
MATCH (me:Actor {id: $id})
// Scores toward all that the actor itself is scored on, its own among them.
CALL (me, kept, usual, always, today, earliest, opens, closes) {
  WITH me, usual, always, today, earliest, opens, closes WHERE kept
  MATCH (me)-[:LEANS]->(target)
  MATCH (target)<-[l:LEANS]-(holder)
  WHERE target <> me AND holder <> target AND ($kind IS NULL OR holder.kind = $kind OR holder = me)
    AND usual AND (always OR l.until IS NULL AND coalesce($from <= l.first, true) AND coalesce(l.last <= $to, true) AND coalesce(l.last <= $as_of, true)) AND l.score IS NOT NULL
  RETURN holder, target, l.score AS score, {tie: l} AS basis
  UNION ALL
  WITH me, usual, always, today, earliest, opens, closes WHERE kept
  MATCH (me)-[:LEANS]->(target)
  MATCH (target)<-[l:LEANS]-(holder)
  WHERE target <> me AND holder <> target AND ($kind IS NULL OR holder.kind = $kind OR holder = me)
    AND NOT (usual AND (always OR l.until IS NULL AND coalesce($from <= l.first, true) AND coalesce(l.last <= $to, true) AND coalesce(l.last <= $as_of, true)))
    AND (l.until IS NOT NULL OR coalesce(l.first <= $as_of, true) AND coalesce(l.first <= $to, true))
  WITH holder, target, l, today, earliest, opens, closes
  // WITHIN A WINDOW a score is made of those of the terms kept at LEANS that lie in it.
  WITH *, l.stances AS stances, l.starts AS starts, l.ends AS ends
  WITH *, [i IN range(0, size(starts) - 1) WHERE earliest <= starts[i] <= closes AND opens <= ends[i] AND (i < stances OR $event_weight > 0)] AS taken WHERE taken <> []
  WITH holder, target, l, taken, stances, [i IN taken | CASE WHEN i >= stances OR ends[i] = 9999999 THEN starts[i] WHEN ends[i] > today THEN today ELSE ends[i] END] AS days
  WITH *, l.weights AS weights, l.values AS values, reduce(latest = 0, d IN days | CASE WHEN d > latest THEN d ELSE latest END) AS latest
  WITH *, [k IN range(0, size(taken) - 1) | toInteger(round(weights[taken[k]] * CASE WHEN taken[k] >= stances THEN $event_weight ELSE 1 END * 2 ^ (-(latest - days[k]) / $half_life_days)))] AS weighs
  WITH *, reduce(n = 0, k IN range(0, size(taken) - 1) | n + toInteger(round(weighs[k] * ((values[taken[k]] - 1000000000) / 1e9)))) AS above, reduce(n = 0, w IN weighs | n + w) AS below
  WITH *, CASE WHEN below > 0 THEN round(toFloat(above) / below, 4) + 0.0 END AS score WHERE score IS NOT NULL
  RETURN holder, target, score, {tie: l, taken: taken} AS basis
  UNION ALL
  CALL (me, kept) {
    WITH me WHERE NOT kept
    MATCH (me)<-[office:SPEAKS_FOR*0..2]-()<-[:HELD_BY|INITIATED_BY]-(x)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
    MATCH (x)-[:TOWARD|DIRECTED_AT]->(target) WHERE target <> me
    WITH DISTINCT me, target
    MATCH (target)<-[:TOWARD|DIRECTED_AT]-(x)
    WHERE ($topics IS NULL OR EXISTS { (x)-[:ABOUT|TOWARD]->(t:Topic) WHERE t.id IN $topics }) AND coalesce(x.valid_from <= $as_of, true)
      AND ($from IS NULL OR CASE WHEN x:Event THEN x.valid_to >= $from ELSE coalesce(x.valid_to >= $from, true) END) AND ($to IS NULL OR x.valid_from <= $to)
    MATCH (x)-[:HELD_BY|INITIATED_BY]->()-[office:SPEAKS_FOR*0..2]->(holder)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
      AND holder <> target AND ($kind IS NULL OR holder.kind = $kind OR holder = me)
    WITH DISTINCT holder, target, x
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
  RETURN holder, target, score, {claim_count: claim_count, first: first} AS basis
}
// In ten-thousandths, the digits that scores are shown with: whole numbers add up to the same in every order.
WITH me, target, holder, toInteger(round(score * 10000)) AS score, basis
WITH target, collect(CASE WHEN holder = me THEN [score, basis] END) AS own, collect(CASE WHEN holder <> me THEN [holder, score, basis] END) AS others
WHERE size(own) = 1
WITH own[0][0] AS mine, own[0][1] AS my_basis, others
UNWIND others AS other
WITH mine, my_basis, other[0] AS holder, other[1] AS theirs, other[2] AS their_basis
// Whoever speaks for the actor, or whom it speaks for, is no ally but part of it once their words count as one.
WITH holder, count(*) AS shared, sum(CASE WHEN sign(mine) = sign(theirs) THEN 1 ELSE 0 END) AS agreeing, sum(mine * theirs) AS product,
     sum(mine * mine) AS a_length, sum(theirs * theirs) AS b_length, collect(my_basis) + collect(their_basis) AS bases
WHERE shared >= $min_shared
  AND NOT ($rollup AND EXISTS { (holder)-[office:SPEAKS_FOR*1..2]-(:Actor {id: $id}) WHERE all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at) })
WITH holder.id AS id, holder.kind AS kind, coalesce(holder.name, holder.id) AS name, shared, bases, round(toFloat(agreeing) / shared, 4) AS agreement,
     CASE WHEN a_length > 0 AND b_length > 0 THEN round(product / (sqrt(a_length) * sqrt(b_length)), 4) + 0.0 END AS cosine,
     CASE $end WHEN 'least' THEN -1 ELSE 1 END AS way
WITH *, way * agreement AS first, way * coalesce(cosine, 0.0) AS second
WHERE $after IS NULL OR first < $after[0] OR first = $after[0] AND (second < $after[1] OR second = $after[1]
  AND (shared < $after[2] OR shared = $after[2] AND id > $after[3]))
WITH * ORDER BY first DESC, second DESC, shared DESC, id LIMIT $limit
// What scores rest on is read of the rows that are shown alone: it takes longer than all the rest.
CALL (bases) {
  UNWIND bases AS basis
  WITH basis, basis.tie AS l, basis.taken AS taken
  WITH basis, l, taken, CASE WHEN taken IS NOT NULL THEN l.claim_counts END AS counts, CASE WHEN taken IS NOT NULL THEN l.first_claims END AS firsts
  WITH CASE WHEN l IS NULL THEN basis.claim_count WHEN taken IS NULL THEN l.claim_count ELSE reduce(n = 0, i IN taken | n + counts[i]) END AS claim_count,
       CASE WHEN l IS NULL THEN basis.first WHEN taken IS NULL THEN l.first_claim ELSE reduce(least = firsts[head(taken)], i IN taken | CASE WHEN firsts[i] < least THEN firsts[i] ELSE least END) END AS first
  RETURN sum(claim_count) AS claim_count, collect(DISTINCT first) AS firsts
}
RETURN id, kind, name, first, second, shared, agreement, cosine,
       claim_count, COLLECT { UNWIND firsts AS x RETURN x ORDER BY x LIMIT 100 } AS claims
ORDER BY first DESC, second DESC, shared DESC, id
