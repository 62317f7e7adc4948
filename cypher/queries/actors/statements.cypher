// What one actor said: the claims that it speaks, each with what it states, latest said first.
// try {"id": "chn", "kind": "stance", "rollup": true}
// at most 7,000 db hits among the bundled claims
MATCH (:Actor {id: $id})<-[office:SPEAKS_FOR*0..2]-(who)
WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
WITH who, reduce(x = '', o IN office | CASE WHEN x > toString(o.since) THEN x ELSE toString(o.since) END) AS since,
     reduce(x = '9999-12-31', o IN office | CASE WHEN x < toString(o.until) THEN x ELSE toString(o.until) END) AS until,
     toString($from) AS first, toString($to) AS last, toString($as_of) AS day, coalesce($kind, $speech_act, $modality, $from, $to, $as_of) IS NULL AS unfiltered
// Days are compared as texts, a month or a year with as much of the day: of an office that began on the first of a month or year it counts whole.
WITH who, CASE WHEN since ENDS WITH '-01-01' THEN left(since, 4) WHEN since ENDS WITH '-01' THEN left(since, 7) ELSE since END AS since, until, first, last, day, unfiltered
MATCH (who)<-[:SPOKEN_BY]-(c)
WITH c, c.said_on AS said_on, since, until, first, last, day, unfiltered
WHERE since <= said_on <= until
  AND (unfiltered OR ($kind IS NULL OR c.kind = $kind) AND ($speech_act IS NULL OR c.speech_act = $speech_act) AND ($modality IS NULL OR c.modality = $modality)
              AND (first IS NULL OR said_on >= left(first, size(said_on))) AND (last IS NULL OR said_on <= left(last, size(said_on)))
              AND (day IS NULL OR said_on <= left(day, size(said_on))))
WITH DISTINCT c, said_on WHERE $after IS NULL OR said_on <= $after[0]
// Sorted before ids are read and the standing of claims is looked at: only those of one page are.
WITH c, said_on ORDER BY said_on DESC
WITH c, said_on, c.id AS id ORDER BY said_on DESC, id DESC
WHERE ($after IS NULL OR said_on < $after[0] OR id < $after[1])
  AND EXISTS { (c)-[told:STATES]->()
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH c, said_on, id ORDER BY said_on DESC, id DESC LIMIT $limit
CALL (c) { MATCH (c)-[:STATES]->(f) RETURN f LIMIT 1 }
CALL (f) {
  WITH f WHERE f:Event
  RETURN {type: f.type, initiators: COLLECT { MATCH (f)-[:INITIATED_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x },
          recipients: COLLECT { MATCH (f)-[:DIRECTED_AT]->(a) RETURN DISTINCT a.id AS x ORDER BY x }, date: f.date, until: f.until} AS states
  UNION ALL
  WITH f WHERE f:Stance
  RETURN {holders: COLLECT { MATCH (f)-[:HELD_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x }, position: f.position, polarity: f.polarity,
          target: head(COLLECT { MATCH (f)-[:TOWARD]->(x) RETURN x.id }), since: f.since, until: f.until} AS states
  UNION ALL
  WITH f WHERE f:Relation
  RETURN {type: f.type, subject: head(COLLECT { MATCH (f)-[:SUBJECT]->(x) RETURN x.id }),
          object: head(COLLECT { MATCH (f)-[:OBJECT]->(x) RETURN x.id }), title: f.title, since: f.since, until: f.until} AS states
  UNION ALL
  WITH f WHERE f:Measure
  RETURN {indicator: f.indicator, value: f.value, comparator: f.comparator, unit: f.unit, of: head(COLLECT { MATCH (f)-[:OF]->(x) RETURN x.id }),
          with: head(COLLECT { MATCH (f)-[:WITH]->(x) RETURN x.id }), period: f.period} AS states
}
RETURN id, c.kind AS kind, c.summary AS summary, COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS speakers,
       c.speech_act AS speech_act, said_on, c.affirmed AS affirmed, c.modality AS modality, c.confidence AS confidence,
       c.method AS method, $status AS status, f.id AS fact, states, COLLECT { MATCH (f)-[:ABOUT]->(t) RETURN t.id AS x ORDER BY x } AS topics,
       head(COLLECT { MATCH (c)-[:FROM]->(p) RETURN p.id LIMIT 1 }) AS publication, COLLECT { MATCH (c)-[:CREDITS]->(o) RETURN o.id ORDER BY o.id } AS credits
ORDER BY said_on DESC, id DESC
