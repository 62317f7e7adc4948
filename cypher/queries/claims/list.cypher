// Who said what: claims by speaker, speech act, kind, modality, outlet, publication or words, latest said first.
// try {"speaker": "vedant-patel"}
// at most 700 db hits among the bundled claims
CALL () {
  // Nothing to enter by: along an index, no further than the page needs, so all that decides stands here once more; a bound that is null
  // ends a branch before it begins. Of one kind or modality by an index of its own: a dataset has thousands of others on one day.
  MATCH (c:Claim) USING INDEX c:Claim(said_on, id)
  WHERE c.said_on <= CASE WHEN coalesce($q, $speaker, $fact, $publication, $outlet, $kind, $modality) IS NULL THEN coalesce($after[0], toString($to), toString($as_of), '9999-12-31') END
    AND c.said_on >= coalesce(left(toString($from), 4), '') AND c.id IS NOT NULL
  WITH c ORDER BY c.said_on DESC, c.id DESC
  WHERE c.recorded_at <= $known_at AND ($after IS NULL OR c.said_on < $after[0] OR c.id < $after[1])
    AND ($speech_act IS NULL OR c.speech_act = $speech_act) AND ($method IS NULL OR split(c.method, '@')[0] = $method)
    AND ($from IS NULL OR c.said_on >= left(toString($from), size(c.said_on))) AND ($to IS NULL OR c.said_on <= left(toString($to), size(c.said_on)))
    AND ($as_of IS NULL OR c.said_on <= left(toString($as_of), size(c.said_on)))
    AND EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  RETURN c ORDER BY c.said_on DESC, c.id DESC LIMIT $limit
  UNION ALL
  MATCH (c:Claim {kind: $kind}) USING INDEX c:Claim(kind, said_on, id)
  WHERE c.said_on <= CASE WHEN coalesce($q, $speaker, $fact, $publication, $outlet, $modality) IS NULL THEN coalesce($after[0], toString($to), toString($as_of), '9999-12-31') END
    AND c.said_on >= coalesce(left(toString($from), 4), '') AND c.id IS NOT NULL
  WITH c ORDER BY c.kind DESC, c.said_on DESC, c.id DESC
  WHERE c.recorded_at <= $known_at AND ($after IS NULL OR c.said_on < $after[0] OR c.id < $after[1])
    AND ($speech_act IS NULL OR c.speech_act = $speech_act) AND ($method IS NULL OR split(c.method, '@')[0] = $method)
    AND ($from IS NULL OR c.said_on >= left(toString($from), size(c.said_on))) AND ($to IS NULL OR c.said_on <= left(toString($to), size(c.said_on)))
    AND ($as_of IS NULL OR c.said_on <= left(toString($as_of), size(c.said_on)))
    AND EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  RETURN c ORDER BY c.kind DESC, c.said_on DESC, c.id DESC LIMIT $limit
  UNION ALL
  MATCH (c:Claim {modality: $modality}) USING INDEX c:Claim(modality, said_on, id)
  WHERE c.said_on <= CASE WHEN coalesce($q, $speaker, $fact, $publication, $outlet) IS NULL THEN coalesce($after[0], toString($to), toString($as_of), '9999-12-31') END
    AND c.said_on >= coalesce(left(toString($from), 4), '') AND c.id IS NOT NULL
    AND ($kind IS NULL OR c.kind = $kind)
  WITH c ORDER BY c.modality DESC, c.said_on DESC, c.id DESC
  WHERE c.recorded_at <= $known_at AND ($after IS NULL OR c.said_on < $after[0] OR c.id < $after[1])
    AND ($speech_act IS NULL OR c.speech_act = $speech_act) AND ($method IS NULL OR split(c.method, '@')[0] = $method)
    AND ($from IS NULL OR c.said_on >= left(toString($from), size(c.said_on))) AND ($to IS NULL OR c.said_on <= left(toString($to), size(c.said_on)))
    AND ($as_of IS NULL OR c.said_on <= left(toString($as_of), size(c.said_on)))
    AND EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  RETURN c ORDER BY c.modality DESC, c.said_on DESC, c.id DESC LIMIT $limit
  UNION ALL
  WITH $fact AS fact WHERE coalesce($q, $speaker) IS NULL AND fact IS NOT NULL
  MATCH (:Fact {id: fact})<-[:STATES]-(c) RETURN c
  UNION ALL
  WITH $publication AS publication WHERE coalesce($q, $speaker, $fact) IS NULL AND publication IS NOT NULL
  MATCH (:Publication {id: publication})<-[:FROM]-(c:Claim) RETURN c
  UNION ALL
  WITH $speaker AS speaker WHERE $q IS NULL AND speaker IS NOT NULL
  MATCH (:Actor {id: speaker})<-[office:SPEAKS_FOR*0..2]-(who)
  WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at)
  WITH DISTINCT who MATCH (who)<-[:SPOKEN_BY]-(c) RETURN c
  UNION ALL
  WITH $outlet AS outlet WHERE coalesce($q, $speaker, $fact, $publication) IS NULL AND outlet IS NOT NULL
  MATCH (:Outlet {id: outlet})<-[:PUBLISHED_BY]-()<-[:FROM]-(c:Claim) RETURN c
  UNION ALL
  // Words alone: year by year from the latest on, no further than the page needs, so all that decides stands here too.
  WITH head(COLLECT { MATCH (c:Claim) USING INDEX c:Claim(said_on, id)
                      WHERE c.said_on <= coalesce($after[0], toString($to), toString($as_of), '9999-12-31') AND c.id IS NOT NULL
                      RETURN c.said_on AS day ORDER BY day DESC LIMIT 1 }) AS latest,
       head(COLLECT { MATCH (c:Claim) USING INDEX c:Claim(said_on, id)
                      WHERE c.said_on >= coalesce(left(toString($from), 4), '') AND c.id IS NOT NULL
                      RETURN c.said_on AS day ORDER BY day LIMIT 1 }) AS first
  WHERE $q IS NOT NULL AND coalesce($speaker, $fact, $publication, $outlet) IS NULL
  UNWIND range(toInteger(left(latest, 4)), toInteger(left(first, 4)), -1) AS year
  CALL (year) {
    CALL db.index.fulltext.queryNodes('claim_words', $q + ' AND said_on:' + year) YIELD node AS c
    WITH c, c.said_on AS day ORDER BY day DESC
    WHERE ($after IS NULL OR day <= $after[0])
      AND ($from IS NULL OR day >= left(toString($from), size(day))) AND ($to IS NULL OR day <= left(toString($to), size(day)))
      AND ($as_of IS NULL OR day <= left(toString($as_of), size(day)))
      AND ($kind IS NULL OR c.kind = $kind) AND ($speech_act IS NULL OR c.speech_act = $speech_act)
      AND ($modality IS NULL OR c.modality = $modality) AND ($method IS NULL OR split(c.method, '@')[0] = $method)
      AND ($after IS NULL OR day < $after[0] OR c.id < $after[1])
    WITH c, day, c.id AS id ORDER BY day DESC, id DESC
    WHERE EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
    RETURN c ORDER BY day DESC, id DESC LIMIT $limit
  }
  RETURN c LIMIT $limit
  UNION ALL
  // Words of one outlet's: whether a claim is among a list of them is told sooner than by whom its article is published.
  WITH $q AS q, $outlet AS outlet WHERE q IS NOT NULL AND outlet IS NOT NULL AND coalesce($speaker, $fact, $publication) IS NULL
  MATCH (:Outlet {id: outlet})<-[:PUBLISHED_BY]-()<-[:FROM]-(c:Claim)
  WITH q, collect(c) AS own
  CALL db.index.fulltext.queryNodes('claim_words', q) YIELD node
  WITH node AS c, own WHERE c IN own RETURN c
  UNION ALL
  // The branch that finds most stands last: a row of the first would be copied at each UNION.
  WITH $q AS q WHERE q IS NOT NULL AND coalesce($speaker, $fact, $publication) IS NOT NULL
  CALL db.index.fulltext.queryNodes('claim_words', q) YIELD node RETURN node AS c
}
// By day alone first: of what the page does not reach nothing else is read.
WITH c, c.said_on AS day ORDER BY day DESC
WHERE ($after IS NULL OR day <= $after[0])
  AND ($from IS NULL OR day >= left(toString($from), size(day))) AND ($to IS NULL OR day <= left(toString($to), size(day)))
  AND ($as_of IS NULL OR day <= left(toString($as_of), size(day)))
  AND ($kind IS NULL OR c.kind = $kind) AND ($speech_act IS NULL OR c.speech_act = $speech_act)
  AND ($modality IS NULL OR c.modality = $modality) AND ($method IS NULL OR split(c.method, '@')[0] = $method)
  AND ($after IS NULL OR day < $after[0] OR c.id < $after[1])
  AND ($fact IS NULL OR coalesce($q, $speaker) IS NULL OR EXISTS { (c)-[:STATES]->(:Fact {id: $fact}) })
  AND ($publication IS NULL OR coalesce($q, $speaker, $fact) IS NULL OR EXISTS { (c)-[:FROM]->(:Publication {id: $publication}) })
  AND ($outlet IS NULL OR coalesce($speaker, $fact, $publication) IS NULL OR EXISTS { (c)-[:FROM]->(:Article)-[:PUBLISHED_BY]->(:Outlet {id: $outlet}) })
WITH c, day, c.id AS id ORDER BY day DESC, id DESC
WHERE EXISTS { (c)-[told:STATES]->() WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
  AND ($speaker IS NULL OR EXISTS {
    MATCH (:Actor {id: $speaker})<-[office:SPEAKS_FOR*0..2]-()<-[:SPOKEN_BY]-(c)
    WHERE (size(office) = 0 OR $rollup) AND all(o IN office WHERE o.recorded_at <= $known_at < o.retracted_at AND o.since <= date(left(day + '-01-01', 10)) <= o.until) })
WITH DISTINCT c, day, id ORDER BY day DESC, id DESC LIMIT $limit
RETURN id, c.kind AS kind, c.summary AS summary, COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS speakers,
       c.speech_act AS speech_act, day AS said_on, c.affirmed AS affirmed, c.modality AS modality, c.confidence AS confidence,
       c.method AS method, $status AS status, head(COLLECT { MATCH (c)-[:STATES]->(x) RETURN x.id LIMIT 1 }) AS fact,
       head(COLLECT { MATCH (c)-[:FROM]->(p) RETURN p.id LIMIT 1 }) AS publication, COLLECT { MATCH (c)-[:CREDITS]->(o) RETURN o.id ORDER BY o.id } AS credits
ORDER BY said_on DESC, id DESC
