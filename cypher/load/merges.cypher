// (:Merge): judgements of two actors' identity that are new
MERGE (g:GraphState {id: 'graph'}) SET g.judged = true
WITH g
UNWIND $given.rows AS row
MERGE (m:Merge {id: row.id})
ON CREATE SET m += row.properties, m.merged = row.merged, m.kept = row.kept, m.recorded_at = $given.recorded_at, m.fresh = true
FOREACH (id IN [row.merged, row.kept] | MERGE (:Actor {id: id}))
WITH m WHERE m.fresh
REMOVE m.fresh
RETURN m.id AS id
