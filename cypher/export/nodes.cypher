// Every node but those that tell of the service itself; times and days as texts, with the names of which is which.
MATCH (n) WHERE NOT n:Migration AND NOT n:GraphState
WITH n, properties(n) AS p
RETURN labels(n) AS labels, n.id AS id, keys(p) AS names,
       [x IN keys(p) | CASE WHEN p[x] IS :: ZONED DATETIME OR p[x] IS :: DATE THEN toString(p[x]) ELSE p[x] END] AS values,
       [x IN keys(p) WHERE p[x] IS :: ZONED DATETIME] AS times, [x IN keys(p) WHERE p[x] IS :: DATE] AS days
