// An actor's names are what its live declarations say together; the shortest name, then the first, is shown.
UNWIND $given.ids AS id
MATCH (n:Actor {id: id}) USING INDEX SEEK n:Actor(id)
CALL (n) { MATCH (d:Declaration)-[:DECLARES]->(n) WHERE d.retracted_at IS NULL
           WITH d ORDER BY size(d.name), d.name, d.id RETURN collect(d) AS ds }
WITH n, ds, head(ds).name AS name
SET n.name = name,
    n.kind = head(COLLECT { UNWIND ds AS d RETURN d.kind ORDER BY d.kind }),
    n.official_name = head(COLLECT { UNWIND ds AS d WITH d WHERE d.official_name IS NOT NULL RETURN d.official_name ORDER BY d.official_name }),
    n.aliases = COLLECT { UNWIND ds AS d UNWIND d.aliases + [d.name] AS x WITH x WHERE x <> name RETURN DISTINCT x ORDER BY x },
    n.demonyms = COLLECT { UNWIND ds AS d UNWIND d.demonyms AS x RETURN DISTINCT x ORDER BY x },
    n.metonyms = COLLECT { UNWIND ds AS d UNWIND d.metonyms AS x RETURN DISTINCT x ORDER BY x },
    n.identifiers = COLLECT { UNWIND ds AS d UNWIND d.identifiers AS x RETURN DISTINCT x ORDER BY x }
SET n.names = CASE WHEN name IS NULL THEN [] ELSE [name] END + n.aliases + n.demonyms + n.metonyms + CASE WHEN n.official_name IS NULL THEN [] ELSE [n.official_name] END
FOREACH (_ IN CASE WHEN name IS NULL THEN [1] ELSE [] END | REMOVE n.names, n.aliases, n.demonyms, n.metonyms, n.identifiers)
REMOVE n:Country:Person:Organization:Group
FOREACH (_ IN CASE n.kind WHEN 'country' THEN [1] ELSE [] END | SET n:Country)
FOREACH (_ IN CASE n.kind WHEN 'person' THEN [1] ELSE [] END | SET n:Person)
FOREACH (_ IN CASE n.kind WHEN 'organization' THEN [1] ELSE [] END | SET n:Organization)
FOREACH (_ IN CASE n.kind WHEN 'group' THEN [1] ELSE [] END | SET n:Group)
