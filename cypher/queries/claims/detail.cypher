// One claim: who says what about which fact, when it counted and as what, who reviewed it, and which counting claims contradict it.
// try {"id": "claim-65356afcc866c3d01fff"}
// at most 100 db hits among the bundled claims
MATCH (c:Claim {id: $id})-[told:STATES]->(f)
WHERE told.recorded_at <= $known_at AND told.public_on <= $published_until AND ($as_of IS NULL OR c.said_on <= left(toString($as_of), size(c.said_on)))
WITH c, f, told, CASE WHEN told.retracted_at <= $known_at THEN told.retracted_at END AS ended ORDER BY told.recorded_at
WITH c, f, collect({status: told.status, recorded_at: toString(told.recorded_at), retracted_at: toString(ended), public_on: toString(told.public_on), voice: told.voice}) AS standings
RETURN c.id AS id, c.kind AS kind, c.summary AS summary, COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS speakers,
       c.speech_act AS speech_act, c.said_on AS said_on, c.affirmed AS affirmed, c.modality AS modality, c.confidence AS confidence,
       c.method AS method, c.document_id AS document_id, c.explanation AS explanation, last(standings).status AS status, f.id AS fact,
       head(COLLECT { MATCH (c)-[:FROM]->(p) RETURN p.id LIMIT 1 }) AS publication, COLLECT { MATCH (c)-[:CREDITS]->(o) RETURN o.id ORDER BY o.id } AS credits,
       head(standings).recorded_at AS recorded_at, last(standings).retracted_at AS retracted_at, standings,
       COLLECT { MATCH (v:Review)-[:REVIEWS]->(c) WHERE v.recorded_at <= $known_at
                 RETURN v {.status, .reviewer, .reason, .reviewed_at, recorded_at: toString(v.recorded_at)} ORDER BY v.reviewed_at, v.id } AS reviews,
       COLLECT { MATCH (c)-[:CONTRADICTS]-(d)-[told:STATES]->()
                 WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                 RETURN DISTINCT d.id AS x ORDER BY x } AS contradictions
