// The evidence of one claim: the sentence, or its place and hash where the text is not stored, and who reported it.
// try {"id": "claim-65356afcc866c3d01fff"}
// at most 100,000 db hits among the bundled claims
MATCH (c:Claim {id: $id})-[f:FROM]->(p:Publication)
OPTIONAL MATCH (r:Revision {id: f.revision})
WITH c, f, p, r ORDER BY f.retracted_at IS NOT NULL, r.order DESC, f.start, f.place LIMIT 1
RETURN c.id AS id, p.id AS publication, coalesce(p.url, p.key) AS source, p.title AS title,
       head(COLLECT { MATCH (p)-[:PUBLISHED_BY]->(o) RETURN o.id }) AS outlet, COLLECT { MATCH (c)-[:CREDITS]->(o) RETURN o.id ORDER BY o.id } AS credits,
       COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN a.id ORDER BY a.id } AS speakers, f.revision AS revision, f.section AS section,
       f.paragraph AS paragraph, f.sentence AS sentence, f.start AS start, f.end AS end, c.row AS row, c.quote AS quote,
       c.sentence_sha256 AS sentence_sha256, substring(r.text, f.start, f.end - f.start) AS text
