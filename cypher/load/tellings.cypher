// Where these claims stand or stood, and what reviewers said of them: all that decides when they count.
UNWIND $given.ids AS id
MATCH (c:Claim {id: id}) USING INDEX SEEK c:Claim(id)
CALL (c) {
  MATCH (c)-[f:FROM]->(p)
  MATCH (r:Revision {id: f.revision}) USING INDEX SEEK r:Revision(id)
  RETURN collect([f.recorded_at, f.retracted_at, r.order, r.public_on, coalesce(r.outlet, p.id)]) AS tellings
}
CALL (c) { MATCH (c)-[:CREDITS]->(o) RETURN min(o.id) AS credited }
CALL (c) { MATCH (v:Review {claim: c.id}) USING INDEX SEEK v:Review(claim) RETURN collect([v.reviewed_at, v.recorded_at, v.id, v.status]) AS reviews }
RETURN c.id AS id, c.loaded_as AS loaded_as, tellings, credited, reviews
