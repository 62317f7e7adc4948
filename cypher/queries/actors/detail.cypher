// One actor: its names and identifiers, the offices it holds and that are held in it, its memberships, and in how many facts it takes part.
// try {"id": "chn", "as_of": "2024-05-16"}
// at most 9,000 db hits among the bundled claims
CALL () {
  // AS CLAIMS STAND: a question about all accepted claims of now finds at each fact how many affirm it.
  RETURN $status = 'accepted' AND NOT EXISTS { (g:GraphState) WHERE g.changed_at > $known_at } AND NOT EXISTS { (r:Revision) WHERE r.public_on > $published_until }
         AND NOT EXISTS { (c:Claim) WHERE c.confidence < $min_confidence } AS standing
}
MATCH (a:Actor {id: $id})
WHERE EXISTS { (a)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
   OR EXISTS { (a)<-[:SPOKEN_BY]-()-[told:STATES]->()
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
   OR EXISTS { (a)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-()<-[told:STATES]-()
               WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
CALL (a) {
  MATCH (a)<-[end:SUBJECT|OBJECT]-(r)
  WHERE (type(end) = 'SUBJECT' AND r.type IN ['holds_office', 'member_of'] OR type(end) = 'OBJECT' AND r.type = 'holds_office' AND r.speaks_for)
    AND ($as_of IS NULL OR coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to >= $as_of, true))
  MATCH (c)-[told:STATES {affirmed: true}]->(r)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  WITH DISTINCT end, r, c.id AS x ORDER BY x
  // The latest first, those without a date last.
  WITH end, r, collect(x) AS claims ORDER BY r.valid_from IS NULL, r.valid_from DESC, r.id
  WITH type(end) + ' ' + r.type AS part,
       {id: r.id, subject: head(COLLECT { MATCH (r)-[:SUBJECT]->(s) RETURN s.id }), object: head(COLLECT { MATCH (r)-[:OBJECT]->(o) RETURN o.id }),
        title: r.title, speaks_for: r.speaks_for, since: r.since, until: r.until, claims: claims} AS tie
  RETURN collect(CASE part WHEN 'SUBJECT holds_office' THEN tie {.id, .object, .title, .speaks_for, .since, .until, .claims} END) AS offices,
         collect(CASE part WHEN 'OBJECT holds_office' THEN tie {.id, .subject, .title, .since, .until, .claims} END) AS office_holders,
         collect(CASE part WHEN 'SUBJECT member_of' THEN tie {.id, .object, .since, .until, .claims} END) AS memberships
}
RETURN a.id AS id, a.kind AS kind, coalesce(a.name, a.id) AS name, a.official_name AS official_name, coalesce(a.aliases, []) AS aliases,
       coalesce(a.identifiers, []) AS identifiers, coalesce(a.demonyms, []) AS demonyms, coalesce(a.metonyms, []) AS metonyms,
       offices, office_holders, memberships,
       CASE WHEN standing THEN COUNT { MATCH (a)<-[:INITIATED_BY|DIRECTED_AT]-(f) WHERE f.affirmations > 0 AND ($as_of IS NULL OR f.valid_from <= $as_of) RETURN DISTINCT f LIMIT $count_to }
            ELSE COUNT { MATCH (a)<-[:INITIATED_BY|DIRECTED_AT]-(f) WHERE ($as_of IS NULL OR f.valid_from <= $as_of) AND EXISTS { ()-[told:STATES {affirmed: true}]->(f)
                            WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
                         RETURN DISTINCT f LIMIT $count_to } END AS events,
       CASE WHEN standing THEN COUNT { MATCH (a)<-[:HELD_BY]-(f) WHERE f.affirmations > 0 AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true) AND coalesce(f.valid_to >= $as_of, true)) RETURN DISTINCT f LIMIT $count_to }
            ELSE COUNT { MATCH (a)<-[:HELD_BY]-(f) WHERE ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true) AND coalesce(f.valid_to >= $as_of, true)) AND EXISTS { ()-[told:STATES {affirmed: true}]->(f)
                            WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
                         RETURN DISTINCT f LIMIT $count_to } END AS stances_held,
       CASE WHEN standing THEN COUNT { MATCH (a)<-[:TOWARD]-(f) WHERE f.affirmations > 0 AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true) AND coalesce(f.valid_to >= $as_of, true)) RETURN DISTINCT f LIMIT $count_to }
            ELSE COUNT { MATCH (a)<-[:TOWARD]-(f) WHERE ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true) AND coalesce(f.valid_to >= $as_of, true)) AND EXISTS { ()-[told:STATES {affirmed: true}]->(f)
                            WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
                         RETURN DISTINCT f LIMIT $count_to } END AS stances_received,
       CASE WHEN standing THEN COUNT { MATCH (a)<-[:SUBJECT|OBJECT]-(f) WHERE f.affirmations > 0 AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true) AND coalesce(f.valid_to >= $as_of, true)) RETURN DISTINCT f LIMIT $count_to }
            ELSE COUNT { MATCH (a)<-[:SUBJECT|OBJECT]-(f) WHERE ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true) AND coalesce(f.valid_to >= $as_of, true)) AND EXISTS { ()-[told:STATES {affirmed: true}]->(f)
                            WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
                         RETURN DISTINCT f LIMIT $count_to } END AS relations,
       CASE WHEN standing THEN COUNT { MATCH (a)<-[:OF|WITH]-(f) WHERE f.affirmations > 0 AND ($as_of IS NULL OR f.valid_from <= $as_of) RETURN DISTINCT f LIMIT $count_to }
            ELSE COUNT { MATCH (a)<-[:OF|WITH]-(f) WHERE ($as_of IS NULL OR f.valid_from <= $as_of) AND EXISTS { ()-[told:STATES {affirmed: true}]->(f)
                            WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
                         RETURN DISTINCT f LIMIT $count_to } END AS measures,
       CASE WHEN standing THEN COUNT { MATCH (a)<-[:SPOKEN_BY]-(c) WHERE c.status = 'accepted' AND c.retracted_at IS NULL AND ($as_of IS NULL OR c.said_on <= left(toString($as_of), size(c.said_on))) RETURN DISTINCT c LIMIT $count_to }
            ELSE COUNT { MATCH (a)<-[:SPOKEN_BY]-(c) WHERE ($as_of IS NULL OR c.said_on <= left(toString($as_of), size(c.said_on))) AND EXISTS { (c)-[told:STATES]->()
                            WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
                         RETURN DISTINCT c LIMIT $count_to } END AS claims_spoken
