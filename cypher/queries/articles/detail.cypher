// One article, its revisions, and its claims in the order of the text.
// try {"id": "article-d4e28ccc2cf1a90ff095"}
// at most 9,000 db hits among the bundled claims
MATCH (p:Article {id: $id})<-[:REVISION_OF]-(r)
WHERE r.recorded_at <= $known_at AND r.public_on <= $published_until AND ($as_of IS NULL OR r.published_on <= left(toString($as_of), size(r.published_on)))
WITH p, r ORDER BY r.order
WITH p, collect(r.id) AS revisions, last(collect(r)) AS newest
CALL (p) {
  MATCH (c:Claim)-[from:FROM]->(p) WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true)
  MATCH (c)-[told:STATES]->(f)
  WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
  MATCH (r:Revision {id: from.revision})
  WITH c, f, from ORDER BY r.order DESC, from.start, from.place
  WITH c, f, head(collect(from)) AS at ORDER BY at.start, at.place, c.id
  RETURN collect({id: c.id, kind: c.kind, summary: c.summary, affirmed: c.affirmed, modality: c.modality, fact: f.id,
                  speakers: COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x },
                  section: at.section, paragraph: at.paragraph, sentence: at.sentence, start: at.start, end: at.end}) AS claims
}
RETURN p.id AS id, newest.title AS title, newest.url AS url, newest.published_on AS published_on, newest.author AS author, newest.language AS language,
       newest.sha256 AS sha256, newest.text IS NOT NULL AS text_stored, newest.outlet AS outlet, newest.credits AS credits,
       CASE WHEN p.retracted_at <= $known_at THEN toString(p.retracted_at) END AS retracted_at, revisions, claims
