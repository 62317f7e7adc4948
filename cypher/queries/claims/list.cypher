// Who said what: claims by speaker, speech act, kind, modality, publication or words, latest said first.
// try {"speaker": "vedant-patel"}
// at most 100,000 db hits among the bundled claims
CALL () {
  WITH $speaker AS speaker WHERE $q IS NULL AND speaker IS NOT NULL
  MATCH (:Actor {id: speaker})<-[:SPOKEN_BY]-(c) RETURN c
  UNION ALL
  WITH $fact AS fact WHERE $q IS NULL AND $speaker IS NULL AND fact IS NOT NULL
  MATCH (:Fact {id: fact})<-[:STATES]-(c) RETURN c
  UNION ALL
  WITH $publication AS publication WHERE $q IS NULL AND $speaker IS NULL AND $fact IS NULL AND publication IS NOT NULL
  MATCH (:Publication {id: publication})<-[:FROM]-(c:Claim) RETURN DISTINCT c
  UNION ALL
  WITH 1 AS _ WHERE coalesce($q, $speaker, $fact, $publication) IS NULL
  MATCH (c:Claim) RETURN c
  UNION ALL
  WITH $q AS q WHERE q IS NOT NULL
  CALL db.index.fulltext.queryNodes('claim_evidence', q) YIELD node RETURN node AS c
}
WITH c
WHERE ($speaker IS NULL OR EXISTS { (c)-[:SPOKEN_BY]->(:Actor {id: $speaker}) })
  AND ($kind IS NULL OR c.kind = $kind) AND ($speech_act IS NULL OR c.speech_act = $speech_act)
  AND ($modality IS NULL OR c.modality = $modality) AND ($fact IS NULL OR EXISTS { (c)-[:STATES]->(:Fact {id: $fact}) })
  AND ($publication IS NULL OR EXISTS { (c)-[:FROM]->(:Publication {id: $publication}) })
  AND ($outlet IS NULL OR EXISTS { (c)-[:FROM]->(:Article)-[:PUBLISHED_BY]->(:Outlet {id: $outlet}) })
  AND ($after IS NULL OR c.said_on < $after[0] OR c.said_on = $after[0] AND c.id > $after[1])
  AND EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  AND ($as_of IS NULL OR date(left(c.said_on + '-01-01', 10)) <= $as_of)
WITH c ORDER BY c.said_on DESC, c.id LIMIT $limit
RETURN c.id AS id, c.kind AS kind, c.summary AS summary, COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN a.id ORDER BY a.id } AS speakers,
       c.speech_act AS speech_act, c.said_on AS said_on, c.affirmed AS affirmed, c.modality AS modality, c.confidence AS confidence,
       c.method AS method, $status AS status, head(COLLECT { MATCH (c)-[:STATES]->(x) RETURN x.id LIMIT 1 }) AS fact,
       head(COLLECT { MATCH (c)-[:FROM]->(p) RETURN p.id LIMIT 1 }) AS publication, COLLECT { MATCH (c)-[:CREDITS]->(o) RETURN o.id ORDER BY o.id } AS credits
ORDER BY said_on DESC, id
