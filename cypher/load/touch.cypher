// The graph has changed: its revision, from which every answer's ETag is made, is a new one.
MERGE (g:GraphState {id: 'graph'})
SET g.revision = randomUUID(), g.changed_at = $given.recorded_at
