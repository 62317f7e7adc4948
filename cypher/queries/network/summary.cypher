// The graph among these actors, and their nearest neighbours if wanted: who did, said or is what to whom, how often, with the evidence.
// try {"actors": "chn,rus,usa,ukr", "kinds": "event,stance"}
// at most 8,500 db hits among the bundled claims
CALL () {
  // AS CLAIMS STAND: a question about all accepted claims of now finds at each fact how many affirm it.
  RETURN $status = 'accepted' AND NOT EXISTS { (g:GraphState) WHERE g.changed_at > $known_at } AND NOT EXISTS { (r:Revision) WHERE r.public_on > $published_until }
         AND NOT EXISTS { (c:Claim) WHERE c.confidence < $min_confidence } AS standing
}
MATCH (n:Actor) WHERE n.id IN $actors
WITH standing, collect(n) AS asked
// Whom they share most facts with …
CALL (asked) {
  UNWIND CASE WHEN $expand THEN asked ELSE [] END AS n
  MATCH (n)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(f)-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]->(m:Actor)
  WHERE NOT m IN asked
    AND (f:Event AND 'event' IN $kinds OR f:Stance AND 'stance' IN $kinds OR f:Relation AND 'relation' IN $kinds OR f:Measure AND 'measure' IN $kinds)
    AND ($types IS NULL OR coalesce(f.type, f.position, f.indicator) IN $types)
    AND ($from IS NULL OR coalesce(f.valid_to >= $from, f:Relation OR f:Stance)) AND ($to IS NULL OR coalesce(f.valid_from <= $to, f:Relation))
    AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
    AND EXISTS { ()-[told:STATES {affirmed: true}]->(f)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH m, count(DISTINCT f) AS facts ORDER BY facts DESC, m.id LIMIT 51
  RETURN collect(m) AS found
}
WITH standing, asked + found[..50] AS members, size(found) > 50 AS more
// … and each fact that leads from one of them to another, in both of whose names others may act with rollup.
CALL (members) {
  UNWIND members AS n
  MATCH (n)<-[office:SPEAKS_FOR*0..2]-(who)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
  WITH n, who, reduce(x = null, o IN office | CASE WHEN x > o.since THEN x ELSE o.since END) AS since,
       reduce(x = null, o IN office | CASE WHEN x < o.until THEN x ELSE o.until END) AS until
  RETURN collect({n: n, who: who, since: since, until: until}) AS offices, collect(DISTINCT who) AS whos, sum(COUNT { (who)<-[:INITIATED_BY]-() }) AS done
}
// Where all events of a window are fewer than those of busy actors, these are looked for among them.
CALL (done) {
  WITH CASE WHEN done > 1000 AND coalesce($from, $to) IS NOT NULL AND 'event' IN $kinds THEN coalesce($from, date('0000-01-01')) END AS first,
       coalesce($to, date('9999-12-31')) AS last, done
  OPTIONAL MATCH (e:Event) WHERE first <= e.valid_from <= last
  WITH first, last, done, count(e) AS dated
  RETURN CASE WHEN dated < done THEN first END AS first, last
}
CALL (standing, offices, whos, first, last) {
  CALL (offices, whos, first, last) {
    WITH offices, first WHERE first IS NULL AND 'event' IN $kinds
    UNWIND offices AS o WITH o, o.who AS who
    MATCH (who)<-[doing:INITIATED_BY]-(f) RETURN o, type(doing) AS role, f
    UNION ALL
    MATCH (f:Event) WHERE first <= f.valid_from <= last
    MATCH (f)-[doing:INITIATED_BY]->(who) WHERE who IN whos
    UNWIND [o IN offices WHERE o.who = who] AS o RETURN o, type(doing) AS role, f
    UNION ALL
    MATCH (f)-[doing:INITIATED_BY {spans: true}]->(who) WHERE doing.actor IS NOT NULL AND doing.type IS NOT NULL AND doing.valid_from < first AND who IN whos
    UNWIND [o IN offices WHERE o.who = who] AS o RETURN o, type(doing) AS role, f
    UNION ALL
    WITH offices, [x IN ['stance', 'relation', 'measure'] WHERE x IN $kinds | {stance: 'HELD_BY', relation: 'SUBJECT', measure: 'OF'}[x]] AS roles
    WHERE roles <> []
    UNWIND offices AS o WITH o, o.who AS who, roles
    MATCH (who)<-[doing:HELD_BY|SUBJECT|OF]-(f) WHERE type(doing) IN roles RETURN o, type(doing) AS role, f
  }
  WITH standing, offices, whos, o, role, f
  WHERE ($types IS NULL OR coalesce(f.type, f.position, f.indicator) IN $types)
    AND ($from IS NULL OR coalesce(f.valid_to >= $from, f:Relation OR f:Stance)) AND ($to IS NULL OR coalesce(f.valid_from <= $to, f:Relation))
    AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, f:Relation) AND (f:Event OR f:Measure OR coalesce(f.valid_to >= $as_of, true)))
    AND (NOT $rollup OR coalesce(o.since <= f.valid_from <= o.until, true))
  MATCH (f)-[done:DIRECTED_AT|TOWARD|OBJECT|WITH|INITIATED_BY]->(whom)
  // Those who do something together, to nobody, do it with each other.
  WHERE whom IN whos AND (NOT type(done) = 'INITIATED_BY' OR role = 'INITIATED_BY' AND NOT EXISTS { (f)-[:DIRECTED_AT]->() })
  UNWIND CASE WHEN $rollup THEN [s IN offices WHERE s.who = whom AND coalesce(s.since <= f.valid_from <= s.until, true) | s.n] ELSE [whom] END AS m
  WITH DISTINCT standing, o.n AS n, m, role, f
  WHERE m <> n AND (standing AND f.affirmations > 0 OR NOT standing AND EXISTS { ()-[told:STATES {affirmed: true}]->(f)
                      WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence })
  WITH standing, n, m, CASE role WHEN 'INITIATED_BY' THEN 'event' WHEN 'HELD_BY' THEN 'stance' WHEN 'SUBJECT' THEN 'relation' ELSE 'measure' END AS kind,
       collect(DISTINCT f) AS fs
  ORDER BY size(fs) DESC, n.id, m.id, kind LIMIT $most_edges + 1
  CALL (standing, fs) {
    WITH fs WHERE standing UNWIND fs AS f
    RETURN sum(f.affirmations) AS claim_count, collect(f.first_affirmation) AS firsts
    UNION ALL
    WITH fs WHERE NOT standing UNWIND fs AS f
    MATCH (c)-[told:STATES {affirmed: true}]->(f)
    WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    WITH f, count(c) AS told, min(c.id) AS first
    RETURN sum(told) AS claim_count, collect(first) AS firsts
  }
  WITH n, m, kind, fs, claim_count, firsts WHERE claim_count > 0
  RETURN collect({
    source: n.id, target: m.id, kind: kind, weight: size(fs),
    // Summed in thousandths: a sum of floats would depend on the order in which they were loaded.
    score: round(reduce(sum = 0, f IN fs | sum + toInteger(round(f.score * 1000))) / 1000.0 / size(fs), 3),
    polarity: round(reduce(sum = 0, f IN fs | sum + toInteger(round(f.polarity * 1000))) / 1000.0 / size(fs), 3),
    first: toString(reduce(day = null, f IN fs | CASE WHEN day <= f.valid_from THEN day ELSE coalesce(f.valid_from, day) END)),
    last: toString(reduce(day = null, f IN fs | CASE WHEN day >= f.valid_from THEN day ELSE coalesce(f.valid_from, day) END)),
    facts: COLLECT { UNWIND fs AS f RETURN f.id ORDER BY coalesce(toString(f.valid_from), '') DESC, f.id LIMIT 5 },
    claims: COLLECT { UNWIND firsts AS x RETURN x ORDER BY x LIMIT 100 }, claim_count: claim_count
  }) AS edges
}
RETURN COLLECT { UNWIND members AS n RETURN n {.id, name: coalesce(n.name, n.id), .kind} AS node ORDER BY node.id } AS nodes,
       edges[..$most_edges] AS edges, more OR size(edges) > $most_edges AS truncated
