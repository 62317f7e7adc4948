// What two actors did to each other, newest first, undated last; an event that is both ways stands once each way.
// try {"a": "usa", "b": "chn", "rollup": true}
// at most 5,100 db hits among the bundled claims
CALL () {
  // Both, each with those who spoke for it and since and until when; who has fewer events comes first.
  UNWIND [$a, $b] AS side
  MATCH (:Actor {id: side})<-[office:SPEAKS_FOR*0..2]-(who)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
  WITH side, who, reduce(x = null, o IN office | CASE WHEN x > o.since THEN x ELSE o.since END) AS since,
       reduce(x = null, o IN office | CASE WHEN x < o.until THEN x ELSE o.until END) AS until
  WITH side, collect(who) AS whos, collect({who: who, since: since, until: until}) AS offices, sum(COUNT { (who)<-[:INITIATED_BY|DIRECTED_AT]-() }) AS many ORDER BY many
  RETURN collect({is: side, whos: whos, offices: offices}) AS sides
}
WITH sides, CASE WHEN sides[0].is = $a THEN ['a_to_b', 'b_to_a'] ELSE ['b_to_a', 'a_to_b'] END AS ways,
     coalesce($type, $mode, $quad, $from, $to, $as_of) IS NULL AS any_event, date(CASE $after[0] WHEN '' THEN '0000-01-01' ELSE $after[0] END) AS last
WHERE size(sides) = 2
UNWIND sides[0].offices AS office
WITH ways, any_event, last, sides[1].whos AS others, sides[1].offices AS seats, office, office.who AS who
CALL (who, ways, others) {
  MATCH (who)<-[:INITIATED_BY]-(e)-[role:INITIATED_BY|DIRECTED_AT]->(other) WHERE other IN others
  // What several did to nobody else, they did to each other.
  WITH e, other, type(role) AS role WHERE role = 'DIRECTED_AT' OR NOT EXISTS { (e)-[:DIRECTED_AT]->() }
  UNWIND CASE role WHEN 'DIRECTED_AT' THEN [ways[0]] ELSE ways END AS direction RETURN e, other, direction
  UNION ALL
  MATCH (who)<-[:DIRECTED_AT]-(e)-[:INITIATED_BY]->(other) WHERE other IN others RETURN e, other, ways[1] AS direction
}
WITH e, direction, office, other, seats, any_event, last
WHERE (office.since IS NULL OR coalesce(office.since <= e.valid_from <= office.until, true))
  AND any(o IN seats WHERE o.who = other AND coalesce(o.since <= e.valid_from <= o.until, true))
WITH DISTINCT e, direction, any_event, last
WITH e, direction, any_event, last, coalesce(e.valid_from, date('0000-01-01')) AS start
WHERE ($direction IS NULL OR direction = $direction) AND (last IS NULL OR start <= last)
  AND ($topic IS NULL OR EXISTS { (e)-[:ABOUT]->(t) WHERE t.id = $topic })
  AND (any_event OR ($type IS NULL OR e.type IN $type) AND ($mode IS NULL OR e.mode = $mode) AND ($quad IS NULL OR e.quad = $quad)
                    AND ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to) AND ($as_of IS NULL OR e.valid_from <= $as_of))
// Sorted before ids and claims are looked at: only those of one page are.
WITH e, direction, start, last ORDER BY start DESC
WITH e, direction, start, last, e.id AS id ORDER BY start DESC, id, direction
WHERE (last IS NULL OR start < last OR id > $after[1] OR id = $after[1] AND direction > $after[2])
  AND EXISTS { ()-[told:STATES {affirmed: true}]->(e)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 AND ($modality IS NULL OR told.modality = $modality) }
WITH e, direction, id, start ORDER BY start DESC, id, direction LIMIT $limit
CALL (e) {
  MATCH (e)-[:SAME_HAPPENING*0..1]-(o)<-[told:STATES {affirmed: true}]-(c)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($modality IS NULL OR told.modality = $modality) AND ($as_of IS NULL OR o.valid_from <= $as_of)
  RETURN collect(DISTINCT CASE o WHEN e THEN c.id END) AS ids, collect(DISTINCT CASE o WHEN e THEN told.modality END) AS modalities,
         count(DISTINCT told.voice) AS voices
}
OPTIONAL MATCH (e)-[:AT]->(p)
WITH e, direction, id, ids, modalities, voices, head(collect(p)) AS p
RETURN id, coalesce(toString(e.valid_from), '') AS day, direction, e.date AS date, e.until AS until, e.precision AS precision, e.type AS type, e.mode AS mode, e.contexts AS contexts,
       e.quad AS quad, e.score AS score,
       COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS initiators,
       COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS recipients,
       p.id AS place, p.location.longitude AS longitude, p.location.latitude AS latitude,
       COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN t.id AS x ORDER BY x } AS topics,
       COLLECT { UNWIND modalities AS x RETURN x ORDER BY x } AS modalities, voices, COLLECT { UNWIND ids AS x RETURN x ORDER BY x } AS claims
ORDER BY day DESC, id, direction
