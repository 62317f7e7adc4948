// Which actors may be meant by names, aliases and identifiers, the likeliest first, each with a score that its features explain.
// try {"queries": {"q1": {"name": "Vladimir Putin", "kind": "person", "country": "rus"}, "q2": {"name": "Путин"}}}
// at most 1,000 db hits among the bundled claims
// What has an identifier is looked for once for all.
WITH reduce(wanted = [], q IN $queries | wanted + q.identifiers) AS wanted
CALL (wanted) {
  UNWIND CASE wanted WHEN [] THEN [] ELSE [1] END AS _
  MATCH (a:Actor) WHERE any(x IN a.identifiers WHERE x IN wanted) RETURN collect(a) AS identified
}
UNWIND $queries AS q
CALL (q, identified) {
  CALL (q, identified) {
    WITH q WHERE q.search <> ''
    CALL db.index.fulltext.queryNodes('actor_words', q.search, {limit: 60}) YIELD node RETURN node AS a
    UNION
    UNWIND q.ids AS id MATCH (a:Actor {id: id}) RETURN a
    UNION
    UNWIND identified AS a WITH q, a WHERE any(x IN a.identifiers WHERE x IN q.identifiers) RETURN a
  }
  WITH q, a
  WHERE a.merged_into IS NULL
    AND (EXISTS { (a)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
      OR EXISTS { (a)<-[:SPOKEN_BY]-()-[told:STATES]->()
                  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
      OR EXISTS { (a)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-()<-[told:STATES {affirmed: true}]-()
                  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence })
  RETURN collect({
    id: a.id,
    // What it was called then: the names at the actor are today's.
    declared: COLLECT {
      MATCH (a)<-[:DECLARES]-(d)-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true)
      WITH DISTINCT d RETURN d {.kind, .name, .official_name, .aliases, .demonyms, .metonyms, .identifiers} },
    ties: COLLECT {
      WITH q.tied AS tied WHERE tied
      MATCH (a)<-[:SUBJECT]-(r:Relation)-[:OBJECT]->(o:Actor)
      WHERE r.type IN ['citizen_of', 'holds_office', 'part_of', 'based_in', 'headquartered_in', 'member_of']
        AND ($as_of IS NULL OR coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to >= $as_of, true))
        AND EXISTS { ()-[told:STATES {affirmed: true}]->(r)
                     WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
      RETURN DISTINCT {type: r.type, title: r.title, id: o.id, kind: o.kind, name: o.name} AS tie }
  }) AS candidates
}
RETURN q.query AS query, candidates, $threshold AS threshold, [x IN q.countries WHERE NOT EXISTS { (:Country {id: x}) }] AS unknown
ORDER BY q.place LIMIT $limit
