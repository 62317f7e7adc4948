// (:Actor)-[:SPEAKS_FOR {since, until, recorded_at, retracted_at, relation}]->(:Actor): whose word counts as whose, by an office or as a part
UNWIND $given.facts AS id
MATCH (r:Relation {id: id}) USING INDEX SEEK r:Relation(id)
CALL (r) { MATCH (r)-[:SUBJECT]->()-[old:SPEAKS_FOR {relation: r.id}]->() DELETE old }
WITH r WHERE r.speaks_for
MATCH (r)-[:SUBJECT]->(who), (r)-[:OBJECT]->(whom)
MATCH (r)<-[s:STATES {affirmed: true, modality: 'asserted', status: 'accepted'}]-()
WHERE (whom:Actor) AND who <> whom
WITH r, who, whom, s ORDER BY s.recorded_at
WITH r, who, whom, collect([s.recorded_at, s.retracted_at]) AS spans
// Several claims of one office are one stretch of time where theirs touch, whichever came first.
WITH r, who, whom, reduce(joined = [], x IN spans |
  CASE WHEN size(joined) = 0 OR last(joined)[1] < x[0] THEN joined + [x]
       ELSE joined[..-1] + [[last(joined)[0], CASE WHEN x[1] > last(joined)[1] THEN x[1] ELSE last(joined)[1] END]] END) AS stretches
UNWIND stretches AS stretch
CREATE (who)-[:SPEAKS_FOR {derived: true, relation: r.id, since: coalesce(r.valid_from, date('0001-01-01')), until: coalesce(r.valid_to, date('9999-12-31')),
                           recorded_at: stretch[0], retracted_at: stretch[1]}]->(whom)
