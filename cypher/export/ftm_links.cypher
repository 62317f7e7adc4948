// Every relation of two actors and every stance of an actor toward an actor that an accepted claim asserts, with where it says so.
MATCH (a:Actor)<-[from:SUBJECT|HELD_BY]-(f)-[to:OBJECT|TOWARD]->(b:Actor)
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(f) WHERE told.retracted_at > datetime() AND told.status = 'accepted' AND told.modality = 'asserted' }
WITH DISTINCT a, f, b
RETURN f.id AS id, f:Stance AS stance, coalesce(f.type, f.position) AS type, f.title AS title, f.since AS since, f.until AS until,
       a {.id, .kind, name: coalesce(a.name, a.id), .identifiers} AS subject, b {.id, .kind, name: coalesce(b.name, b.id)} AS object,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(f) WHERE told.retracted_at > datetime() AND told.status = 'accepted' AND told.modality = 'asserted' RETURN DISTINCT c.id AS id ORDER BY id } AS claims,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(f) WHERE told.retracted_at > datetime() AND told.status = 'accepted' AND told.modality = 'asserted'
                 MATCH (c)-[at:FROM]->(p) WHERE at.retracted_at IS NULL AND p.url IS NOT NULL RETURN DISTINCT p.url AS url ORDER BY url LIMIT 10 } AS urls
