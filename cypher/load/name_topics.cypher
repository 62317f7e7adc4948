// A topic's names are what its live declarations say together.
UNWIND $given.ids AS id
MATCH (n:Topic {id: id}) USING INDEX SEEK n:Topic(id)
CALL (n) { MATCH (d:Declaration)-[:DECLARES]->(n) WHERE d.retracted_at IS NULL
           WITH d ORDER BY size(d.name), d.name, d.id RETURN collect(d) AS ds }
WITH n, ds, head(ds).name AS name
SET n.name = name,
    n.definition = head(COLLECT { UNWIND ds AS d WITH d WHERE d.definition IS NOT NULL RETURN d.definition ORDER BY d.definition }),
    n.aliases = COLLECT { UNWIND ds AS d UNWIND d.aliases + [d.name] AS x WITH x WHERE x <> name RETURN DISTINCT x ORDER BY x }
