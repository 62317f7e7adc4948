// One actor: its names, its identifiers, and how many facts it takes part in.
// try {"id": "chn"}
MATCH (a:Actor {id: $id})
RETURN a.id AS id, a.kind AS kind, coalesce(a.name, a.id) AS name, a.official_name AS official_name, coalesce(a.aliases, []) AS aliases,
       coalesce(a.demonyms, []) AS demonyms, coalesce(a.metonyms, []) AS metonyms, coalesce(a.identifiers, []) AS identifiers,
       COUNT { (a)<-[:INITIATED_BY|DIRECTED_AT]-(:Event) } AS events, COUNT { (a)<-[:HELD_BY]-(:Stance) } AS stances_held,
       COUNT { (a)<-[:TOWARD]-(:Stance) } AS stances_received, COUNT { (a)<-[:SUBJECT|OBJECT]-(:Relation) } AS relations,
       COUNT { (a)<-[:OF|WITH]-(:Measure) } AS measures, COUNT { (a)<-[:SPOKEN_BY]-(:Claim) } AS claims_spoken
