// How many events there were in each interval and how conflictual or cooperative they were, by type, quad class or pair of actors.
// try {"interval": "year", "by": "dyad", "initiator": "rus", "rollup": true}
// at most 6,300 db hits among the bundled claims
CALL () {
  // AS CLAIMS STAND: a question about all accepted claims of now finds at each fact how many affirm it.
  RETURN $status = 'accepted' AND NOT EXISTS { (g:GraphState) WHERE g.changed_at > $known_at } AND NOT EXISTS { (r:Revision) WHERE r.public_on > $published_until }
         AND NOT EXISTS { (c:Claim) WHERE c.confidence < $min_confidence } AS standing
}
CALL (standing) {
  // Who is asked for, each with those who spoke for it and since and until when; who has the fewest events comes first.
  UNWIND [{id: $initiator, roles: ['INITIATED_BY']}, {id: $recipient, roles: ['DIRECTED_AT']}, {id: $actor, roles: ['INITIATED_BY', 'DIRECTED_AT']}] AS side
  MATCH (:Actor {id: side.id})<-[office:SPEAKS_FOR*0..2]-(who)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
  WITH side, who, reduce(x = null, o IN office | CASE WHEN x > o.since THEN x ELSE o.since END) AS since,
       reduce(x = null, o IN office | CASE WHEN x < o.until THEN x ELSE o.until END) AS until
  WITH side.roles AS roles, collect(who) AS whos, collect({who: who, since: since, until: until}) AS offices,
       sum(CASE WHEN 'INITIATED_BY' IN side.roles THEN COUNT { (who)<-[:INITIATED_BY]-() } ELSE 0 END
           + CASE WHEN 'DIRECTED_AT' IN side.roles THEN COUNT { (who)<-[:DIRECTED_AT]-() } ELSE 0 END) AS many ORDER BY many
  RETURN collect({roles: roles, whos: whos, offices: offices}) AS sides
}
WITH standing AND $modality IS NULL AS standing, sides, coalesce($topic, $place) IS NULL AS anywhere, coalesce($from, $to, $as_of) IS NOT NULL AS dated,
     // Where events are found by their topic or place, these are not asked for again.
     CASE WHEN sides <> [] THEN $topic END AS topic, CASE WHEN sides <> [] OR $topic IS NOT NULL THEN $place END AS place
WHERE size(sides) = size([x IN [$initiator, $recipient, $actor] WHERE x IS NOT NULL])
WITH *, coalesce($type, $mode, $quad, $context, topic, place, $from, $to, $as_of, $min_voices) IS NULL AS unfiltered
CALL (sides, anywhere, dated) {
  UNWIND sides[..1] AS side UNWIND side.offices AS office
  CALL (side, office) {
    WITH office.who AS who WHERE 'INITIATED_BY' IN side.roles MATCH (who)<-[:INITIATED_BY]-(e) RETURN e
    UNION ALL
    WITH office.who AS who WHERE 'DIRECTED_AT' IN side.roles MATCH (who)<-[:DIRECTED_AT]-(e) RETURN e
  }
  WITH sides, office, e
  WHERE (office.since IS NULL OR coalesce(office.since <= e.valid_from <= office.until, true))
    // The others that are asked for are looked for from each event.
    AND (size(sides) < 2 OR EXISTS { (e)-[role:INITIATED_BY|DIRECTED_AT]->(who) WHERE who IN sides[1].whos AND type(role) IN sides[1].roles
                                     AND any(o IN sides[1].offices WHERE o.who = who AND coalesce(o.since <= e.valid_from <= o.until, true)) })
    AND (size(sides) < 3 OR EXISTS { (e)-[role:INITIATED_BY|DIRECTED_AT]->(who) WHERE who IN sides[2].whos AND type(role) IN sides[2].roles
                                     AND any(o IN sides[2].offices WHERE o.who = who AND coalesce(o.since <= e.valid_from <= o.until, true)) })
  RETURN DISTINCT e
  UNION ALL
  WITH $topic AS topic WHERE sides = [] AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT]-(e:Event) RETURN DISTINCT e
  UNION ALL
  WITH $place AS place WHERE sides = [] AND $topic IS NULL AND place IS NOT NULL
  MATCH (:Place {id: place})<-[:AT]-(e:Event) RETURN e
  UNION ALL
  // Events of a window begin within it, or before it where they have more than one day: neither makes all of them be read.
  WITH coalesce($from, date('0000-01-01')) AS first, reduce(least = date('9999-12-31'), x IN [$to, $as_of] | CASE WHEN x < least THEN x ELSE least END) AS latest
  WHERE sides = [] AND anywhere AND dated
  MATCH (e:Event) WHERE first <= e.valid_from <= latest RETURN e
  UNION ALL
  WITH $from AS first WHERE sides = [] AND anywhere AND first IS NOT NULL
  MATCH (e)-[r:INITIATED_BY {spans: true}]->() WHERE r.actor IS NOT NULL AND r.type IS NOT NULL AND r.valid_from < first RETURN DISTINCT e
  UNION ALL
  WITH $type AS types WHERE sides = [] AND anywhere AND NOT dated AND types IS NOT NULL
  MATCH (e:Event) WHERE e.type IN types RETURN e
  UNION ALL
  WITH 1 AS _ WHERE sides = [] AND anywhere AND NOT dated AND $type IS NULL
  MATCH (e:Event) RETURN e
}
WITH e, topic, place, unfiltered, standing
WHERE unfiltered
   OR ($type IS NULL OR e.type IN $type) AND ($mode IS NULL OR e.mode = $mode) AND ($quad IS NULL OR e.quad = $quad) AND ($context IS NULL OR $context IN e.contexts)
  AND (topic IS NULL OR EXISTS { (e)-[:ABOUT]->(t) WHERE t.id = topic }) AND (place IS NULL OR EXISTS { (e)-[:AT]->(p) WHERE p.id = place })
  AND ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to) AND ($as_of IS NULL OR e.valid_from <= $as_of)
  AND ($min_voices IS NULL OR EXISTS {
    MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-()
    WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
      AND ($modality IS NULL OR told.modality = $modality) AND ($as_of IS NULL OR o.valid_from <= $as_of)
    WITH count(DISTINCT told.voice) AS voices WHERE voices >= $min_voices RETURN voices })
WITH standing, collect(e) AS es
CALL (standing, es) {
  WITH es WHERE standing UNWIND es AS e
  WITH e, e.affirmations AS told, e.first_affirmation AS first WHERE told > 0 RETURN e, told, first
  UNION ALL
  WITH es WHERE NOT standing UNWIND es AS e
  MATCH (c)-[told:STATES {affirmed: true}]->(e)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($modality IS NULL OR told.modality = $modality)
  RETURN e, count(c) AS told, min(c.id) AS first
}
// Where pairs are asked for: each initiator and each recipient; with rollup, whoever speaks for another counts as that other only.
WITH e, told, first, CASE
  WHEN $by = 'dyad' AND $rollup THEN COLLECT {
    MATCH (e)-[role:INITIATED_BY|DIRECTED_AT]->()-[office:SPEAKS_FOR*0..2]->(a)
    WHERE all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true))
      AND (size(office) = 2 OR NOT EXISTS { (a)-[o:SPEAKS_FOR]->() WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= e.valid_from <= o.until, true) })
    RETURN DISTINCT [type(role), a.id] }
  WHEN $by = 'dyad' THEN COLLECT { MATCH (e)-[role:INITIATED_BY|DIRECTED_AT]->(a) RETURN DISTINCT [type(role), a.id] }
  END AS sides
// What several did to nobody else, they did to each other.
UNWIND CASE WHEN sides IS NULL THEN [null] ELSE COLLECT {
  WITH [side IN sides WHERE side[0] = 'INITIATED_BY' | side[1]] AS doers, [side IN sides WHERE side[0] = 'DIRECTED_AT' | side[1]] AS others
  WITH doers, reduce(pairs = [], a IN doers | pairs + [b IN CASE WHEN others = [] THEN doers ELSE others END WHERE a <> b | [a, b]]) AS pairs
  UNWIND CASE WHEN pairs <> [] THEN pairs WHEN doers <> [] THEN [a IN doers | [a, null]] ELSE [[null, null]] END AS pair
  RETURN pair } END AS pair
WITH CASE WHEN e.valid_from IS NOT NULL THEN date.truncate($interval, e.valid_from) END AS interval, pair,
     CASE $by WHEN 'type' THEN e.type WHEN 'quad' THEN toString(e.quad) WHEN 'dyad' THEN pair[0] + coalesce('>' + pair[1], '') END AS group,
     e, told, first
WITH interval, group, pair, count(e) AS events, sum(e.score) AS score_sum, sum(told) AS claim_count, collect(first) AS firsts
ORDER BY interval, group LIMIT $limit
RETURN toString(interval) AS interval, group, pair[0] AS initiator, pair[1] AS recipient, events, score_sum, round(score_sum / events, 4) AS score, claim_count,
       COLLECT { UNWIND firsts AS x RETURN x ORDER BY x LIMIT 100 } AS claims
ORDER BY interval, group
