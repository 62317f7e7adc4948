// A claim or declaration counts while a revision that makes it does.
UNWIND $given.ids AS id
CALL (id) {
  MATCH (n:Claim {id: id})-[from:FROM]->() USING INDEX SEEK n:Claim(id) RETURN n, from
  UNION
  MATCH (n:Declaration {id: id})-[from:FROM]->() USING INDEX SEEK n:Declaration(id) RETURN n, from
}
WITH n, count(*) > count(from.retracted_at) AS live, max(from.retracted_at) AS last, min(from.recorded_at) AS first
SET n.retracted_at = CASE WHEN live THEN null ELSE last END, n.recorded_at = first
