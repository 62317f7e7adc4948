// Who says nothing: actors without a stated position on a topic in a period, by id, with the last that they took before.
// try {"topic": "unga-ukraine-resolutions", "bloc": "g7", "from": "2022-10", "to": "2022-12"}
// at most 3,200 db hits among the bundled claims
MATCH (topic:Topic {id: $topic})
CALL (topic) {
  MATCH (topic)<-[:ABOUT|TOWARD]-(s:Stance)
  WITH DISTINCT s WHERE ($to IS NULL OR s.valid_from <= $to) AND ($as_of IS NULL OR s.valid_from <= $as_of)
  MATCH (c)-[told:STATES {affirmed: true, modality: 'asserted'}]->(s)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  WITH s, collect(DISTINCT c.id) AS ids, $from IS NULL OR CASE size(s.since) WHEN 4 THEN s.valid_from + duration({years: 1}) WHEN 7 THEN s.valid_from + duration({months: 1}) ELSE s.valid_from + duration({days: 1}) END > $from AS within
  MATCH (s)-[:HELD_BY]->()-[office:SPEAKS_FOR*0..2]->(a)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= s.valid_from <= o.until, true))
  WITH DISTINCT a, s, ids, within ORDER BY s.valid_from DESC, s.id
  WITH a, any(x IN collect(within) WHERE x) AS spoke, head(collect({s: s, ids: ids})) AS last
  RETURN collect(CASE WHEN spoke THEN a.id END) AS spoke, collect(CASE WHEN NOT spoke THEN {id: a.id, s: last.s, ids: last.ids} END) AS earlier
}
CALL (spoke) {
  WITH spoke, $kind AS kind WHERE $bloc IS NULL
  MATCH (a:Actor {kind: kind}) WHERE NOT a.id IN spoke RETURN a
  UNION
  WITH spoke, $bloc AS bloc WHERE bloc IS NOT NULL
  MATCH (:Actor {id: bloc})<-[:OBJECT]-(r:Relation {type: 'member_of'})-[:SUBJECT]->(a)
  WHERE NOT a.id IN spoke AND a.kind = $kind AND coalesce(r.valid_from <= coalesce($to, $as_of), true)
    AND (r.valid_to IS NULL OR coalesce(r.valid_to >= coalesce($to, $as_of), false))
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(r)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  RETURN a
}
WITH a, earlier
WHERE a.merged_into IS NULL AND ($after IS NULL OR a.id > $after[0])
  AND EXISTS { (a)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
  AND (NOT $heard
       OR EXISTS { (a)<-[:HELD_BY|INITIATED_BY]-()<-[told:STATES {affirmed: true}]-()
                   WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
       OR EXISTS { (a)<-[:SPOKEN_BY]-()-[told:STATES]->()
                   WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence })
WITH a, head([x IN earlier WHERE x.id = a.id]) AS last ORDER BY a.id LIMIT $limit
RETURN a.id AS id, coalesce(a.name, a.id) AS name, last.s.id AS last_stance, last.s.position AS last_position, last.s.since AS last_date,
       COLLECT { UNWIND last.ids AS x RETURN x ORDER BY x } AS claims
ORDER BY id
