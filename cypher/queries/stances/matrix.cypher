// Who stands where: the score of each holder toward each target, or toward all that they speak of within a topic.
// try {"holders": "chn,rus,usa", "targets": "usa,ukr,unga-ukraine-resolutions"}
// at most 4,500 db hits among the bundled claims
CALL () {
  // AS CLAIMS STAND: a question about all accepted claims of now finds what a fact weighs at the fact, and at its default settings the score at LEANS.
  WITH $status = 'accepted' AND NOT EXISTS { (g:GraphState) WHERE g.changed_at > $known_at } AND NOT EXISTS { (r:Revision) WHERE r.public_on > $published_until }
       AND NOT EXISTS { (c:Claim) WHERE c.confidence < $min_confidence } AS standing
  RETURN standing, standing AND NOT $rollup AND $half_life_days = 365 AND $event_weight = 0.5 AND coalesce($as_of, $topic) IS NULL AS scored
}
CALL (standing, scored) {
  // A cell that was asked for is in the answer even where nothing fills it.
  UNWIND $holders AS holder
  UNWIND $targets AS target
  RETURN holder, target, null AS score, 0 AS terms, 0 AS undated, null AS first, null AS last, 0 AS claim_count, [] AS claims
  UNION ALL
  WITH 1 AS _ WHERE scored AND $holders IS NOT NULL
  MATCH (a:Actor)-[l:LEANS]->(b) WHERE a.id IN $holders
  WITH a, l, b WHERE b.id IN $targets
  RETURN a.id AS holder, b.id AS target, l.score AS score, l.stances + l.events AS terms, l.undated AS undated, l.first AS first, l.last AS last, l.claim_count AS claim_count, l.claims AS claims
  UNION ALL
  WITH 1 AS _ WHERE scored AND $holders IS NULL
  MATCH (b:Actor|Topic|Fact)<-[l:LEANS]-(a) WHERE b.id IN $targets
  RETURN a.id AS holder, b.id AS target, l.score AS score, l.stances + l.events AS terms, l.undated AS undated, l.first AS first, l.last AS last, l.claim_count AS claim_count, l.claims AS claims
  UNION ALL
  CALL (standing, scored) {
    WITH standing WHERE NOT scored
    // Where both sides are named, what the ones hold or did meets what is toward the others …
    CALL (standing) {
      WITH standing WHERE $holders IS NOT NULL AND $targets IS NOT NULL
      MATCH (a:Actor)<-[office:SPEAKS_FOR*0..2]-()<-[:HELD_BY|INITIATED_BY]-(x)-[:TOWARD|DIRECTED_AT]->()-[seat:SPEAKS_FOR*0..2]->(b:Actor|Topic|Fact)
      USING JOIN ON x
      WHERE a.id IN $holders AND b.id IN $targets
        AND (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
        AND (size(seat) = 0 OR $rollup) AND all(o IN seat WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
      RETURN a.id AS holder, b.id AS target, x
      UNION
      // … otherwise both are found at what is about the topic, or toward the targets.
      CALL () {
        WITH $topic AS topic WHERE topic IS NOT NULL
        MATCH (:Topic {id: topic})<-[:ABOUT|TOWARD]-(x:Stance|Event) RETURN x
        UNION
        WITH $targets AS targets WHERE $holders IS NULL
        UNWIND targets AS id
        MATCH (:Actor|Topic|Fact {id: id})<-[:SPEAKS_FOR*0..2]-()<-[:TOWARD|DIRECTED_AT]-(x) RETURN x
      }
      MATCH (x)-[:TOWARD|DIRECTED_AT]->()-[seat:SPEAKS_FOR*0..2]->(target)
      WHERE ($targets IS NULL OR target.id IN $targets)
        AND (size(seat) = 0 OR $rollup) AND all(o IN seat WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
      MATCH (x)-[:HELD_BY|INITIATED_BY]->()-[office:SPEAKS_FOR*0..2]->(holder)
      WHERE ($holders IS NULL OR holder.id IN $holders) AND (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= x.valid_from <= o.until, true))
      RETURN holder.id AS holder, target.id AS target, x
    }
    WITH standing, holder, target, x WHERE coalesce(x.valid_from <= $as_of, true)
    CALL (standing, x) {
      WITH x WHERE standing RETURN x.weight AS weight, x.claim_count AS claim_count
      UNION ALL
      WITH x WHERE NOT standing
      MATCH (c)-[told:STATES {affirmed: true}]->(x)
      WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
        AND told.weight * told.confidence > 0
      WITH max(told.weight * told.confidence) AS strongest, count(DISTINCT told.voice) AS voices, count(c) AS claim_count
      RETURN toInteger(round(1e9 * strongest * log(1 + voices) / log(2))) AS weight, claim_count
    }
    RETURN holder, target, x, weight, claim_count
  }
  // THE SCORE; service/queries/scoring.py says it in prose.
  WITH holder, target, x, claim_count, CASE WHEN x:Event THEN x.score / 10.0 ELSE round(x.polarity, 9) END AS value,
       weight * CASE WHEN x:Event THEN $event_weight ELSE 1 END AS weight,
       CASE WHEN x:Event OR x.valid_to IS NULL THEN x.valid_from WHEN x.valid_to > $as_of THEN $as_of ELSE x.valid_to END AS day
  WHERE weight > 0
  WITH holder, target, max(day) AS latest, sum(CASE WHEN day IS NULL THEN 1 ELSE 0 END) AS undated, min(x.valid_from) AS first, max(x.valid_from) AS last,
       sum(CASE WHEN day IS NOT NULL THEN claim_count END) AS claim_count, collect(CASE WHEN day IS NOT NULL THEN [weight, value, day, x] END) AS terms
  // Summed in billionths: a sum of floats would depend on its order.
  WITH *, [t IN terms | toInteger(round(t[0] * 2 ^ (-duration.inDays(t[2], latest).days / $half_life_days)))] AS weighs
  WITH *, reduce(n = 0, i IN range(0, size(terms) - 1) | n + toInteger(round(weighs[i] * terms[i][1]))) AS above, reduce(n = 0, w IN weighs | n + w) AS below
  RETURN holder, target, CASE WHEN below > 0 THEN round(toFloat(above) / below, 4) + 0.0 END AS score, size(terms) AS terms, undated, first, last, claim_count,
         COLLECT { UNWIND terms AS t WITH t[3] AS x MATCH (c)-[told:STATES {affirmed: true}]->(x)
                   WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                     AND told.weight * told.confidence > 0
                   RETURN c.id AS id ORDER BY id LIMIT 100 } AS claims
}
WITH holder, target, max(score) AS score, sum(terms) AS terms, sum(undated) AS undated, min(first) AS first, max(last) AS last,
     sum(claim_count) AS claim_count, collect(claims) AS claims
RETURN holder, target, score, terms, undated, toString(first) AS first, toString(last) AS last, claim_count, reduce(all = [], some IN claims | all + some) AS claims
ORDER BY holder, target LIMIT $limit
