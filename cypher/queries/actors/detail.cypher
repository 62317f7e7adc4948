// One actor: its names, its identifiers, and in how many facts that claims affirm it takes part.
// try {"id": "chn"}
// at most 100,000 db hits among the bundled claims
MATCH (a:Actor {id: $id})
CALL (a) {
  OPTIONAL MATCH (a)<-[role:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(f)
  WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(f)
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
    AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true))
  RETURN count(DISTINCT CASE WHEN f:Event THEN f END) AS events,
         count(DISTINCT CASE WHEN type(role) = 'HELD_BY' THEN f END) AS stances_held,
         count(DISTINCT CASE WHEN type(role) = 'TOWARD' THEN f END) AS stances_received,
         count(DISTINCT CASE WHEN f:Relation THEN f END) AS relations, count(DISTINCT CASE WHEN f:Measure THEN f END) AS measures,
         count(f) AS facts
}
WITH *, COUNT { MATCH (a)<-[:SPOKEN_BY]-(c)-[told:STATES]->()
                WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                RETURN DISTINCT c } AS claims_spoken
WHERE facts + claims_spoken > 0
   OR EXISTS { (a)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
RETURN a.id AS id, a.kind AS kind, coalesce(a.name, a.id) AS name, a.official_name AS official_name, coalesce(a.aliases, []) AS aliases,
       coalesce(a.demonyms, []) AS demonyms, coalesce(a.metonyms, []) AS metonyms, coalesce(a.identifiers, []) AS identifiers,
       events, stances_held, stances_received, relations, measures, claims_spoken
