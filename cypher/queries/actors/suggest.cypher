// Which actors have a name that begins so, those whose own name does first, the shorter first.
// try {"prefix": "vlad"}
// at most 100 db hits among the bundled claims
CALL () {
  WITH $prefix AS p WHERE p.search <> ''
  CALL db.index.fulltext.queryNodes('actor_words', p.search) YIELD node RETURN node AS a
  UNION
  WITH $prefix AS p WHERE p.id <> ''
  MATCH (a:Actor) WHERE a.id STARTS WITH p.id RETURN a
}
WITH a, coalesce(a.name, a.id) AS name WHERE a.merged_into IS NULL AND ($kind IS NULL OR a.kind IN $kind)
WITH a, name, size(name) AS length,
     CASE WHEN a.id = $prefix.id OR toLower(name) = $prefix.text THEN 0 WHEN toLower(name) STARTS WITH $prefix.text THEN 1
          WHEN any(x IN a.names WHERE toLower(x) STARTS WITH $prefix.text) THEN 2 ELSE 3 END AS place, a.id AS id
WHERE ($after IS NULL OR place > $after[0] OR place = $after[0] AND (length > $after[1] OR length = $after[1] AND id > $after[2]))
// Sorted before it is looked at who is on record: only those of one page are.
WITH a, name, length, place, id ORDER BY place, length, id
WHERE EXISTS { (a)<-[:DECLARES]-()-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true) }
   OR EXISTS { (a)<-[:SPOKEN_BY]-()-[told:STATES]->()
                WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
   OR EXISTS { (a)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(f)<-[told:STATES {affirmed: true}]-()
                WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
                  AND ($as_of IS NULL OR coalesce(f.valid_from <= $as_of, true)) }
RETURN id, place, length, name, a.kind AS kind, a.official_name AS official_name, coalesce(a.aliases, []) AS aliases
ORDER BY place, length, id LIMIT $limit
