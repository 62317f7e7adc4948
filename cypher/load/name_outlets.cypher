// An outlet's names are what its live declarations say together.
UNWIND $given.ids AS id
MATCH (n:Outlet {id: id}) USING INDEX SEEK n:Outlet(id)
CALL (n) { MATCH (d:Declaration)-[:DECLARES]->(n) WHERE d.retracted_at IS NULL
           WITH d ORDER BY size(d.name), d.name, d.id RETURN collect(d) AS ds }
WITH n, ds, head(ds).name AS name
SET n.name = name,
    n.aliases = COLLECT { UNWIND ds AS d UNWIND d.aliases + [d.name] AS x WITH x WHERE x <> name RETURN DISTINCT x ORDER BY x },
    n.country = head(COLLECT { UNWIND ds AS d WITH d WHERE d.country IS NOT NULL RETURN d.country ORDER BY d.country }),
    n.agency = any(d IN ds WHERE d.agency),
    n.url = head(COLLECT { UNWIND ds AS d WITH d WHERE d.url IS NOT NULL RETURN d.url ORDER BY d.url })
