// How the events divide by type, mode, quad class, context, actor, topic, place, outlet, voice, speaker or modality, most events first.
// try {"by": "outlet", "actor": "chn", "from": "2023"}
// at most 2,000 db hits among the bundled claims
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
// With rollup, whoever speaks for another counts as that other only.
WITH e, CASE
  WHEN $by = 'type' THEN [e.type] WHEN $by = 'mode' THEN [e.mode] WHEN $by = 'quad' THEN [toString(e.quad)] WHEN $by = 'context' THEN e.contexts
  WHEN $by = 'topic' THEN COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN DISTINCT t.id }
  WHEN $by = 'place' THEN COLLECT { MATCH (e)-[:AT]->(p) RETURN p.id }
  WHEN $by = 'initiator' AND NOT $rollup THEN COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN DISTINCT a.id }
  WHEN $by = 'recipient' AND NOT $rollup THEN COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN DISTINCT a.id }
  WHEN $by IN ['initiator', 'recipient'] THEN COLLECT {
    MATCH (e)-[role:INITIATED_BY|DIRECTED_AT]->()-[office:SPEAKS_FOR*0..2]->(a)
    WHERE type(role) = CASE $by WHEN 'initiator' THEN 'INITIATED_BY' ELSE 'DIRECTED_AT' END
      AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true))
      AND (size(office) = 2 OR NOT EXISTS { (a)-[o:SPEAKS_FOR]->() WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true) })
    RETURN DISTINCT a.id } END AS shared
CALL (e, shared) {
  MATCH (c)-[told:STATES {affirmed: true}]->(e)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($modality IS NULL OR told.modality = $modality)
  // What is not of the event is of its claims.
  WITH c, CASE
    WHEN shared IS NOT NULL THEN shared WHEN $by = 'modality' THEN [told.modality] WHEN $by = 'voice' THEN [told.voice]
    WHEN $by = 'speaker' THEN COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id }
    ELSE COLLECT { MATCH (c)-[:FROM]->()-[:PUBLISHED_BY]->(o) RETURN DISTINCT o.id } END AS groups
  UNWIND CASE WHEN groups = [] THEN [null] ELSE groups END AS group
  RETURN group, collect(c.id) AS ids
}
WITH group, count(e) AS events, sum(e.score) AS score_sum, sum(size(ids)) AS claim_count, collect(ids) AS each ORDER BY events DESC, group LIMIT $limit
RETURN group, head(COLLECT { MATCH (n:Actor|Topic|Place|Outlet {id: group})
                             WHERE $by IN ['initiator', 'recipient', 'speaker'] AND n:Actor OR $by IN ['outlet', 'voice'] AND n:Outlet
                                OR $by = 'topic' AND n:Topic OR $by = 'place' AND n:Place
                             RETURN n.name }) AS name,
       events, score_sum, round(score_sum / events, 4) AS score, claim_count,
       COLLECT { UNWIND each AS ids UNWIND ids AS x RETURN x ORDER BY x LIMIT 100 } AS claims
ORDER BY events DESC, group
