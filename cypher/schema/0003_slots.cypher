// What is compared is found by what it shares: facts that could contradict each other, and what one actor did of one type on a day.
//
//   (:Fact {slot})                                         a slot is made by service/claims/facts.py; null where a fact contradicts no other
//   (:Event)-[:INITIATED_BY {actor, type, valid_from}]->(:Actor)        spans: true where the event has more than one day
CREATE INDEX fact_slot IF NOT EXISTS FOR (n:Fact) ON (n.slot);
CREATE INDEX initiated_by_day IF NOT EXISTS FOR ()-[r:INITIATED_BY]-() ON (r.actor, r.type, r.valid_from);
CREATE INDEX initiated_by_span IF NOT EXISTS FOR ()-[r:INITIATED_BY]-() ON (r.spans, r.actor, r.type, r.valid_from);
