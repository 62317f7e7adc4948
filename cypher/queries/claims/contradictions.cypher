// Which claims contradict one claim, and why; latest said first.
// try {"id": "claim-643b9b66fa68b370b07d"}
// at most 250 db hits among the bundled claims
MATCH (c:Claim {id: $id})-[x:CONTRADICTS]-(d)
WHERE ($reason IS NULL OR x.reason = $reason)
  AND ($after IS NULL OR d.said_on < $after[0] OR d.said_on = $after[0] AND (d.id < $after[1] OR d.id = $after[1] AND x.reason > $after[2]))
  AND ($as_of IS NULL OR c.said_on <= left(toString($as_of), size(c.said_on)) AND d.said_on <= left(toString($as_of), size(d.said_on)))
  AND EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  AND EXISTS { (d)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
WITH c, x, d ORDER BY d.said_on DESC, d.id DESC, x.reason LIMIT $limit
RETURN x.reason AS reason, c.id AS claim, d.id AS other, c.summary AS claim_summary, d.summary AS other_summary,
       c.said_on AS claim_said_on, d.said_on AS other_said_on,
       COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS who ORDER BY who } AS claim_speakers,
       COLLECT { MATCH (d)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS who ORDER BY who } AS other_speakers,
       head(COLLECT { MATCH (c)-[:STATES]->(f) RETURN f.id LIMIT 1 }) AS claim_fact, head(COLLECT { MATCH (d)-[:STATES]->(f) RETURN f.id LIMIT 1 }) AS other_fact,
       [c.id, d.id] AS claims
ORDER BY other_said_on DESC, other DESC, reason
