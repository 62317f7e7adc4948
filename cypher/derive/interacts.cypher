// (:Actor)-[:INTERACTS {events, score, cooperation, conflict, first, last}]->(:Actor): what accepted claims assert that one did to the other
UNWIND $given.facts AS id
MATCH (e:Event {id: id})-[:INITIATED_BY]->(a) USING INDEX SEEK e:Event(id)
WITH DISTINCT a
CALL (a) { MATCH (a)-[old:INTERACTS]->() DELETE old }
WITH a
MATCH (a)<-[:INITIATED_BY]-(e)-[:DIRECTED_AT|INITIATED_BY]->(b)
WHERE a <> b AND (EXISTS { (e)-[:DIRECTED_AT]->(b) } OR NOT EXISTS { (e)-[:DIRECTED_AT]->() })
  AND EXISTS { (c)-[:STATES {affirmed: true}]->(e) WHERE c.retracted_at IS NULL AND c.status = 'accepted' AND c.modality = 'asserted' }
WITH DISTINCT a, b, e, e.score AS score
WITH a, b, count(e) AS events, sum(score) AS score, sum(CASE WHEN score > 0 THEN 1 ELSE 0 END) AS cooperation,
     sum(CASE WHEN score < 0 THEN 1 ELSE 0 END) AS conflict, min(e.valid_from) AS first, max(e.valid_from) AS last
CREATE (a)-[:INTERACTS {derived: true, events: events, score: score, cooperation: cooperation, conflict: conflict, first: first, last: last}]->(b)
