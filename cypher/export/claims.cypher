// Every record in the order of a claims file: below each header what one revision declares and claims, then judgements.
CALL () {
  MATCH (r:Revision)-[:REVISION_OF]->(p)
  CALL (r, p) {
    RETURN CASE WHEN p:Article THEN 'article' ELSE 'dataset' END AS record, r {.*} AS own, p.key AS target, null AS place, null AS fact, [] AS roles
    UNION ALL
    MATCH (n:Declaration)-[:FROM {revision: r.id}]->(p)
    MATCH (n)-[d:DECLARES]->(x)
    RETURN toLower(head([l IN labels(x) WHERE l IN ['Actor', 'Topic', 'Outlet', 'Place']])) AS record, n {.*} AS own,
           coalesce(d.named, x.id) AS target, null AS place, null AS fact, [] AS roles
    UNION ALL
    MATCH (n:Claim)-[from:FROM {revision: r.id}]->(p)
    MATCH (n)-[:STATES]->(x)
    WITH n, from, x, count(*) AS _
    RETURN 'claim' AS record, n {.*} AS own, null AS target, from {.*} AS place, x {.*} AS fact,
           COLLECT { MATCH (n)-[s:SPOKEN_BY|CREDITS]->(y) RETURN [type(s), coalesce(s.named, y.id), ''] } +
           COLLECT { MATCH (x)-[s:INITIATED_BY|DIRECTED_AT|HELD_BY|TOWARD|SUBJECT|OBJECT|OF|WITH|AT|ABOUT]->(y)
                     RETURN [type(s), coalesce(s.named, y.id), head([l IN labels(y) WHERE l IN ['Actor', 'Topic', 'Place', 'Fact']])] } AS roles
  }
  RETURN record, own, target, place, fact, roles
  UNION ALL
  MATCH (n:Retraction)-[:RETRACTS]->(p)
  RETURN 'retraction' AS record, n {.*} AS own, p.key AS target, CASE WHEN p:Article THEN {kind: 'article'} ELSE {kind: 'dataset'} END AS place, null AS fact, [] AS roles
  UNION ALL
  MATCH (n:Review) RETURN 'review' AS record, n {.*} AS own, null AS target, null AS place, null AS fact, [] AS roles
  UNION ALL
  MATCH (n:Merge) RETURN 'merge' AS record, n {.*} AS own, null AS target, null AS place, null AS fact, [] AS roles
}
RETURN record, own, target, place, fact, roles
