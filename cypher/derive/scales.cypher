// (:Event {score, quad}): where PLOVER puts an event's type and mode between conflict (-10) and cooperation (10), and its quad class
UNWIND $given.facts AS id
MATCH (e:Event {id: id}) USING INDEX SEEK e:Event(id)
SET e.score = coalesce($given.scores[e.type + '/' + e.mode], $given.scores[e.type]), e.quad = $given.quads[e.type]
