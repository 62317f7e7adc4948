// (:Claim)-[:CONTRADICTS {reason: 'denied'}]->(:Claim): one affirms a fact, the other denies it; the denial points at the affirmation
UNWIND $facts AS id
MATCH (f:Fact {id: id})
CALL (f) { MATCH (f)<-[:STATES]-(:Claim)-[old:CONTRADICTS {reason: 'denied'}]->(:Claim) DELETE old }
WITH f
MATCH (denial:Claim)-[no:STATES]->(f)<-[yes:STATES]-(affirmation:Claim)
WHERE (no.affirmed = false OR denial.modality = 'denied') AND yes.affirmed AND affirmation.modality IN ['asserted', 'alleged']
  AND denial.retracted_at IS NULL AND affirmation.retracted_at IS NULL AND denial.status = 'accepted' AND affirmation.status = 'accepted'
MERGE (denial)-[:CONTRADICTS {derived: true, reason: 'denied'}]->(affirmation)
