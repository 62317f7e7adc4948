// (:Actor)-[:LEANS {score, …}]->(:Actor|:Topic|:Fact): the stance score at its default settings, by accepted claims as they stand, and what it rests on
UNWIND $given.facts AS id
MATCH (f:Fact {id: id})-[:HELD_BY|INITIATED_BY]->(a) USING INDEX SEEK f:Fact(id)
MATCH (f)-[:TOWARD|DIRECTED_AT]->(b)
WITH a, collect(DISTINCT b) AS targets
CALL (a, targets) { MATCH (a)-[old:LEANS]->(b) WHERE b IN targets DELETE old }
MATCH (a)<-[:HELD_BY|INITIATED_BY]-(x)-[:TOWARD|DIRECTED_AT]->(b)
WHERE x.weight > 0 AND b IN targets
WITH DISTINCT a, b, x
WITH a, b, x, CASE WHEN x:Event THEN x.score / 10.0 ELSE round(x.polarity, 9) END AS value, x.weight * CASE WHEN x:Event THEN $given.event_weight ELSE 1 END AS weight,
     CASE WHEN x:Event OR x.valid_to IS NULL THEN x.valid_from ELSE x.valid_to END AS day
ORDER BY x:Event, x.valid_from, x.id
WITH a, b, max(day) AS latest, min(x.valid_from) AS first, max(x.valid_from) AS last, sum(CASE WHEN day IS NULL THEN 1 ELSE 0 END) AS undated,
     max(CASE WHEN x:Stance THEN x.valid_to END) AS until, collect(CASE WHEN day IS NOT NULL THEN {x: x, weight: weight, value: value, day: day} END) AS terms
// As under THE SCORE in cypher/queries: summed in billionths, a sum of floats would depend on its order.
WITH *, [t IN terms | toInteger(round(t.weight * 2 ^ (-duration.inDays(t.day, latest).days / $given.half_life_days)))] AS weighs
WITH *, reduce(n = 0, i IN range(0, size(terms) - 1) | n + toInteger(round(weighs[i] * terms[i].value))) AS above, reduce(n = 0, w IN weighs | n + w) AS below
WITH *, COLLECT { UNWIND terms AS t WITH t.x AS x MATCH (c)-[told:STATES {affirmed: true}]->(x)
                  WHERE told.retracted_at = $given.forever AND told.status = 'accepted' AND told.weight * told.confidence > 0
                  RETURN c.id AS id ORDER BY id LIMIT 100 } AS claims
// A question of a window reads its terms here, stances first: at the facts they take twice as long. A list takes as many bits for each number as
// for its largest, and 64 where one is negative or a fraction, which are slow to read. The first claim by itself too: a ranking reads it of thousands.
CREATE (a)-[:LEANS {
  weights: [t IN terms | t.x.weight], values: [t IN terms | toInteger(round(1e9 * t.value)) + 1000000000],
  starts: [t IN terms | coalesce(duration.inDays(date('0000-01-01'), t.x.valid_from).days, 0)], ends: [t IN terms | coalesce(duration.inDays(date('0000-01-01'), t.x.valid_to).days, 9999999)],
  claim_counts: [t IN terms | t.x.claim_count], first_claims: [t IN terms | t.x.first_claim], claims: claims,
  derived: true, stances: size([t IN terms WHERE t.x:Stance]), events: size([t IN terms WHERE t.x:Event]), undated: undated, until: until, first: first, last: last,
  first_claim: head(claims), claim_count: reduce(n = 0, t IN terms | n + t.x.claim_count), score: CASE WHEN below > 0 THEN round(toFloat(above) / below, 4) + 0.0 END
}]->(b)
