// One article, its revisions, and its claims in the order of the text.
// try {"id": "article-d4e28ccc2cf1a90ff095"}
// at most 100,000 db hits among the bundled claims
MATCH (p:Article {id: $id})
RETURN p.id AS id, p.title AS title, p.url AS url, p.published_on AS published_on, p.author AS author, p.sha256 AS sha256,
       head(COLLECT { MATCH (p)-[:PUBLISHED_BY]->(o) RETURN o.id }) AS outlet, COLLECT { MATCH (p)-[:CREDITS]->(o) RETURN o.id ORDER BY o.id } AS credits,
       toString(p.retracted_at) AS retracted_at, COLLECT { MATCH (r:Revision)-[:REVISION_OF]->(p) RETURN r.id ORDER BY r.order } AS revisions,
       COLLECT { MATCH (c:Claim)-[f:FROM {revision: p.revision}]->(p) WITH c.id AS id, min(f.start) AS start RETURN id ORDER BY start, id } AS claims
