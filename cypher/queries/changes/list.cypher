// What was recorded or stopped counting since a time, in that order: loading the records in turn gives this graph.
// try {"since": "2020-01-01"}
// at most 400,000 db hits among the bundled claims
WITH coalesce(datetime($after[0]), $since) AS since, coalesce($after[1], -1) AS rank, coalesce($after[2], '') AS key
CALL (since, rank, key) {
  MATCH (r:Revision)-[:REVISION_OF]->(p)
  WHERE r.recorded_at >= since AND r.id IS NOT NULL AND (r.recorded_at > since OR 0 > rank OR 0 = rank AND r.id > key)
  RETURN r.recorded_at AS time, 0 AS rank_, r.id AS key_, r AS n, null AS from, p ORDER BY time, key_ LIMIT $limit
  UNION ALL
  // In the order of the index, so that a page reads no further than it needs: a load writes thousands at one time.
  MATCH (n)-[from:FROM]->(p) USING INDEX from:FROM(recorded_at, revision, place, record)
  WHERE from.recorded_at >= since AND from.revision IS NOT NULL AND from.place IS NOT NULL AND from.record IS NOT NULL
  WITH from.recorded_at AS time, from.revision AS revision, from.place AS place, from.record AS record, n, from, p, since, rank, key
  WHERE time > since OR 1 > rank OR 1 = rank AND revision + '\t' + place + '\t' + record > key
  WITH time, revision, place, record, n, from, p ORDER BY time, revision, place, record LIMIT $limit
  RETURN time, 1 AS rank_, revision + '\t' + place + '\t' + record AS key_, n, from, p
  UNION ALL
  MATCH (n:Retraction|Review|Merge)
  WHERE n.recorded_at >= since AND (n.recorded_at > since OR 3 > rank OR 3 = rank AND n.id > key)
  RETURN n.recorded_at AS time, 3 AS rank_, n.id AS key_, n, null AS from, head(COLLECT { MATCH (n)-[:RETRACTS]->(p) RETURN p }) AS p ORDER BY time, key_ LIMIT $limit
  UNION ALL
  MATCH (n)-[from:FROM]->(p) USING INDEX from:FROM(retracted_at)
  WHERE from.retracted_at >= since
  WITH from.retracted_at AS time, n.id + ' ' + from.revision + ' ' + from.place AS key_, n, from, p, since, rank, key
  WHERE time > since OR 4 > rank OR 4 = rank AND key_ > key
  RETURN time, 4 AS rank_, key_, n, from, p ORDER BY time, key_ LIMIT $limit
}
WITH time, rank_ AS rank, key_ AS key, n, from, p ORDER BY time, rank, key LIMIT $limit
OPTIONAL MATCH (n)-[declares:DECLARES]->(declared)
OPTIONAL MATCH (n)-[:STATES]->(fact)
WITH DISTINCT time, rank, key, n, from, p, declares, declared, fact
// Times that no record has are left out: the driver takes longer over one than over all else of a row.
RETURN toString(time) AS at, rank, key, CASE WHEN rank = 4 THEN 'ended' ELSE 'recorded' END AS change, n.id AS id, coalesce(from.revision, CASE WHEN n:Revision THEN n.id END) AS revision,
       CASE WHEN n:Revision AND p:Article THEN 'article' WHEN n:Revision THEN 'dataset' WHEN n:Claim THEN 'claim'
            WHEN n:Declaration THEN toLower(head([l IN labels(declared) WHERE l IN ['Actor', 'Topic', 'Outlet', 'Place']]))
            ELSE toLower(head(labels(n))) END AS record,
       n {.*, recorded_at: null, retracted_at: null} AS own, coalesce(declares.named, declared.id, p.key) AS target,
       CASE WHEN from IS NULL AND p:Article THEN {kind: 'article'} WHEN from IS NULL THEN {kind: 'dataset'} ELSE from {.*, recorded_at: null, retracted_at: null} END AS place, fact {.*, valid_from: null, valid_to: null} AS fact,
       COLLECT { MATCH (n)-[s:SPOKEN_BY|CREDITS]->(y) RETURN [type(s), coalesce(s.named, y.id), ''] } +
       COLLECT { MATCH (fact)-[s:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH|AT|ABOUT]->(y)
                 RETURN [type(s), coalesce(s.named, y.id), head([l IN labels(y) WHERE l IN ['Actor', 'Topic', 'Place', 'Fact']])] } AS roles
ORDER BY time, rank, key
