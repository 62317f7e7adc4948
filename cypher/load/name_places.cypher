// A place's names are what its live declarations say together.
UNWIND $given.ids AS id
MATCH (n:Place {id: id}) USING INDEX SEEK n:Place(id)
CALL (n) { MATCH (d:Declaration)-[:DECLARES]->(n) WHERE d.retracted_at IS NULL
           WITH d ORDER BY size(d.name), d.name, d.id RETURN collect(d) AS ds }
WITH n, ds, head(ds).name AS name
SET n.name = name,
    n.aliases = COLLECT { UNWIND ds AS d UNWIND d.aliases + [d.name] AS x WITH x WHERE x <> name RETURN DISTINCT x ORDER BY x },
    n.country = head(COLLECT { UNWIND ds AS d WITH d WHERE d.country IS NOT NULL RETURN d.country ORDER BY d.country }),
    n.location = head(COLLECT { UNWIND ds AS d WITH d WHERE d.latitude IS NOT NULL AND d.longitude IS NOT NULL
                                WITH point({latitude: d.latitude, longitude: d.longitude}) AS at, d
                                RETURN at ORDER BY d.latitude, d.longitude })
