// How much is on record, what was retracted included, when the newest claim was recorded, and on which schema the graph stands.
// try {}
// at most 100,000 db hits among the bundled claims
RETURN COUNT { (:Actor) } AS actors, COUNT { (:Event) } AS events, COUNT { (:Stance) } AS stances, COUNT { (:Relation) } AS relations,
       COUNT { (:Measure) } AS measures, COUNT { (:Claim) } AS claims, COUNT { (:Article) } AS articles, COUNT { (:Dataset) } AS datasets,
       toString(head(COLLECT { MATCH (c:Claim) WHERE c.recorded_at IS NOT NULL RETURN c.recorded_at ORDER BY c.recorded_at DESC LIMIT 1 })) AS newest_claim,
       head(COLLECT { MATCH (m:Migration) RETURN m.name ORDER BY m.name DESC LIMIT 1 }) AS schema_version,
       head(COLLECT { MATCH (g:GraphState) RETURN g.revision }) AS data_version
