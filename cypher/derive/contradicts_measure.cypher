// (:Claim)-[:CONTRADICTS {reason: 'measure_mismatch'}]->(:Claim): two exact figures for one thing that differ by more than a hundredth of the larger
UNWIND $given.facts AS id
MATCH (m:Measure {id: id}) USING INDEX SEEK m:Measure(id)
CALL (m) { MATCH (m)<-[:STATES]-()-[old:CONTRADICTS {reason: 'measure_mismatch'}]-() DELETE old }
WITH m WHERE m.comparator = 'exact'
MATCH (m)-[:OF]->()<-[:OF]-(n)
WHERE m <> n AND n.comparator = 'exact' AND m.indicator = n.indicator AND m.period = n.period
  AND abs(m.value - n.value) > 0.01 * CASE WHEN abs(m.value) > abs(n.value) THEN abs(m.value) ELSE abs(n.value) END
  AND COLLECT { MATCH (m)-[:WITH|ABOUT]->(x) RETURN x.id ORDER BY x.id } = COLLECT { MATCH (n)-[:WITH|ABOUT]->(x) RETURN x.id ORDER BY x.id }
MATCH (c)-[:STATES {affirmed: true}]->(m), (d)-[:STATES {affirmed: true}]->(n)
WHERE c.retracted_at IS NULL AND d.retracted_at IS NULL AND c.status = 'accepted' AND d.status = 'accepted'
WITH DISTINCT CASE WHEN c.id < d.id THEN c ELSE d END AS one, CASE WHEN c.id < d.id THEN d ELSE c END AS other
MERGE (one)-[:CONTRADICTS {derived: true, reason: 'measure_mismatch'}]->(other)
