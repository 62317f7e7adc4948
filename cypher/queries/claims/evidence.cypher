// The evidence of one claim: the sentence with its neighbours, or its place and hash where the text is not stored, and who said, quoted and published it.
// try {"id": "claim-65356afcc866c3d01fff"}
// at most 100 db hits among the bundled claims
MATCH (c:Claim {id: $id})-[told:STATES]->()
WHERE told.recorded_at <= $known_at AND told.public_on <= $published_until AND ($as_of IS NULL OR c.said_on <= left(toString($as_of), size(c.said_on)))
MATCH (c)-[f:FROM]->(p:Publication), (r:Revision {id: f.revision})
WHERE f.recorded_at <= $known_at AND r.public_on <= $published_until
WITH c, f, p, r ORDER BY coalesce(f.retracted_at <= $known_at, false), r.order DESC, f.start, f.place LIMIT 1
RETURN c.id AS id, p.id AS publication, coalesce(r.url, p.key) AS source, r.title AS title, coalesce(r.published_on, r.released_on) AS published_on,
       r.outlet AS outlet, r.publisher AS publisher, COLLECT { MATCH (c)-[:CREDITS]->(o) RETURN o.id ORDER BY o.id } AS credits,
       COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id AS x ORDER BY x } AS speakers, f.revision AS revision, f.section AS section,
       f.paragraph AS paragraph, f.sentence AS sentence, f.start AS start, f.end AS end, c.row AS row, c.quote AS quote,
       c.sentence_sha256 AS sentence_sha256, substring(r.text, f.start, f.end - f.start) AS text,
       substring(r.text, CASE WHEN f.start > $around THEN f.start - $around ELSE 0 END, CASE WHEN f.start > $around THEN $around ELSE f.start END) AS before,
       substring(r.text, f.end, $around) AS after, p:Dataset AS in_dataset
