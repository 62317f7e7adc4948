// (:Fact)-[:SAME_HAPPENING]->(:Fact): two events of one type, an initiator in common, days that agree, recipients and topics that do not exclude it
UNWIND $given.facts AS id
MATCH (e:Event {id: id}) USING INDEX SEEK e:Event(id)
CALL (e) { MATCH (e)-[old:SAME_HAPPENING]-() DELETE old }
WITH e
WHERE e.valid_from IS NOT NULL
MATCH (e)-[mine:INITIATED_BY]->()
CALL (e, mine) {
  // Those that begin within its days …
  MATCH (o)-[r:INITIATED_BY]->() USING INDEX r:INITIATED_BY(actor, type, valid_from)
  WHERE r.actor = mine.actor AND r.type = mine.type AND r.valid_from >= e.valid_from AND r.valid_from <= e.valid_to
  RETURN o
  UNION
  // … and those of many days that had begun before.
  MATCH (o)-[r:INITIATED_BY]->() USING INDEX r:INITIATED_BY(spans, actor, type, valid_from)
  WHERE r.spans = true AND r.actor = mine.actor AND r.type = mine.type AND r.valid_from < e.valid_from
  RETURN o
}
WITH DISTINCT e, o
WHERE e <> o AND e.valid_from <= o.valid_to AND (e.mode = o.mode OR e.mode IS NULL OR o.mode IS NULL)
WITH e, o
WHERE (EXISTS { (e)-[:DIRECTED_AT]->()<-[:DIRECTED_AT]-(o) } OR NOT EXISTS { (e)-[:DIRECTED_AT]->() } OR NOT EXISTS { (o)-[:DIRECTED_AT]->() })
  AND (EXISTS { (e)-[:ABOUT]->()<-[:ABOUT]-(o) } OR NOT EXISTS { (e)-[:ABOUT]->() } OR NOT EXISTS { (o)-[:ABOUT]->() })
WITH DISTINCT CASE WHEN e.id < o.id THEN e ELSE o END AS one, CASE WHEN e.id < o.id THEN o ELSE e END AS other
MERGE (one)-[:SAME_HAPPENING {derived: true}]->(other)
