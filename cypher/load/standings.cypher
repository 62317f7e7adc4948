// (:Claim)-[:STATES {affirmed, …, recorded_at, retracted_at}]->(:Fact): the standings of these claims, in place of those they had
UNWIND $given.rows AS row
MATCH (c:Claim {id: row.id}) USING INDEX SEEK c:Claim(id)
CALL (c) { MATCH (c)-[old:STATES]->(f) DELETE old RETURN head(collect(f.id)) AS stated }
MATCH (f:Fact {id: coalesce(stated, row.fact)}) USING INDEX SEEK f:Fact(id)
SET c.status = row.status
FOREACH (one IN row.standings |
  CREATE (c)-[s:STATES]->(f)
  SET s = one, s.affirmed = c.affirmed, s.modality = c.modality, s.confidence = c.confidence, s.weight = $given.weights[c.modality])
