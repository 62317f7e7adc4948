// Whom an actor is tied to, and by what: a row for each other actor and kind of fact, most facts first.
// try {"id": "chn", "kinds": "event,stance", "rollup": true}
// at most 11,000 db hits among the bundled claims
MATCH (:Actor {id: $id})<-[office:SPEAKS_FOR*0..2]-(who)
WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
WITH who, reduce(x = null, o IN office | CASE WHEN x > o.since THEN x ELSE o.since END) AS since,
     reduce(x = null, o IN office | CASE WHEN x < o.until THEN x ELSE o.until END) AS until
WITH collect(who) AS whos, collect({who: who, since: since, until: until}) AS offices,
     sum(COUNT { (who)<-[:INITIATED_BY|DIRECTED_AT]-() }) AS done, sum(COUNT { (who)<-[:HELD_BY|TOWARD]-() }) AS held
CALL (whos, offices, done) {
  // A busy actor's newest are soon met on the way back through those of all actors; its own would all have to be sorted.
  WITH whos, offices, CASE WHEN done > 1000 AND done * 5000 > ($expand + 1) * COUNT { (:Event) } AND ($kinds IS NULL OR 'event' IN $kinds)
                           THEN date('9999-12-31') END AS latest
  MATCH (e:Event) WHERE e.valid_from <= latest
  WITH whos, offices, e ORDER BY e.valid_from DESC, e.id LIMIT 5000
  WHERE ($from IS NULL OR e.valid_to >= $from) AND ($to IS NULL OR e.valid_from <= $to) AND ($as_of IS NULL OR e.valid_from <= $as_of)
    AND EXISTS { (e)-[:INITIATED_BY|DIRECTED_AT]->(who) WHERE who IN whos
                 AND any(o IN offices WHERE o.who = who AND coalesce(o.since <= e.valid_from <= o.until, true)) }
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(e)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH e ORDER BY e.valid_from DESC, e.id LIMIT ($expand + 1)
  RETURN collect(e) AS events
}
CALL (whos, offices, held) {
  WITH whos, offices, CASE WHEN held > 1000 AND held * 5000 > ($expand + 1) * COUNT { (:Stance) } AND ($kinds IS NULL OR 'stance' IN $kinds)
                           THEN date('9999-12-31') END AS latest
  MATCH (s:Stance) WHERE s.valid_from <= latest
  WITH whos, offices, s ORDER BY s.valid_from DESC, s.id LIMIT 5000
  WHERE ($from IS NULL OR s.valid_to IS NULL OR s.valid_to >= $from) AND ($to IS NULL OR s.valid_from <= $to)
    AND ($as_of IS NULL OR s.valid_from <= $as_of AND (s.valid_to IS NULL OR s.valid_to >= $as_of))
    AND EXISTS { (s)-[:HELD_BY|TOWARD]->(who) WHERE who IN whos
                 AND any(o IN offices WHERE o.who = who AND coalesce(o.since <= s.valid_from <= o.until, true)) }
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(s)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH s ORDER BY s.valid_from DESC, s.id LIMIT ($expand + 1)
  RETURN collect(s) AS stances
}
CALL (offices, events, stances) {
  UNWIND CASE WHEN size(events) = ($expand + 1) THEN events ELSE [] END + CASE WHEN size(stances) = ($expand + 1) THEN stances ELSE [] END AS f RETURN f
  UNION ALL
  WITH offices, events WHERE size(events) < ($expand + 1) AND ($kinds IS NULL OR 'event' IN $kinds)
  UNWIND offices AS o WITH o, o.who AS who
  MATCH (who)<-[:INITIATED_BY|DIRECTED_AT]-(f)
  WHERE ($from IS NULL OR f.valid_to >= $from) AND ($to IS NULL OR f.valid_from <= $to) AND ($as_of IS NULL OR f.valid_from <= $as_of)
    AND coalesce(o.since <= f.valid_from <= o.until, true)
  RETURN DISTINCT f
  UNION ALL
  WITH offices, stances WHERE size(stances) < ($expand + 1) AND ($kinds IS NULL OR 'stance' IN $kinds)
  UNWIND offices AS o WITH o, o.who AS who
  MATCH (who)<-[:HELD_BY|TOWARD]-(f)
  WHERE ($from IS NULL OR f.valid_to IS NULL OR f.valid_to >= $from) AND ($to IS NULL OR f.valid_from <= $to)
    AND ($as_of IS NULL OR f.valid_from <= $as_of AND coalesce(f.valid_to >= $as_of, true))
    AND coalesce(o.since <= f.valid_from <= o.until, true)
  RETURN DISTINCT f
  UNION ALL
  WITH offices WHERE ($kinds IS NULL OR 'relation' IN $kinds)
  UNWIND offices AS o WITH o, o.who AS who
  MATCH (who)<-[:SUBJECT|OBJECT]-(f)
  WHERE ($from IS NULL OR f.valid_to IS NULL OR f.valid_to >= $from) AND ($to IS NULL OR f.valid_from IS NULL OR f.valid_from <= $to)
    AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true) AND coalesce(f.valid_to >= $as_of, true))
    AND coalesce(o.since <= f.valid_from <= o.until, true)
  RETURN DISTINCT f
  UNION ALL
  WITH offices WHERE ($kinds IS NULL OR 'measure' IN $kinds)
  UNWIND offices AS o WITH o, o.who AS who
  MATCH (who)<-[:OF|WITH]-(f)
  WHERE ($from IS NULL OR f.valid_to >= $from) AND ($to IS NULL OR f.valid_from <= $to) AND ($as_of IS NULL OR f.valid_from <= $as_of)
    AND coalesce(o.since <= f.valid_from <= o.until, true)
  RETURN DISTINCT f
}
WITH offices, f, coalesce(f.valid_from, date('0000-01-01')) AS day, f.id AS id ORDER BY day DESC, id
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(f)
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH offices, f, day, id ORDER BY day DESC, id LIMIT $expand + 1
WITH offices, collect(f) AS found
UNWIND found[..$expand] AS f
WITH offices, f, size(found) > $expand AS truncated
MATCH (f)-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(b:Actor)
// Whoever acts for it, itself first of all, is no neighbour.
WHERE NOT any(o IN offices WHERE o.who = b AND coalesce(o.since <= f.valid_from <= o.until, true))
WITH b, toLower(head([l IN labels(f) WHERE l <> 'Fact'])) AS kind, truncated, collect(DISTINCT f) AS fs
WITH b, b.id AS id, kind, truncated, fs, size(fs) AS facts
WHERE $after IS NULL OR facts < $after[0] OR facts = $after[0] AND (id > $after[1] OR id = $after[1] AND kind > $after[2])
WITH b, id, kind, truncated, fs, facts ORDER BY facts DESC, id, kind LIMIT $limit
CALL (fs) {
  UNWIND fs AS f
  MATCH (c)-[told:STATES {affirmed: true}]->(f)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  WITH DISTINCT c.id AS x ORDER BY x
  RETURN count(x) AS claim_count, collect(x)[..100] AS claims
}
RETURN id, coalesce(b.name, b.id) AS name, b.kind AS actor_kind, kind, facts, truncated,
       toString(head(COLLECT { UNWIND fs AS f RETURN f.valid_from AS x ORDER BY x LIMIT 1 })) AS first,
       toString(head(COLLECT { UNWIND fs AS f WITH f.valid_from AS x WHERE x IS NOT NULL RETURN x ORDER BY x DESC LIMIT 1 })) AS last,
       COLLECT { UNWIND fs AS f RETURN f.id AS x ORDER BY f.valid_from IS NULL, f.valid_from DESC, x LIMIT 5 } AS sample, claims, claim_count
ORDER BY facts DESC, id, kind
