// One claim: who says what about which fact, and since when it is on record.
// try {"id": "claim-65356afcc866c3d01fff"}
// at most 100,000 db hits among the bundled claims
MATCH (c:Claim {id: $id})
RETURN c.id AS id, c.kind AS kind, c.summary AS summary, COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN a.id ORDER BY a.id } AS speakers,
       c.speech_act AS speech_act, c.said_on AS said_on, c.affirmed AS affirmed, c.modality AS modality, c.confidence AS confidence,
       c.method AS method, c.status AS status, head(COLLECT { MATCH (c)-[:STATES]->(x) RETURN x.id }) AS fact,
       head(COLLECT { MATCH (c)-[:FROM]->(p) RETURN p.id }) AS publication, COLLECT { MATCH (c)-[:CREDITS]->(o) RETURN o.id ORDER BY o.id } AS credits,
       toString(c.recorded_at) AS recorded_at, toString(c.retracted_at) AS retracted_at,
       COLLECT { MATCH (c)-[x:CONTRADICTS]-(d) RETURN d.id ORDER BY d.id } AS contradictions
