// Who changed sides: from for to against or back between two dated stances of a holder on a target, newest change first.
// try {"holder": "usa"}
// at most 2,300 db hits among the bundled claims
CALL () {
  WITH $holder AS holder WHERE holder IS NOT NULL
  MATCH (:Actor {id: holder})<-[:SPEAKS_FOR*0..2]-()<-[:HELD_BY]-(s) RETURN s
  UNION
  WITH $target AS target WHERE $holder IS NULL AND target IS NOT NULL
  MATCH (:Actor|Topic|Fact {id: target})<-[:SPEAKS_FOR*0..2]-()<-[:TOWARD]-(s) RETURN s
  UNION
  WITH $topic AS topic WHERE $holder IS NULL AND $target IS NULL AND topic IS NOT NULL
  MATCH (:Topic {id: topic})<-[:ABOUT|TOWARD]-(s:Stance) RETURN s
  UNION
  WITH 1 AS _ WHERE $holder IS NULL AND $target IS NULL AND $topic IS NULL
  MATCH (s:Stance) RETURN s
}
WITH s WHERE s.polarity <> 0 AND ($as_of IS NULL OR s.valid_from <= $as_of)
  AND ($topic IS NULL OR EXISTS { (s)-[:ABOUT|TOWARD]->(:Topic {id: $topic}) })
CALL (s) {
  WITH s WHERE NOT $rollup
  MATCH (holder)<-[:HELD_BY]-(s)-[:TOWARD]->(target) RETURN holder, target
  UNION ALL
  WITH s WHERE $rollup
  MATCH (holder)<-[office:SPEAKS_FOR*0..2]-()<-[:HELD_BY]-(s)-[:TOWARD]->()-[seat:SPEAKS_FOR*0..2]->(target)
  WHERE all(o IN office + seat WHERE o.recorded_at <= $known_at < o.retracted_at AND coalesce(o.since <= s.valid_from <= o.until, true))
  RETURN holder, target
}
WITH holder.id AS holder, target, collect(DISTINCT s) AS stances
WHERE ($holder IS NULL OR holder = $holder) AND ($target IS NULL OR target.id = $target)
WITH *
// Only where both sides were ever taken need the claims be looked at.
WHERE any(s IN stances WHERE s.polarity > 0) AND any(s IN stances WHERE s.polarity < 0)
UNWIND stances AS s
MATCH (c)-[told:STATES {affirmed: true, modality: 'asserted'}]->(s)
WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
WITH holder, target, s, collect(DISTINCT c) AS cs, COLLECT { MATCH (s)-[:ABOUT]->(t) RETURN DISTINCT t.id AS x ORDER BY x } AS topics
// What two stances must share to be compared: of an actor all topics, of a topic one, of a fact nothing but the fact.
UNWIND CASE WHEN target:Fact OR topics = [] THEN [''] WHEN target:Actor THEN [reduce(all = '', t IN topics | all + ' ' + t)] ELSE topics END AS matter
WITH * ORDER BY abs(s.polarity) DESC, s.id
WITH holder, target, matter, s.since AS since, s.valid_from AS first, collect({s: s, cs: cs, topics: topics}) AS day
// Both sides on one day are a contradiction, no change.
WHERE all(x IN day WHERE x.s.polarity > 0) OR all(x IN day WHERE x.s.polarity < 0)
WITH *, CASE size(since) WHEN 4 THEN first + duration({years: 1}) WHEN 7 THEN first + duration({months: 1}) ELSE first + duration({days: 1}) END AS after
ORDER BY first, after
WITH holder, target, matter, collect({s: day[0].s, cs: day[0].cs, topics: day[0].topics, first: first, after: after}) AS days
UNWIND range(1, size(days) - 1) AS i
WITH holder, target, days[i - 1] AS one, days[i] AS other
WHERE one.s.polarity * other.s.polarity < 0 AND one.after <= other.first AND round(abs(other.s.polarity - one.s.polarity), 6) >= $min_change
  AND ($from IS NULL OR other.after > $from) AND ($to IS NULL OR other.first <= $to)
// Two topics in common are one change; the latest stance before it is what changed.
WITH holder, target, one, other ORDER BY one.first DESC, one.s.id
WITH holder, target.id AS target, other.s.id AS to_stance, head(collect(one)) AS one, head(collect(other)) AS other, toString(other.first) AS day
WHERE $after IS NULL OR day < $after[0] OR day = $after[0] AND (holder > $after[1] OR holder = $after[1] AND (target > $after[2] OR target = $after[2] AND to_stance > $after[3]))
CALL (one, other) {
  // The two sides must stand in two sentences: one that holds both tells of one moment.
  UNWIND one.cs AS c UNWIND other.cs AS d
  WITH c, d, coalesce(c.sentence_sha256, head(COLLECT { MATCH (c)-[:FROM]->(p) RETURN p.id + ' ' + c.row ORDER BY p.id LIMIT 1 })) AS here,
       coalesce(d.sentence_sha256, head(COLLECT { MATCH (d)-[:FROM]->(p) RETURN p.id + ' ' + d.row ORDER BY p.id LIMIT 1 })) AS there
  WITH c, d WHERE here <> there
  RETURN c, d ORDER BY c.id, d.id LIMIT 1
}
WITH * ORDER BY day DESC, holder, target, to_stance LIMIT $limit
RETURN holder, target, day, [t IN one.topics WHERE t IN other.topics] AS topics, one.s.id AS from_stance, to_stance,
       one.s.position AS from_position, other.s.position AS to_position, one.s.polarity AS from_polarity, other.s.polarity AS to_polarity,
       round(other.s.polarity - one.s.polarity, 6) AS change, one.s.since AS from_date, other.s.since AS to_date,
       duration.inDays(one.first, other.first).days AS gap_days,
       COLLECT { WITH one.s AS s MATCH (s)-[:HELD_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS from_holders,
       COLLECT { WITH other.s AS s MATCH (s)-[:HELD_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS to_holders,
       COLLECT { UNWIND one.cs AS x RETURN x.id ORDER BY x.id } AS from_claims, COLLECT { UNWIND other.cs AS x RETURN x.id ORDER BY x.id } AS to_claims,
       head(COLLECT {
         MATCH (c)-[f:FROM]->() WHERE f.recorded_at <= $known_at AND coalesce(f.retracted_at > $known_at, true)
         OPTIONAL MATCH (r:Revision {id: f.revision})
         WITH f, CASE WHEN r.public_on <= $published_until THEN r END AS r ORDER BY r.order DESC, f.start, f.place LIMIT 1
         RETURN coalesce(substring(r.text, f.start, f.end - f.start), c.quote, coalesce(r.title + ': ', '') + c.row)
       }) AS from_sentence,
       head(COLLECT {
         MATCH (d)-[f:FROM]->() WHERE f.recorded_at <= $known_at AND coalesce(f.retracted_at > $known_at, true)
         OPTIONAL MATCH (r:Revision {id: f.revision})
         WITH f, CASE WHEN r.public_on <= $published_until THEN r END AS r ORDER BY r.order DESC, f.start, f.place LIMIT 1
         RETURN coalesce(substring(r.text, f.start, f.end - f.start), d.quote, coalesce(r.title + ': ', '') + d.row)
       }) AS to_sentence,
       COLLECT { UNWIND one.cs + other.cs AS x RETURN x.id ORDER BY x.id } AS claims
ORDER BY day DESC, holder, target, to_stance
