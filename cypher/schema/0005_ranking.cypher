// Where one stands on another is kept with what it rests on, so that a ranking need not read each claim; the feed of changes walks in the order of time.
//
//   (:Claim|:Declaration)-[:FROM {record}]->(:Publication)          record: the id of the claim or declaration, which ends the order of an index
//   (:Claim)-[:CONTRADICTS {reason, day, claim, other}]->(:Claim)     day: on which the later of the two was said; claim, other: their ids          derived
//   (:Fact {affirmations})   (:Event|:Stance {weight, claim_count, first_claim})                                               derived
//             how many accepted claims affirm it as they stand; what it weighs in a stance score, by how many of them, and the first; null where none does
//   (:Actor)-[:LEANS {score, stances, events, undated, first, last, claim_count, first_claim, claims}]->(:Actor|:Topic|:Fact)  derived
//             the stance score at its default settings, of how many stances and events, from when to when, and the first hundred of their claims
CREATE INDEX from_recorded IF NOT EXISTS FOR ()-[r:FROM]-() ON (r.recorded_at, r.revision, r.place, r.record);
CREATE INDEX from_retracted IF NOT EXISTS FOR ()-[r:FROM]-() ON (r.retracted_at);
CREATE INDEX revision_recorded IF NOT EXISTS FOR (n:Revision) ON (n.recorded_at, n.id);
CREATE INDEX contradicts_day IF NOT EXISTS FOR ()-[r:CONTRADICTS]-() ON (r.day, r.claim, r.other, r.reason);
CREATE INDEX contradicts_reason IF NOT EXISTS FOR ()-[r:CONTRADICTS]-() ON (r.reason, r.day, r.claim, r.other);
CREATE INDEX claim_kind_said IF NOT EXISTS FOR (n:Claim) ON (n.kind, n.said_on, n.id);
CREATE INDEX claim_modality_said IF NOT EXISTS FOR (n:Claim) ON (n.modality, n.said_on, n.id);
// Whether the claims as they stand are all that a question asks for: none becomes public later, none is too uncertain.
CREATE INDEX revision_public IF NOT EXISTS FOR (n:Revision) ON (n.public_on);
CREATE INDEX claim_confidence IF NOT EXISTS FOR (n:Claim) ON (n.confidence);
// What an older schema has not.
MATCH (n)-[f:FROM]->() WHERE f.record IS NULL CALL (n, f) { SET f.record = n.id } IN TRANSACTIONS OF 10000 ROWS;
// It kept the mean of the stances at LEANS.
MATCH ()-[l:LEANS]->() DELETE l;
// It took a month or year of release for its first day; that all could read what it holds is sure from the last.
MATCH (r:Revision) WHERE r.revised_at IS NULL AND size(r.released_on) = 7 SET r.public_on = date(r.released_on + '-01') + duration('P1M') - duration('P1D');
MATCH (r:Revision) WHERE r.revised_at IS NULL AND size(r.released_on) = 4 SET r.public_on = date(r.released_on + '-12-31');
