// What the claims of an event say, those that deny it among them, latest said first.
// try {"id": "event-47afd80ba45950690d3a", "same_happening": true}
// at most 370 db hits among the bundled claims
MATCH (e:Event {id: $id})-[same:SAME_HAPPENING*0..1]-(o)
WHERE (size(same) = 0 OR $same_happening) AND ($as_of IS NULL OR coalesce(o.valid_from <= $as_of, true))
MATCH (c)-[told:STATES]->(o)
WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  AND ($after IS NULL OR c.said_on < $after[0] OR c.said_on = $after[0] AND c.id > $after[1])
WITH DISTINCT c, o, told.voice AS voice ORDER BY c.said_on DESC, c.id LIMIT $limit
RETURN c.id AS id, c.kind AS kind, c.summary AS summary, COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS speakers,
       c.speech_act AS speech_act, c.said_on AS said_on, c.affirmed AS affirmed, c.modality AS modality, c.confidence AS confidence,
       c.method AS method, $status AS status, o.id AS fact, head(COLLECT { MATCH (c)-[:FROM]->(p) RETURN p.id LIMIT 1 }) AS publication,
       COLLECT { MATCH (c)-[:CREDITS]->(o) RETURN o.id AS x ORDER BY x } AS credits, voice
ORDER BY said_on DESC, id
