// Every node but those that tell of the service itself.
MATCH (n) WHERE NOT n:Migration AND NOT n:GraphState
RETURN labels(n) AS labels, n {.*} AS properties
