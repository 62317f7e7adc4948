// Which revision of each changed publication is the newest, and when the others and the whole stopped counting.
UNWIND $given.publications AS id
MATCH (p:Publication {id: id}) USING INDEX SEEK p:Publication(id)
OPTIONAL MATCH (retraction:Retraction)-[:RETRACTS]->(p)
WITH p, min(retraction.recorded_at) AS retracted_at
SET p.retracted_at = retracted_at
WITH p
MATCH (r:Revision)-[:REVISION_OF]->(p)
OPTIONAL MATCH (newer:Revision)-[:REVISION_OF]->(p) WHERE newer.order > r.order
WITH p, r, min(newer.recorded_at) AS superseded_at
SET r.superseded_at = CASE WHEN superseded_at < r.recorded_at THEN r.recorded_at ELSE superseded_at END
WITH p, r, r.superseded_at AS superseded_at
CALL (p, r, superseded_at) {
  WITH p, r, superseded_at WHERE superseded_at IS NULL
  SET p += r {.title, .published_on, .revised_at, .author, .language, .sha256, .url, .publisher, .version, .released_on, .licence},
      p.revision = r.id
  WITH p, r
  OPTIONAL MATCH (p)-[old:PUBLISHED_BY|CREDITS]->(:Outlet)
  DELETE old
  WITH DISTINCT p, r
  FOREACH (id IN CASE WHEN r.outlet IS NULL THEN [] ELSE [r.outlet] END | MERGE (o:Outlet {id: id}) MERGE (p)-[:PUBLISHED_BY]->(o))
  FOREACH (id IN r.credits | MERGE (o:Outlet {id: id}) MERGE (p)-[:CREDITS]->(o))
}
WITH p, r, CASE WHEN superseded_at IS NULL THEN p.retracted_at
                WHEN p.retracted_at IS NULL OR superseded_at < p.retracted_at THEN superseded_at
                ELSE p.retracted_at END AS ended
MATCH (n:Claim|Declaration)-[from:FROM {revision: r.id}]->(p)
WITH n, from, CASE WHEN ended IS NULL THEN null WHEN ended < from.recorded_at THEN from.recorded_at ELSE ended END AS ended
WHERE coalesce(toString(from.retracted_at), '') <> coalesce(toString(ended), '')
SET from.retracted_at = ended
RETURN DISTINCT n.id AS id
