// Every judgement of identity, and what every merged actor is merged into now.
MATCH (m:Merge)
MATCH (a:Actor {id: m.merged}) USING INDEX SEEK a:Actor(id)
RETURN m.id AS id, m.merged AS merged, m.kept AS kept, m.judgement AS judgement, m.decided_at AS decided_at, a.merged_into AS merged_into
