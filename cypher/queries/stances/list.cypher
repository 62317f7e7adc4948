// Who stands where: the stances of a holder, toward a target, on a topic, newest first.
// try {"holder": "chn", "target": "usa"}
// at most 2,100 db hits among the bundled claims
CALL () {
  // Holder and target, each with those who spoke for it and since and until when; who has fewer stances comes first.
  UNWIND [{id: $holder, role: 'HELD_BY'}, {id: $target, role: 'TOWARD'}] AS side
  MATCH (:Actor|Topic|Fact {id: side.id})<-[office:SPEAKS_FOR*0..2]-(who)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
  WITH side, who, reduce(x = null, o IN office | CASE WHEN x > o.since THEN x ELSE o.since END) AS since,
       reduce(x = null, o IN office | CASE WHEN x < o.until THEN x ELSE o.until END) AS until
  WITH side.role AS role, collect(who) AS whos, collect({who: who, since: since, until: until}) AS offices,
       sum(CASE side.role WHEN 'HELD_BY' THEN COUNT { (who)<-[:HELD_BY]-() } ELSE COUNT { (who)<-[:TOWARD]-() } END) AS many ORDER BY many
  RETURN collect({role: role, whos: whos, offices: offices, many: many}) AS sides
}
WITH COUNT { (:Stance) } AS stances, sides, sides[0].role AS role, sides[0].whos AS whos, sides[0].offices AS offices, date($after[0]) AS last,
     coalesce($position, $min_polarity, $max_polarity, $topic, $from, $to, $as_of, $after) IS NULL AND size(sides) < 2 AS unfiltered,
     sides = [] AND coalesce($topic, $position, $min_polarity, $max_polarity) IS NULL AS anything
WHERE size(sides) = size([x IN [$holder, $target] WHERE x IS NOT NULL])
CALL (stances, sides, role, whos, offices, last, anything) {
  // Where there are many, those of the page are soon met on the way back through all stances: to sort them all would take longer.
  WITH role, whos, offices, last, reduce(least = coalesce(last, date('9999-12-31')), x IN [$to, $as_of] | CASE WHEN x < least THEN x ELSE least END) AS latest
  WHERE anything OR size(sides) < 2 AND coalesce($position, $min_polarity, $max_polarity) IS NULL
    AND CASE WHEN sides = [] THEN 250 * COUNT { (:Topic {id: $topic})<-[:ABOUT|TOWARD]-() } WHEN $topic IS NULL THEN 500 * sides[0].many ELSE 0 END > $limit * stances
  MATCH (s:Stance) WHERE s.valid_from <= latest
  WITH role, whos, offices, last, s ORDER BY s.valid_from DESC, s.id LIMIT CASE WHEN coalesce($holder, $target, $topic) IS NULL THEN 1000000000 ELSE 1000 END
  WHERE (last IS NULL OR s.valid_from < last OR s.id > $after[1])
    AND ($from IS NULL OR s.valid_to IS NULL OR s.valid_to >= $from) AND ($as_of IS NULL OR s.valid_to IS NULL OR s.valid_to >= $as_of)
    AND (whos IS NULL OR EXISTS { (s)-[part:HELD_BY|TOWARD]->(who) WHERE who IN whos AND type(part) = role
                                  AND any(o IN offices WHERE o.who = who AND coalesce(o.since <= s.valid_from <= o.until, true)) })
    AND ($topic IS NULL OR EXISTS { (s)-[:ABOUT|TOWARD]->(t:Topic) WHERE t.id = $topic })
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(s)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH s ORDER BY s.valid_from DESC, s.id LIMIT $limit
  RETURN collect(s) AS newest
}
CALL (sides, role, offices, anything, newest) {
  WITH newest WHERE anything OR size(newest) = $limit UNWIND newest AS s RETURN s
  UNION ALL
  WITH sides, role, offices, newest WHERE sides <> [] AND size(newest) < $limit
  UNWIND offices AS office
  CALL (role, office) {
    WITH office.who AS who WHERE role = 'HELD_BY' MATCH (who)<-[:HELD_BY]-(s) RETURN s
    UNION ALL
    WITH office.who AS who WHERE role = 'TOWARD' MATCH (who)<-[:TOWARD]-(s) RETURN s
  }
  WITH sides, office, s
  WHERE (office.since IS NULL OR coalesce(office.since <= s.valid_from <= office.until, true))
    AND (size(sides) < 2 OR EXISTS { (s)-[part:HELD_BY|TOWARD]->(who) WHERE who IN sides[1].whos AND type(part) = sides[1].role
                                     AND any(o IN sides[1].offices WHERE o.who = who AND coalesce(o.since <= s.valid_from <= o.until, true)) })
    AND ($topic IS NULL OR EXISTS { (s)-[:ABOUT|TOWARD]->(t:Topic) WHERE t.id = $topic })
  RETURN DISTINCT s
  UNION ALL
  WITH $topic AS topic WHERE sides = [] AND topic IS NOT NULL AND size(newest) < $limit
  MATCH (:Topic {id: topic})<-[:ABOUT|TOWARD]-(s:Stance) RETURN DISTINCT s
  UNION ALL
  WITH $position AS position WHERE sides = [] AND $topic IS NULL AND position IS NOT NULL
  MATCH (s:Stance {position: position}) RETURN s
  UNION ALL
  WITH coalesce($min_polarity, $max_polarity) AS asked WHERE sides = [] AND coalesce($topic, $position) IS NULL AND asked IS NOT NULL
  MATCH (s:Stance) RETURN s
}
WITH s, s.valid_from AS start, last, unfiltered
WHERE unfiltered
   OR ($position IS NULL OR s.position = $position)
  AND ($min_polarity IS NULL OR s.polarity >= $min_polarity) AND ($max_polarity IS NULL OR s.polarity <= $max_polarity)
  AND ($from IS NULL OR s.valid_to IS NULL OR s.valid_to >= $from) AND ($to IS NULL OR start <= $to)
  AND ($as_of IS NULL OR start <= $as_of AND (s.valid_to IS NULL OR s.valid_to >= $as_of))
  AND (last IS NULL OR start <= last)
// Sorted before ids and claims are looked at: only those of one page are.
WITH s, start, last ORDER BY start DESC
WITH s, start, last, s.id AS id ORDER BY start DESC, id
WHERE (last IS NULL OR start < last OR id > $after[1])
  AND EXISTS { ()-[told:STATES {affirmed: true}]->(s)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH s, id, start ORDER BY start DESC, id LIMIT $limit
RETURN id, toString(s.valid_from) AS day, COLLECT { MATCH (s)-[:HELD_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS holders,
       s.position AS position, s.polarity AS polarity, head(COLLECT { MATCH (s)-[:TOWARD]->(x) RETURN x.id }) AS target,
       head(COLLECT { MATCH (s)-[:TOWARD]->(x) RETURN toLower(head([l IN labels(x) WHERE l IN ['Actor', 'Topic', 'Fact']])) }) AS target_kind,
       COLLECT { MATCH (s)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics,
       s.since AS since, s.until AS until, s.precision AS precision,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(s)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 RETURN DISTINCT c.id AS x ORDER BY x } AS claims
ORDER BY day DESC, id
