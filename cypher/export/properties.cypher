// What properties nodes and relationships have, and of which types.
CALL () {
  MATCH (n) WHERE NOT n:Migration AND NOT n:GraphState
  UNWIND keys(n) AS name RETURN 'node' AS of, name, valueType(n[name]) AS type
  UNION
  MATCH ()-[r]->()
  UNWIND keys(r) AS name RETURN 'edge' AS of, name, valueType(r[name]) AS type
}
RETURN of, name, collect(type) AS types ORDER BY of DESC, name
