// Every relationship, with the labels and ids of its ends; times and days as texts, with the names of which is which.
MATCH (a)-[r]->(b)
WITH a, r, b, properties(r) AS p
RETURN type(r) AS type, labels(a) AS from_labels, a.id AS from_id, labels(b) AS to_labels, b.id AS to_id, keys(p) AS names,
       [x IN keys(p) | CASE WHEN p[x] IS :: ZONED DATETIME OR p[x] IS :: DATE THEN toString(p[x]) ELSE p[x] END] AS values,
       [x IN keys(p) WHERE p[x] IS :: ZONED DATETIME] AS times, [x IN keys(p) WHERE p[x] IS :: DATE] AS days
