// (:Fact {affirmations, first_affirmation, weight, claim_count, first_claim}): how many accepted claims affirm it as they stand, and the first of them; what it weighs in a stance score by those that do, in billionths, how many these are, and the first of them
UNWIND $given.facts AS id
MATCH (x:Fact {id: id}) USING INDEX SEEK x:Fact(id)
OPTIONAL MATCH (c)-[told:STATES {affirmed: true}]->(x)
WHERE told.retracted_at = $given.forever AND told.status = 'accepted'
WITH x, c, told, (x:Event OR x:Stance) AND told.weight * told.confidence > 0 AS weighs
WITH x, count(c) AS affirmations, min(c.id) AS first_affirmation, max(CASE WHEN weighs THEN told.weight * told.confidence END) AS strongest, count(DISTINCT CASE WHEN weighs THEN told.voice END) AS voices,
     sum(CASE WHEN weighs THEN 1 ELSE 0 END) AS claims, min(CASE WHEN weighs THEN c.id END) AS first
SET x.affirmations = CASE WHEN affirmations > 0 THEN affirmations END, x.first_affirmation = first_affirmation, x.weight = toInteger(round(1e9 * strongest * log(1 + voices) / log(2))),
    x.claim_count = CASE WHEN claims > 0 THEN claims END, x.first_claim = first
