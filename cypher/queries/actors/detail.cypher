// One actor: its names, its identifiers, and in how many facts that claims affirm it takes part.
// try {"id": "chn"}
MATCH (a:Actor {id: $id})
CALL (a) {
  OPTIONAL MATCH (a)<-[role:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(f:Fact)
  WHERE EXISTS { (c)-[:STATES {affirmed: true}]->(f)
                 WHERE ($known_at IS NULL AND c.retracted_at IS NULL
                        OR EXISTS { (c)-[t:FROM]->() WHERE t.recorded_at <= $known_at AND (t.retracted_at IS NULL OR t.retracted_at > $known_at) })
                   AND c.status = $status AND c.confidence >= $min_confidence }
  RETURN count(DISTINCT CASE WHEN f:Event THEN f END) AS events,
         count(DISTINCT CASE WHEN type(role) = 'HELD_BY' THEN f END) AS stances_held,
         count(DISTINCT CASE WHEN type(role) = 'TOWARD' THEN f END) AS stances_received,
         count(DISTINCT CASE WHEN f:Relation THEN f END) AS relations, count(DISTINCT CASE WHEN f:Measure THEN f END) AS measures,
         count(f) AS facts
}
WITH * WHERE facts > 0 OR EXISTS { (a)<-[:DECLARES]-(d) WHERE d.retracted_at IS NULL } OR EXISTS { (a)<-[:SPOKEN_BY]-(c) WHERE c.retracted_at IS NULL }
RETURN a.id AS id, a.kind AS kind, coalesce(a.name, a.id) AS name, a.official_name AS official_name, coalesce(a.aliases, []) AS aliases,
       coalesce(a.demonyms, []) AS demonyms, coalesce(a.metonyms, []) AS metonyms, coalesce(a.identifiers, []) AS identifiers,
       events, stances_held, stances_received, relations, measures,
       COUNT { (a)<-[:SPOKEN_BY]-(c) WHERE ($known_at IS NULL AND c.retracted_at IS NULL
                 OR EXISTS { (c)-[t:FROM]->() WHERE t.recorded_at <= $known_at AND (t.retracted_at IS NULL OR t.retracted_at > $known_at) })
               AND c.status = $status AND c.confidence >= $min_confidence } AS claims_spoken
