// (:Actor)-[:SPEAKS_FOR {since, until, recorded_at, retracted_at, relation}]->(:Actor): whose word counts as whose, by an office or as a part
UNWIND $given.facts AS id
MATCH (r:Relation {id: id}) USING INDEX SEEK r:Relation(id)
CALL (r) { MATCH (r)-[:SUBJECT]->()-[old:SPEAKS_FOR {relation: r.id}]->() DELETE old }
WITH r WHERE r.speaks_for
MATCH (r)-[:SUBJECT]->(who), (r)-[:OBJECT]->(whom)
MATCH (r)<-[s:STATES {affirmed: true, modality: 'asserted', status: 'accepted'}]-()
WHERE (whom:Actor) AND who <> whom
WITH r, who, whom, s.recorded_at AS recorded_at, s.retracted_at AS retracted_at, count(*) AS _
CREATE (who)-[:SPEAKS_FOR {derived: true, relation: r.id, since: coalesce(r.valid_from, date('0001-01-01')), until: coalesce(r.valid_to, date('9999-12-31')),
                           recorded_at: recorded_at, retracted_at: retracted_at}]->(whom)
