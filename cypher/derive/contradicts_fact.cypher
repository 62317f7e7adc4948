// (:Claim)-[:CONTRADICTS {reason: 'denied'}]->(:Claim): one affirms a fact, the other denies it; the denial points at the affirmation
UNWIND $given.facts AS id
MATCH (f:Fact {id: id}) USING INDEX SEEK f:Fact(id)
CALL (f) { MATCH (f)<-[:STATES]-()-[old:CONTRADICTS {reason: 'denied'}]->() DELETE old }
WITH f
MATCH (denial)-[no:STATES]->(f)<-[yes:STATES]-(affirmation)
WHERE (no.affirmed = false OR denial.modality = 'denied') AND yes.affirmed AND affirmation.modality IN ['asserted', 'alleged']
MERGE (denial)-[x:CONTRADICTS {derived: true, reason: 'denied'}]->(affirmation)
SET x.day = CASE WHEN denial.said_on > affirmation.said_on THEN denial.said_on ELSE affirmation.said_on END, x.claim = denial.id, x.other = affirmation.id
