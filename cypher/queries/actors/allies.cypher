// Who sides with an actor most, or least: all others by how far their scores agree with its own on the targets that both are scored on.
// try {"id": "chn", "kind": "country"}
// at most 12,600 db hits among the bundled claims
CALL () {
  // AS CLAIMS STAND: a question about all accepted claims of now finds what a fact weighs at the fact, and at its default settings the score at LEANS.
  WITH $status = 'accepted' AND NOT EXISTS { (g:GraphState) WHERE g.changed_at > $known_at } AND NOT EXISTS { (r:Revision) WHERE r.public_on > $published_until }
       AND NOT EXISTS { (c:Claim) WHERE c.confidence < $min_confidence } AS standing
  RETURN standing, standing AND NOT $rollup AND $half_life_days = 365 AND $event_weight = 0.5 AND coalesce($topics, $as_of, $from, $to) IS NULL AS scored
}
MATCH (me:Actor {id: $id})
// Scores toward all that the actor itself is scored on, its own among them.
CALL (me, standing, scored) {
  WITH me WHERE scored
  MATCH (me)-[:LEANS]->(target)
  MATCH (target)<-[l:LEANS]-(holder)
  WHERE target <> me AND holder <> target AND ($kind IS NULL OR holder.kind = $kind OR holder = me) AND l.score IS NOT NULL
  RETURN holder, target, l.score AS score, l.claim_count AS claim_count, l.first_claim AS first
  UNION ALL
  CALL (me, standing, scored) {
    WITH me WHERE standing AND NOT scored AND NOT $rollup
    MATCH (me)-[:LEANS]->(target)
    MATCH (target)<-[:TOWARD|DIRECTED_AT]-(x)
    WHERE ($topics IS NULL OR EXISTS { (x)-[:ABOUT|TOWARD]->(t:Topic) WHERE t.id IN $topics }) AND coalesce(x.valid_from <= $as_of, true)
      AND ($from IS NULL OR CASE WHEN x:Event THEN x.valid_to >= $from ELSE coalesce(x.valid_to >= $from, true) END) AND ($to IS NULL OR x.valid_from <= $to) AND x.weight IS NOT NULL AND target <> me
    MATCH (x)-[:HELD_BY|INITIATED_BY]->(holder)
    WHERE holder <> target AND ($kind IS NULL OR holder.kind = $kind OR holder = me)
    RETURN DISTINCT holder, target, x, x.weight AS weight, x.claim_count AS claim_count, x.first_claim AS first
    UNION ALL
    WITH me, standing WHERE NOT standing OR $rollup
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
    RETURN holder, target, x, strongest * log(1 + voices) / log(2) AS weight, claim_count, first
  }
  // THE SCORE; service/queries/scoring.py says it in prose.
  WITH holder, target, x, claim_count, first, CASE WHEN x:Event THEN x.score / 10.0 ELSE x.polarity END AS value,
       weight * CASE WHEN x:Event THEN $event_weight ELSE 1 END AS weight,
       CASE WHEN x:Event OR x.valid_to IS NULL THEN x.valid_from WHEN x.valid_to > $as_of THEN $as_of ELSE x.valid_to END AS day
  WHERE weight > 0 AND day IS NOT NULL
  WITH holder, target, max(day) AS latest, collect([weight, value, day]) AS terms, sum(claim_count) AS claim_count, min(first) AS first
  // Summed in billionths: a sum of floats would depend on its order.
  WITH holder, target, claim_count, first, terms, [t IN terms | toInteger(round(1e9 * t[0] * 2 ^ (-duration.inDays(t[2], latest).days / $half_life_days)))] AS weighs
  WITH holder, target, claim_count, first, reduce(n = 0, i IN range(0, size(terms) - 1) | n + toInteger(round(weighs[i] * terms[i][1]))) AS above, reduce(n = 0, w IN weighs | n + w) AS below
  WITH holder, target, claim_count, first, CASE WHEN below > 0 THEN round(toFloat(above) / below, 4) + 0.0 END AS score
  WITH * WHERE score IS NOT NULL
  RETURN holder, target, score, claim_count, first
}
// In ten-thousandths, the digits that scores are shown with: whole numbers add up to the same in every order.
WITH me, target, holder, toInteger(round(score * 10000)) AS score, claim_count, first
WITH target, collect(CASE WHEN holder = me THEN [score, claim_count, first] END) AS own, collect(CASE WHEN holder <> me THEN [holder, score, claim_count, first] END) AS others
WHERE size(own) = 1
WITH own[0][0] AS mine, own[0][1] AS my_told, own[0][2] AS my_claim, others
UNWIND others AS other
WITH mine, my_told, my_claim, other[0] AS holder, other[1] AS theirs, other[2] AS their_told, other[3] AS their_claim
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
