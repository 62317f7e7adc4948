// Which actors there are, or which have these words in a name, by id.
// try {"q": "kremlin", "kind": "country"}
// at most 100,000 db hits among the bundled claims
CALL () {
  WITH $q AS q WHERE q IS NULL
  MATCH (a:Actor) RETURN a
  UNION
  WITH $q AS q WHERE q IS NOT NULL
  CALL db.index.fulltext.queryNodes('actor_names', q) YIELD node RETURN node AS a
}
WITH a WHERE ($kind IS NULL OR a.kind = $kind) AND ($identifier IS NULL OR $identifier IN a.identifiers)
  AND ($after IS NULL OR a.id > $after[0])
  // Who stands in withdrawn publications only is on record, but in no answer.
  AND (EXISTS { (a)<-[:DECLARES]-(d) WHERE d.retracted_at IS NULL } OR EXISTS { (a)<-[:SPOKEN_BY]-(c) WHERE c.retracted_at IS NULL }
       OR EXISTS { (a)<-[:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH]-(:Fact)<-[:STATES]-(c) WHERE c.retracted_at IS NULL })
RETURN a.id AS id, a.kind AS kind, coalesce(a.name, a.id) AS name, a.official_name AS official_name,
       coalesce(a.aliases, []) AS aliases, coalesce(a.identifiers, []) AS identifiers
ORDER BY id LIMIT $limit
