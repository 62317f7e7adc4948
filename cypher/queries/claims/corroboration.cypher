// Which independent voices tell what a claim tells, of the same fact or of the same happening in other words: reprints of one agency count once.
// try {"id": "claim-99a6928a2c2c5e2a69bb"}
// at most 150 db hits among the bundled claims
MATCH (c:Claim {id: $id})-[own:STATES]->(f)
WHERE own.recorded_at <= $known_at AND own.public_on <= $published_until AND ($as_of IS NULL OR c.said_on <= left(toString($as_of), size(c.said_on)))
WITH DISTINCT c, f
CALL (c, f) {
  MATCH (f)-[:SAME_HAPPENING*0..1]-(fact)<-[told:STATES {affirmed: c.affirmed}]-(d)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
    AND ($as_of IS NULL OR d.said_on <= left(toString($as_of), size(d.said_on)))
  MATCH (d)-[:FROM]->(p)
  WITH c, told.voice AS voice, min(told.public_on) AS first, collect(DISTINCT d.id) AS claims, collect(DISTINCT d.modality) AS modalities,
       collect(DISTINCT fact.id) AS facts, collect(DISTINCT p.id) AS publications ORDER BY first, voice
  RETURN collect({voice: voice, own: c.id IN claims, first_public_on: toString(first), modalities: modalities, facts: facts, claims: claims,
                  publications: publications}) AS by_voice
}
RETURN c.id AS id, f.id AS fact, c.affirmed AS affirmed, size(by_voice) AS voices, by_voice, reduce(all = [], v IN by_voice | all + v.claims) AS claims
