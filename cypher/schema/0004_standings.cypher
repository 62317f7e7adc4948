// When a claim counts stands on STATES: one relationship for each stretch of the graph's time in which it counts in one and the same way.
//
//   (:Claim)-[:STATES {affirmed, modality, weight, confidence, status, voice, public_on, recorded_at, retracted_at}]->(:Fact)
//             counts at a time T where recorded_at <= T < retracted_at; retracted_at is the last day of 9999 where it has not ended
//   (:Review {status, reviewer, reason, reviewed_at, claim})-[:REVIEWS]->(:Claim)
//   (:Merge {merged, kept, judgement, judge, reason, decided_at})    (:Actor {merged_into})
//   (:Actor)-[:SPEAKS_FOR {since, until, recorded_at, retracted_at, relation}]->(:Actor)                            derived
CREATE CONSTRAINT review_id IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT merge_id IF NOT EXISTS FOR (n:Merge) REQUIRE n.id IS UNIQUE;
CREATE INDEX review_claim IF NOT EXISTS FOR (n:Review) ON (n.claim);
CREATE INDEX actor_merged IF NOT EXISTS FOR (n:Actor) ON (n.merged_into);
CREATE INDEX actor_kind IF NOT EXISTS FOR (n:Actor) ON (n.kind);
CREATE INDEX claim_said_id IF NOT EXISTS FOR (n:Claim) ON (n.said_on, n.id);
CREATE INDEX event_day_id IF NOT EXISTS FOR (n:Event) ON (n.valid_from, n.id);
CREATE INDEX stance_day_id IF NOT EXISTS FOR (n:Stance) ON (n.valid_from, n.id);
// What an older schema has not; the derived edges, and STATES among them, are rebuilt after a migration.
MATCH (r:Revision) WHERE r.public_on IS NULL SET r.public_on = date(coalesce(left(r.revised_at, 10), r.released_on));
MATCH (c:Claim) WHERE c.loaded_as IS NULL SET c.loaded_as = c.status;
