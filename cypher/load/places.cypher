// (:Claim|:Declaration)-[:FROM {revision, place, …}]->(:Publication): where records stand; returns those in a revision that counts no longer
UNWIND $given.rows AS row
MATCH (p:Publication {id: row.publication}) USING INDEX SEEK p:Publication(id)
MATCH (r:Revision {id: row.revision}) USING INDEX SEEK r:Revision(id)
CALL (row) {
  MATCH (n:Claim {id: row.id}) USING INDEX SEEK n:Claim(id) RETURN n
  UNION ALL
  MATCH (n:Declaration {id: row.id}) USING INDEX SEEK n:Declaration(id) RETURN n
}
WITH row, n, p, CASE WHEN r.superseded_at IS NULL AND p.retracted_at IS NULL THEN null ELSE $given.recorded_at END AS ended
CREATE (n)-[from:FROM]->(p)
SET from = row.locator, from.revision = row.revision, from.place = row.place, from.record = row.id,
    from.recorded_at = $given.recorded_at, from.retracted_at = ended
WITH row, ended WHERE ended IS NOT NULL
RETURN collect(DISTINCT row.id) AS ids
