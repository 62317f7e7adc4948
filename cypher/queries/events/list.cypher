// Which events happened: who did what to whom, newest first, undated last.
// try {"initiator": "rus", "recipient": "ukr", "rollup": true}
// at most 4,100 db hits among the bundled claims
CALL () {
  // Who is asked for, each with those who spoke for it and since and until when; who has the fewest events comes first.
  UNWIND [{id: $initiator, roles: ['INITIATED_BY']}, {id: $recipient, roles: ['DIRECTED_AT']}, {id: $actor, roles: ['INITIATED_BY', 'DIRECTED_AT']}] AS side
  MATCH (:Actor {id: side.id})<-[office:SPEAKS_FOR*0..2]-(who)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
  WITH side, who, reduce(x = null, o IN office | CASE WHEN x > o.since THEN x ELSE o.since END) AS since,
       reduce(x = null, o IN office | CASE WHEN x < o.until THEN x ELSE o.until END) AS until
  WITH side.roles AS roles, collect(who) AS whos, collect({who: who, since: since, until: until}) AS offices,
       sum(CASE WHEN 'INITIATED_BY' IN side.roles THEN COUNT { (who)<-[:INITIATED_BY]-() } ELSE 0 END
           + CASE WHEN 'DIRECTED_AT' IN side.roles THEN COUNT { (who)<-[:DIRECTED_AT]-() } ELSE 0 END) AS many ORDER BY many
  RETURN collect({roles: roles, whos: whos, offices: offices, many: many}) AS sides
}
WITH COUNT { (:Event) } AS events, sides, sides = [] AND coalesce($topic, $place) IS NULL AS anything WHERE size(sides) = size([x IN [$initiator, $recipient, $actor] WHERE x IS NOT NULL])
CALL (anything) {
  WITH 1 AS _ WHERE anything AND $type IS NOT NULL
  MATCH (e:Event) WHERE e.type IN $type WITH e LIMIT 1001 RETURN count(e) AS typed
}
// A few events of one type are found by the index of types.
WITH sides, anything, events, anything AND $type IS NOT NULL AND typed <= 1000 AS few,
     coalesce($type, $mode, $quad, $context) IS NULL AS any_kind, coalesce($type, $mode, $quad, $context, $topic, $place, $from, $to, $as_of, $after) IS NULL AS unfiltered,
     sides[0].whos AS whos, sides[0].roles AS roles, sides[0].offices AS offices
CALL (sides, whos, roles, offices, anything, events, few, any_kind) {
  // Where there are many, those of the page are soon met on the way back through all events: to sort them all would take longer.
  WITH whos, roles, offices, any_kind, coalesce(date($after[0]), date('9999-12-31')) AS last,
       CASE WHEN anything THEN events WHEN size(sides) > 1 THEN 0 WHEN sides <> [] THEN sides[0].many
            WHEN $topic IS NOT NULL THEN COUNT { (:Topic {id: $topic})<-[:ABOUT]-() } ELSE COUNT { (:Place {id: $place})<-[:AT]-() } END AS many
  WHERE NOT few AND ($after IS NULL OR $after[0] IS NOT NULL)
    AND (anything OR many > 1000 AND many * CASE WHEN NOT any_kind THEN 300 WHEN sides = [] OR $min_voices IS NOT NULL THEN 500 ELSE 1300 END > $limit * events)
  WITH whos, roles, offices, any_kind, last, reduce(least = last, x IN [$to, $as_of] | CASE WHEN x < least THEN x ELSE least END) AS latest
  MATCH (e:Event) WHERE e.valid_from <= latest
  WITH whos, roles, offices, any_kind, last, e ORDER BY e.valid_from DESC, e.id
  LIMIT CASE WHEN coalesce($initiator, $recipient, $actor, $topic, $place) IS NULL THEN 1000000000 WHEN coalesce($initiator, $recipient, $actor, $min_voices) IS NULL THEN 1000 ELSE 3000 END
  WHERE (any_kind OR ($type IS NULL OR e.type IN $type) AND ($mode IS NULL OR e.mode = $mode) AND ($quad IS NULL OR e.quad = $quad) AND ($context IS NULL OR $context IN e.contexts))
    AND ($from IS NULL OR e.valid_to >= $from) AND (e.valid_from < last OR e.id > $after[1])
    AND (whos IS NULL OR EXISTS { (e)-[role:INITIATED_BY|DIRECTED_AT]->(who) WHERE who IN whos AND type(role) IN roles
                                  AND any(o IN offices WHERE o.who = who AND coalesce(o.since <= e.valid_from <= o.until, true)) })
    AND ($topic IS NULL OR EXISTS { (e)-[:ABOUT]->(t) WHERE t.id = $topic }) AND ($place IS NULL OR EXISTS { (e)-[:AT]->(p) WHERE p.id = $place })
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(e)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                   AND ($modality IS NULL OR told.modality = $modality) }
    AND ($min_voices IS NULL OR EXISTS {
      MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-()
      WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
        AND ($modality IS NULL OR told.modality = $modality) AND ($as_of IS NULL OR o.valid_from <= $as_of)
      WITH count(DISTINCT told.voice) AS voices WHERE voices >= $min_voices RETURN voices })
  WITH e ORDER BY e.valid_from DESC, e.id LIMIT $limit
  RETURN collect(e) AS newest
}
CALL (sides, roles, offices, anything, few, newest) {
  WITH newest WHERE anything AND NOT few OR size(newest) = $limit UNWIND newest AS e RETURN e
  UNION ALL
  // … and undated ones only where dated ones do not fill the page.
  WITH size(newest) AS dated WHERE anything AND NOT few AND dated < $limit AND coalesce($from, $to, $as_of) IS NULL
  MATCH (e:Event) WHERE e.valid_from IS NULL RETURN e
  UNION ALL
  WITH 1 AS _ WHERE few
  MATCH (e:Event) WHERE e.type IN $type RETURN e
  UNION ALL
  WITH sides, roles, offices, newest WHERE sides <> [] AND size(newest) < $limit
  UNWIND offices AS office
  CALL (roles, office) {
    WITH office.who AS who WHERE 'INITIATED_BY' IN roles MATCH (who)<-[:INITIATED_BY]-(e) RETURN e
    UNION ALL
    WITH office.who AS who WHERE 'DIRECTED_AT' IN roles MATCH (who)<-[:DIRECTED_AT]-(e) RETURN e
  }
  WITH sides, office, e
  WHERE ($type IS NULL OR e.type IN $type) AND (office.since IS NULL OR coalesce(office.since <= e.valid_from <= office.until, true))
    // The others that are asked for are looked for from each event.
    AND (size(sides) < 2 OR EXISTS { (e)-[role:INITIATED_BY|DIRECTED_AT]->(who) WHERE who IN sides[1].whos AND type(role) IN sides[1].roles
                                     AND any(o IN sides[1].offices WHERE o.who = who AND coalesce(o.since <= e.valid_from <= o.until, true)) })
    AND (size(sides) < 3 OR EXISTS { (e)-[role:INITIATED_BY|DIRECTED_AT]->(who) WHERE who IN sides[2].whos AND type(role) IN sides[2].roles
                                     AND any(o IN sides[2].offices WHERE o.who = who AND coalesce(o.since <= e.valid_from <= o.until, true)) })
  RETURN DISTINCT e
  UNION ALL
  WITH $topic AS topic WHERE sides = [] AND topic IS NOT NULL AND size(newest) < $limit
  MATCH (:Topic {id: topic})<-[:ABOUT]-(e:Event) RETURN DISTINCT e
  UNION ALL
  WITH $place AS place WHERE sides = [] AND $topic IS NULL AND place IS NOT NULL AND size(newest) < $limit
  MATCH (:Place {id: place})<-[:AT]-(e:Event) RETURN e
}
WITH e, unfiltered, coalesce(e.valid_from, date('0000-01-01')) AS day
WHERE unfiltered
   OR ($type IS NULL OR e.type IN $type) AND ($mode IS NULL OR e.mode = $mode) AND ($quad IS NULL OR e.quad = $quad) AND ($context IS NULL OR $context IN e.contexts)
  AND ($topic IS NULL OR EXISTS { (e)-[:ABOUT]->(t) WHERE t.id = $topic }) AND ($place IS NULL OR EXISTS { (e)-[:AT]->(p) WHERE p.id = $place })
  AND ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to) AND ($as_of IS NULL OR e.valid_from <= $as_of)
  AND ($after IS NULL OR day <= coalesce(date($after[0]), date('0000-01-01')))
// Sorted before ids and claims are looked at: only those of one page are.
WITH e, day ORDER BY day DESC
WITH e, day, e.id AS id ORDER BY day DESC, id
WHERE ($after IS NULL OR day < coalesce(date($after[0]), date('0000-01-01')) OR id > $after[1])
  AND EXISTS { ()-[told:STATES {affirmed: true}]->(e)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 AND ($modality IS NULL OR told.modality = $modality) }
  AND ($min_voices IS NULL OR EXISTS {
    MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-()
    WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
      AND ($modality IS NULL OR told.modality = $modality) AND ($as_of IS NULL OR o.valid_from <= $as_of)
    WITH count(DISTINCT told.voice) AS voices WHERE voices >= $min_voices RETURN voices })
WITH e, day, id ORDER BY day DESC, id LIMIT $limit
CALL (e) {
  MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-(c)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($modality IS NULL OR told.modality = $modality) AND ($as_of IS NULL OR o.valid_from <= $as_of)
  RETURN collect(DISTINCT CASE o WHEN e THEN c.id END) AS ids, collect(DISTINCT CASE o WHEN e THEN told.modality END) AS modalities,
         count(DISTINCT told.voice) AS voices
}
OPTIONAL MATCH (e)-[:AT]->(p)
WITH e, day, id, ids, modalities, voices, head(collect(p)) AS p
RETURN id, toString(e.valid_from) AS day, e.date AS date, e.until AS until, e.precision AS precision, e.type AS type, e.mode AS mode, e.contexts AS contexts,
       e.quad AS quad, e.score AS score,
       COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS initiators,
       COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS recipients,
       p.id AS place, p.location.longitude AS longitude, p.location.latitude AS latitude,
       COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN t.id AS x ORDER BY x } AS topics,
       COLLECT { UNWIND modalities AS x RETURN x ORDER BY x } AS modalities, voices, COLLECT { UNWIND ids AS x RETURN x ORDER BY x } AS claims
ORDER BY coalesce(day, '') DESC, id
