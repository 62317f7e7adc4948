// Where these claims and declarations stand already: in which revision, at which place of it.
UNWIND $given.ids AS id
CALL (id) {
  MATCH (n:Claim {id: id})-[from:FROM]->() USING INDEX SEEK n:Claim(id) RETURN from
  UNION ALL
  MATCH (n:Declaration {id: id})-[from:FROM]->() USING INDEX SEEK n:Declaration(id) RETURN from
}
RETURN collect([id, from.revision, from.place]) AS places
