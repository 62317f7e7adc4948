// One writer at a time: a lock on the state of the graph, so that what is new is judged on a graph that stands still.
MERGE (g:GraphState {id: 'graph'})
SET g.began_at = datetime()
RETURN g.judged IS NOT NULL AS judged
