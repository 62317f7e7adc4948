// (:Claim)-[:CONTRADICTS {reason: 'measure_mismatch'}]->(:Claim): two exact figures for one thing that differ by more than a hundredth of the larger
UNWIND $given.facts AS id
MATCH (m:Measure {id: id}) USING INDEX SEEK m:Measure(id)
CALL (m) { MATCH (m)<-[:STATES]-()-[old:CONTRADICTS {reason: 'measure_mismatch'}]-() DELETE old }
WITH m WHERE m.slot IS NOT NULL
// One slot: the same indicator, period, actors and topics.
MATCH (n:Fact {slot: m.slot}) USING INDEX SEEK n:Fact(slot)
WHERE m <> n AND abs(m.value - n.value) > 0.01 * CASE WHEN abs(m.value) > abs(n.value) THEN abs(m.value) ELSE abs(n.value) END
MATCH (c)-[:STATES {affirmed: true}]->(m), (d)-[:STATES {affirmed: true}]->(n)
WITH DISTINCT CASE WHEN c.id < d.id THEN c ELSE d END AS one, CASE WHEN c.id < d.id THEN d ELSE c END AS other
MERGE (one)-[x:CONTRADICTS {derived: true, reason: 'measure_mismatch'}]->(other)
SET x.day = CASE WHEN one.said_on > other.said_on THEN one.said_on ELSE other.said_on END, x.claim = one.id, x.other = other.id
