// Every event that an accepted claim asserts, with who took part, where, and where it says so.
MATCH (e:Event)
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(e) WHERE told.retracted_at > datetime() AND told.status = 'accepted' AND told.modality = 'asserted' }
RETURN e.id AS id, e.type AS type, e.mode AS mode, e.date AS date, e.until AS until,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(e) WHERE told.retracted_at > datetime() AND told.status = 'accepted' AND told.modality = 'asserted' AND c.summary IS NOT NULL RETURN c.summary AS s ORDER BY c.id LIMIT 1 } AS summaries,
       COLLECT { MATCH (e)-[:INITIATED_BY]->(a) RETURN DISTINCT a {.id, name: coalesce(a.name, a.id)} AS x ORDER BY x.id } AS initiators,
       COLLECT { MATCH (e)-[:DIRECTED_AT]->(a) RETURN DISTINCT a {.id, name: coalesce(a.name, a.id)} AS x ORDER BY x.id } AS recipients,
       COLLECT { MATCH (e)-[:AT]->(p) RETURN coalesce(p.name, p.id) AS x ORDER BY x } AS places,
       COLLECT { MATCH (e)-[:ABOUT]->(t) RETURN coalesce(t.name, t.id) AS x ORDER BY x } AS topics,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(e) WHERE told.retracted_at > datetime() AND told.status = 'accepted' AND told.modality = 'asserted' RETURN DISTINCT c.id AS id ORDER BY id } AS claims,
       COLLECT { MATCH (c)-[told:STATES {affirmed: true}]->(e) WHERE told.retracted_at > datetime() AND told.status = 'accepted' AND told.modality = 'asserted'
                 MATCH (c)-[at:FROM]->(p) WHERE at.retracted_at IS NULL AND p.url IS NOT NULL RETURN DISTINCT p.url AS url ORDER BY url LIMIT 10 } AS urls
