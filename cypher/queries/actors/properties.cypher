// What these actors are: kinds, names, identifiers, offices, countries, what they are members and parts of; in the order of their ids.
// try {"ids": "vladimir-putin,chn,nato"}
// at most 900 db hits among the bundled claims
UNWIND $ids AS id
MATCH (a:Actor {id: id})
WHERE EXISTS { (a)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
   OR EXISTS { (a)<-[:SPOKEN_BY]-()-[told:STATES]->()
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
   OR EXISTS { (a)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-()<-[told:STATES {affirmed: true}]-()
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
CALL (a) {
  MATCH (a)<-[:SUBJECT]-(r:Relation)-[:OBJECT]->(o:Actor)
  WHERE r.type IN ['citizen_of', 'holds_office', 'part_of', 'based_in', 'headquartered_in', 'member_of']
    AND ($as_of IS NULL OR coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to >= $as_of, true))
  MATCH (c)-[told:STATES {affirmed: true}]->(r)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  WITH r, o, collect(DISTINCT c.id) AS ids
  ORDER BY r.since, r.title, o.id, r.id
  RETURN collect({type: r.type, id: o.id, name: coalesce(o.name, o.id), kind: o.kind, title: r.title, since: r.since, until: r.until}) AS ties,
         collect(ids) AS told
}
RETURN a.id AS id, ties, COLLECT { UNWIND told AS ids UNWIND ids AS x RETURN DISTINCT x ORDER BY x LIMIT 100 } AS claims,
       // What it was called then: the names at the actor are today's.
       COLLECT { MATCH (a)<-[:DECLARES]-(d)-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true)
                 WITH DISTINCT d RETURN d {.kind, .name, .official_name, .aliases, .demonyms, .metonyms, .identifiers} } AS declared
ORDER BY id LIMIT $limit
