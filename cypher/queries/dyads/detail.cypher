// One page on a pair: its ties, its last events and how each stands toward the other, its figures, sanctions and disagreements.
// try {"a": "chn", "b": "usa", "rollup": true}
// at most 21,000 db hits among the bundled claims
MATCH (one:Actor {id: $a}) WHERE one.merged_into IS NULL
CALL (one) { MATCH (other:Actor {id: $b}) WHERE other.merged_into IS NULL RETURN other }
CALL (one, other) {
  // Each of the two, with those who spoke for it, by which offices, and how much they did and said: what is between the two is looked for from who did less.
  UNWIND [one, other] AS end
  MATCH (end)<-[office:SPEAKS_FOR*0..2]-(who)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
  WITH end, collect({who: who, office: office}) AS offices, collect(DISTINCT who) AS whos
  WITH collect({end: end, offices: offices, whos: whos,
    did: reduce(n = 0, x IN whos | n + COUNT { (x)<-[:INITIATED_BY]-() }), done_to: reduce(n = 0, x IN whos | n + COUNT { (x)<-[:DIRECTED_AT]-() }),
    held: reduce(n = 0, x IN whos | n + COUNT { (x)<-[:HELD_BY]-() }), toward: reduce(n = 0, x IN whos | n + COUNT { (x)<-[:TOWARD]-() }),
    said: reduce(n = 0, x IN whos | n + COUNT { (x)<-[:SPOKEN_BY]-() })}) AS ends
  RETURN head([e IN ends WHERE e.end = one]) AS us, head([e IN ends WHERE e.end = other]) AS them
}
CALL (one, other) {
  MATCH (one)<-[:SUBJECT|OBJECT]-(r:Relation)-[:SUBJECT|OBJECT]->(other)
  WHERE $as_of IS NULL OR coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to >= $as_of, true)
  MATCH (c)-[told:STATES {affirmed: true}]->(r)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  WITH r, collect(DISTINCT c.id) AS ids, coalesce(toString(r.valid_from), '') AS day ORDER BY day DESC, r.id LIMIT 50
  RETURN collect({id: r.id, type: r.type, subject: head(COLLECT { MATCH (r)-[:SUBJECT]->(x) RETURN x.id }), object: head(COLLECT { MATCH (r)-[:OBJECT]->(x) RETURN x.id }),
                  title: r.title, since: r.since, until: r.until, claims: COLLECT { UNWIND ids AS x RETURN x ORDER BY x LIMIT 20 }}) AS relations
}
CALL (one, us, them) {
  UNWIND [[us, them], [them, us]] AS way
  WITH one, way[0] AS from, way[1] AS to
  CALL (from, to) {
    CALL (from, to) {
      WITH from, to WHERE from.did <= to.did + to.done_to
      UNWIND from.whos AS who
      MATCH (who)<-[:INITIATED_BY]-(e)-[role:DIRECTED_AT|INITIATED_BY]->(whom) WHERE whom IN to.whos
      RETURN who, e, role, whom
      UNION ALL
      WITH from, to WHERE from.did > to.did + to.done_to
      UNWIND to.whos AS whom
      MATCH (whom)<-[role:DIRECTED_AT|INITIATED_BY]-(e)-[:INITIATED_BY]->(who) WHERE who IN from.whos
      RETURN who, e, role, whom
    }
    WITH from, to, who, e, role, whom
    WHERE ($as_of IS NULL OR e.valid_from <= $as_of) AND (type(role) = 'DIRECTED_AT' OR NOT EXISTS { (e)-[:DIRECTED_AT]->() })
      AND (NOT $rollup OR any(p IN from.offices WHERE p.who = who AND any(q IN to.offices WHERE q.who = whom
        AND none(o IN p.office WHERE o IN q.office) AND all(o IN p.office + q.office WHERE coalesce(o.since <= e.valid_from <= o.until, true)))))
    WITH DISTINCT e, type(role) = 'DIRECTED_AT' AS directed
    MATCH (c)-[told:STATES {affirmed: true}]->(e)
    WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    WITH e, directed, collect(c) AS cs, collect(DISTINCT told.modality) AS modalities, coalesce(e.valid_from, date('0000-01-01')) AS day ORDER BY day DESC
    WITH collect({e: e, directed: directed, cs: cs, modalities: modalities, day: day}) AS found
    RETURN size(found) AS events, [f IN found WHERE f.directed | f.e] AS acts,
           COLLECT { UNWIND found AS f WITH f WHERE f.e.type = 'SANCTION' AND 'asserted' IN f.modalities RETURN f ORDER BY f.day DESC, f.e.id LIMIT 20 } AS sanctioning,
           COLLECT { UNWIND found AS f RETURN f ORDER BY f.day DESC, f.e.id LIMIT 5 } AS newest
  }
  CALL (from, to) {
    WITH from.end AS imposer, to.end AS target
    MATCH (imposer)<-[:SUBJECT]-(r:Relation {type: 'sanctions'})-[:OBJECT]->(target)
    WHERE $as_of IS NULL OR coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to >= $as_of, true)
    MATCH (c)-[told:STATES {affirmed: true, modality: 'asserted'}]->(r)
    WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    WITH r, collect(DISTINCT c.id) AS ids ORDER BY r.since DESC, r.id LIMIT 20
    RETURN collect({id: r.id, kind: 'relation', programme: r.title, mode: null, since: r.since, until: r.until, claims: COLLECT { UNWIND ids AS id RETURN id ORDER BY id LIMIT 20 }}) AS programmes
  }
  CALL (from, to, acts) {
    UNWIND acts + [null] AS x RETURN x
    UNION
    CALL (from, to) {
      WITH from, to WHERE from.held <= to.toward
      UNWIND from.whos AS who
      MATCH (who)<-[:HELD_BY]-(x)-[:TOWARD]->(whom) WHERE whom IN to.whos
      RETURN who, x, whom
      UNION ALL
      WITH from, to WHERE from.held > to.toward
      UNWIND to.whos AS whom
      MATCH (whom)<-[:TOWARD]-(x)-[:HELD_BY]->(who) WHERE who IN from.whos
      RETURN who, x, whom
    }
    WITH from, to, who, x, whom
    WHERE coalesce(x.valid_from <= $as_of, true)
      AND (NOT $rollup OR any(p IN from.offices WHERE p.who = who AND any(q IN to.offices WHERE q.who = whom
        AND none(o IN p.office WHERE o IN q.office) AND all(o IN p.office + q.office WHERE coalesce(o.since <= x.valid_from <= o.until, true)))))
    RETURN x
  }
  // THE SCORE; service/queries/scoring.py says it in prose.
  CALL (x) {
    MATCH (c)-[told:STATES {affirmed: true}]->(x)
    WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
      AND told.weight * told.confidence > 0
    RETURN max(told.weight * told.confidence) AS strongest, count(DISTINCT told.voice) AS voices, collect(c) AS cs
  }
  WITH one, from, events, newest, sanctioning, programmes, x, cs, CASE WHEN x:Event THEN x.score / 10.0 ELSE round(x.polarity, 9) END AS value,
       toInteger(round(1e9 * strongest * log(1 + voices) / log(2))) * CASE WHEN x:Event THEN $event_weight ELSE 1 END AS weight,
       CASE WHEN x:Event OR x.valid_to IS NULL THEN x.valid_from WHEN x.valid_to > $as_of THEN $as_of ELSE x.valid_to END AS day
  ORDER BY day DESC, x.id
  WITH one, from, events, newest, sanctioning, programmes, max(CASE WHEN weight > 0 THEN day END) AS latest,
       collect(CASE WHEN weight > 0 AND day IS NOT NULL THEN {x: x, weight: weight, cs: cs, value: value, day: day} END) AS terms
  // Summed in billionths: a sum of floats would depend on its order.
  WITH *, [t IN terms | toInteger(round(t.weight * 2 ^ (-duration.inDays(t.day, latest).days / $half_life_days)))] AS weighs
  WITH *, [i IN range(0, size(terms) - 1) | toInteger(round(weighs[i] * terms[i].value))] AS adds
  WITH *, reduce(n = 0, a IN adds | n + a) AS above, reduce(n = 0, w IN weighs | n + w) AS below
  // What is older than a year before the latest term, by itself: the trend is the change since then.
  WITH *, [i IN range(0, size(terms) - 1) WHERE terms[i].day <= latest - duration('P1Y')] AS older
  WITH *, reduce(n = 0, i IN older | n + adds[i]) AS above_older, reduce(n = 0, i IN older | n + weighs[i]) AS below_older
  WITH *, CASE WHEN below > 0 THEN round(toFloat(above) / below, 4) + 0.0 END AS score,
       CASE WHEN below_older > 0 THEN round(toFloat(above_older) / below_older, 4) + 0.0 END AS before,
       CASE WHEN below > below_older THEN round(toFloat(above - above_older) / (below - below_older), 4) + 0.0 END AS recent
  WITH {
    direction: CASE WHEN from.end = one THEN 'a_to_b' ELSE 'b_to_a' END, events: events, score: score, terms: size(terms), before: before, recent: recent,
    trend: CASE WHEN before IS NOT NULL AND recent IS NOT NULL THEN round(recent - before, 4) END,
    last_events: [f IN newest | {id: f.e.id, type: f.e.type, mode: f.e.mode, date: f.e.date, score: f.e.score, modalities: COLLECT { UNWIND f.modalities AS m RETURN m ORDER BY m },
                                 claims: COLLECT { UNWIND f.cs AS c RETURN c.id AS id ORDER BY id LIMIT 20 }}],
    last_stances: [t IN [t IN terms WHERE t.x:Stance][..5] | {id: t.x.id, position: t.x.position, polarity: t.x.polarity, since: t.x.since, until: t.x.until,
                                                             claims: COLLECT { UNWIND t.cs AS c RETURN c.id AS id ORDER BY id LIMIT 20 }}],
    sanctions: [f IN sanctioning | {id: f.e.id, kind: 'event', programme: null, mode: f.e.mode, since: f.e.date, until: f.e.until,
                                          claims: COLLECT { UNWIND f.cs AS c RETURN c.id AS id ORDER BY id LIMIT 20 }}]
             + programmes
  } AS page
  RETURN collect(page) AS ways
}
CALL (one, other) {
  MATCH (one)<-[:OF|WITH]-(m:Measure)-[:OF|WITH]->(other)
  WHERE $as_of IS NULL OR m.valid_from <= $as_of
  MATCH (c)-[told:STATES {affirmed: true}]->(m)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  WITH m, collect(DISTINCT c.id) AS ids, collect(DISTINCT told.voice) AS voices, coalesce(toString(m.valid_from), '') AS day ORDER BY day DESC, m.indicator, m.value, m.id LIMIT 50
  RETURN collect({id: m.id, indicator: m.indicator, of: head(COLLECT { MATCH (m)-[:OF]->(x) RETURN x.id }), with: head(COLLECT { MATCH (m)-[:WITH]->(x) RETURN x.id }),
                  period: m.period, value: m.value, comparator: m.comparator, unit: m.unit, voices: COLLECT { UNWIND voices AS x RETURN x ORDER BY x },
                  claims: COLLECT { UNWIND ids AS x RETURN x ORDER BY x LIMIT 20 }}) AS measures
}
CALL (us, them) {
  WITH us, them, us.said > them.said AS turned
  WITH us, them, turned, CASE WHEN turned THEN them ELSE us END AS near, CASE WHEN turned THEN us ELSE them END AS far
  UNWIND near.whos AS p
  MATCH (p)<-[:SPOKEN_BY]-(x)-[how:CONTRADICTS]-(y)-[:SPOKEN_BY]->(q) WHERE q IN far.whos
  WITH us, them, how.reason AS reason, CASE WHEN turned THEN y ELSE x END AS c, CASE WHEN turned THEN x ELSE y END AS d, CASE WHEN turned THEN q ELSE p END AS who, CASE WHEN turned THEN p ELSE q END AS whom
  WITH us, them, reason, c, d, who, whom, date(left(c.said_on + '-01-01', 10)) AS said, date(left(d.said_on + '-01-01', 10)) AS gainsaid
  WHERE any(p IN us.offices WHERE p.who = who AND any(q IN them.offices WHERE q.who = whom AND none(o IN p.office WHERE o IN q.office)
        AND all(o IN p.office WHERE o.since <= said <= o.until) AND all(o IN q.office WHERE o.since <= gainsaid <= o.until)))
    AND ($as_of IS NULL OR said <= $as_of AND gainsaid <= $as_of)
    AND EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
    AND EXISTS { (d)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  WITH DISTINCT c, d, reason ORDER BY reason, c.id, d.id LIMIT 50
  RETURN collect({reason: reason, claim: c.id, other: d.id, claim_summary: c.summary, other_summary: d.summary, claims: [c.id, d.id]}) AS disagreements
}
RETURN one.id AS a, other.id AS b, relations, head([w IN ways WHERE w.direction = 'a_to_b']) AS a_to_b, head([w IN ways WHERE w.direction = 'b_to_a']) AS b_to_a,
       measures, disagreements
