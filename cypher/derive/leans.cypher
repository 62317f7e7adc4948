// (:Actor)-[:LEANS {stances, polarity, first, last}]->(:Actor|:Topic): the mean of the stances that accepted claims say it holds
UNWIND $given.facts AS id
MATCH (s:Stance {id: id})-[:HELD_BY]->(a) USING INDEX SEEK s:Stance(id)
WITH DISTINCT a
CALL (a) { MATCH (a)-[old:LEANS]->() DELETE old }
WITH a
MATCH (a)<-[:HELD_BY]-(s)-[:TOWARD]->(b)
WHERE (b:Actor OR b:Topic) AND EXISTS { (c)-[:STATES {affirmed: true}]->(s) WHERE c.retracted_at IS NULL AND c.status = 'accepted' AND c.modality = 'asserted' }
// Summed in thousandths: a sum of floats would depend on the order in which they were loaded.
WITH a, b, count(s) AS stances, sum(toInteger(round(s.polarity * 1000))) AS thousandths, min(s.valid_from) AS first, max(s.valid_from) AS last
CREATE (a)-[:LEANS {derived: true, stances: stances, polarity: round(thousandths / 1000.0 / stances, 3), first: first, last: last}]->(b)
