// One event, with the claims that affirm it and those that deny it.
// try {"id": "event-d09f9ac1213e2f7aa540"}
MATCH (e:Event {id: $id})
WITH e,
     COLLECT { MATCH (c:Claim)-[:STATES {affirmed: true}]->(e) WHERE ($known_at IS NULL AND c.retracted_at IS NULL
       OR EXISTS { (c)-[f:FROM]->() WHERE f.recorded_at <= $known_at AND (f.retracted_at IS NULL OR f.retracted_at > $known_at) })
  AND c.status = $status AND c.confidence >= $min_confidence RETURN c.id ORDER BY c.id } AS claims,
     COLLECT { MATCH (c:Claim)-[:STATES {affirmed: false}]->(e) WHERE ($known_at IS NULL AND c.retracted_at IS NULL
       OR EXISTS { (c)-[f:FROM]->() WHERE f.recorded_at <= $known_at AND (f.retracted_at IS NULL OR f.retracted_at > $known_at) })
  AND c.status = $status AND c.confidence >= $min_confidence RETURN c.id ORDER BY c.id } AS denials
WHERE size(claims) + size(denials) > 0
RETURN e.id AS id, e.date AS date, e.until AS until, e.precision AS precision, e.type AS type, e.mode AS mode, e.contexts AS contexts,
       COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN a.id ORDER BY a.id } AS initiators,
       COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN a.id ORDER BY a.id } AS recipients,
       head(COLLECT { MATCH (e)-[:AT]->(p) RETURN p.id }) AS place,
       COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN t.id ORDER BY t.id } AS topics,
       COLLECT { MATCH (e)-[:SAME_HAPPENING]-(o) RETURN o.id ORDER BY o.id } AS same_happening,
       claims, denials
