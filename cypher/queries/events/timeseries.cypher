// How many events there were in each interval and how conflictual or cooperative they were, by type, quad class or pair of actors.
// try {"interval": "year", "by": "dyad", "initiator": "rus", "rollup": true}
// at most 6,300 db hits among the bundled claims
CALL () {
  WITH coalesce($initiator, $recipient, $actor) AS actor WHERE actor IS NOT NULL
  MATCH (:Actor {id: actor})<-[office:SPEAKS_FOR*0..2]-()<-[role:INITIATED_BY|DIRECTED_AT]-(e)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true))
    AND type(role) IN CASE WHEN $initiator IS NOT NULL THEN ['INITIATED_BY'] WHEN $recipient IS NOT NULL THEN ['DIRECTED_AT'] ELSE ['INITIATED_BY', 'DIRECTED_AT'] END
  WITH DISTINCT e
  // Where a second one is asked for, it is looked for from each event.
  WITH e, CASE WHEN size([x IN [$initiator, $recipient, $actor] WHERE x IS NOT NULL]) > 1 THEN COLLECT {
    MATCH (e)-[role:INITIATED_BY|DIRECTED_AT]->()-[office:SPEAKS_FOR*0..2]->(a:Actor)
    WHERE a.id IN [$recipient, $actor] AND (size(office) = 0 OR $rollup)
      AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true))
    RETURN [type(role), a.id] } END AS sides
  WHERE sides IS NULL OR ($recipient IS NULL OR ['DIRECTED_AT', $recipient] IN sides) AND ($actor IS NULL OR any(side IN sides WHERE side[1] = $actor))
  RETURN e
  UNION ALL
  WITH $topic AS topic WHERE coalesce($initiator, $recipient, $actor) IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT]-(e:Event) RETURN DISTINCT e
  UNION ALL
  WITH $place AS place WHERE coalesce($initiator, $recipient, $actor, $topic) IS NULL AND place IS NOT NULL
  MATCH (:Place {id: place})<-[:AT]-(e:Event) RETURN e
  UNION ALL
  WITH 1 AS _ WHERE coalesce($initiator, $recipient, $actor, $topic, $place) IS NULL
  MATCH (e:Event) RETURN e
}
WITH e
WHERE ($type IS NULL OR e.type IN $type) AND ($mode IS NULL OR e.mode = $mode) AND ($quad IS NULL OR e.quad = $quad)
  AND ($context IS NULL OR $context IN e.contexts)
  AND ($topic IS NULL OR EXISTS { (e)-[:ABOUT]->(:Topic {id: $topic}) }) AND ($place IS NULL OR EXISTS { (e)-[:AT]->(:Place {id: $place}) })
  AND ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to) AND ($as_of IS NULL OR e.valid_from <= $as_of)
  AND ($min_voices IS NULL OR EXISTS {
    MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-()
    WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
      AND ($modality IS NULL OR told.modality = $modality) AND ($as_of IS NULL OR o.valid_from <= $as_of)
    WITH count(DISTINCT told.voice) AS voices WHERE voices >= $min_voices RETURN voices })
CALL (e) {
  MATCH (c)-[told:STATES {affirmed: true}]->(e)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($modality IS NULL OR told.modality = $modality)
  RETURN collect(c.id) AS ids
}
WITH e, ids WHERE ids <> []
// Where pairs are asked for: each initiator and each recipient; with rollup, whoever speaks for another counts as that other only.
WITH e, ids, CASE
  WHEN $by = 'dyad' AND $rollup THEN COLLECT {
    MATCH (e)-[role:INITIATED_BY|DIRECTED_AT]->()-[office:SPEAKS_FOR*0..2]->(a)
    WHERE all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true))
      AND (size(office) = 2 OR NOT EXISTS { (a)-[o:SPEAKS_FOR]->() WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true) })
    RETURN DISTINCT [type(role), a.id] }
  WHEN $by = 'dyad' THEN COLLECT { MATCH (e)-[role:INITIATED_BY|DIRECTED_AT]->(a) RETURN DISTINCT [type(role), a.id] }
  ELSE [] END AS sides
WITH e, ids, [side IN sides WHERE side[0] = 'INITIATED_BY' | side[1]] AS doers, [side IN sides WHERE side[0] = 'DIRECTED_AT' | side[1]] AS others
// What several did to nobody else, they did to each other.
WITH e, ids, doers, reduce(pairs = [], a IN doers | pairs + [b IN CASE WHEN others = [] THEN doers ELSE others END WHERE a <> b | [a, b]]) AS pairs
UNWIND CASE WHEN pairs <> [] THEN pairs WHEN doers <> [] THEN [a IN doers | [a, null]] ELSE [[null, null]] END AS pair
WITH CASE WHEN e.valid_from IS NOT NULL THEN date.truncate($interval, e.valid_from) END AS interval, pair,
     CASE $by WHEN 'type' THEN e.type WHEN 'quad' THEN toString(e.quad) WHEN 'dyad' THEN pair[0] + coalesce('>' + pair[1], '') END AS group,
     e, ids
WITH interval, group, pair, count(e) AS events, sum(e.score) AS score_sum, sum(size(ids)) AS claim_count, collect(ids) AS each
ORDER BY interval, group LIMIT $limit
RETURN toString(interval) AS interval, group, pair[0] AS initiator, pair[1] AS recipient, events, score_sum, round(score_sum / events, 4) AS score, claim_count,
       COLLECT { UNWIND each AS ids UNWIND ids AS x RETURN x ORDER BY x LIMIT 100 } AS claims
ORDER BY interval, group
