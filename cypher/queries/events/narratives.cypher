// How each outlet, country of outlets, speaker or bloc tells of one happening: what it affirms, denies and leaves out.
// try {"id": "event-2b7e8cdccc351078bbaa", "group_by": "speaker"}
// at most 520 db hits among the bundled claims
MATCH (e:Event {id: $id}) WHERE $as_of IS NULL OR coalesce(e.valid_from <= $as_of, true)
MATCH (e)-[:SAME_HAPPENING*0..1]-(o) WHERE $as_of IS NULL OR coalesce(o.valid_from <= $as_of, true)
MATCH (c)-[told:STATES]->(o)
WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence
WITH o, c, told.affirmed AS affirmed, told.modality AS modality, told.voice AS voice, date(left(c.said_on + '-01-01', 10)) AS said
WITH o, c, affirmed, modality, voice, CASE $group_by
  WHEN 'speaker' THEN COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN DISTINCT a.id }
  WHEN 'bloc' THEN COLLECT {
    MATCH (c)-[:SPOKEN_BY]->()-[office:SPEAKS_FOR*0..2]->(member)<-[:SUBJECT]-(r:Relation {type: 'member_of'})-[:OBJECT]->(bloc)
    WHERE all(x IN office WHERE x.recorded_at <= $known_at < x.retracted_at AND x.since <= said <= x.until)
      AND coalesce(r.valid_from <= said, true) AND coalesce(r.valid_to >= said, true)
      AND EXISTS { ()-[told:STATES {affirmed: true}]->(r)
                   WHERE told.recorded_at <= $known_at < told.retracted_at AND told.public_on <= $published_until AND told.status = $status AND told.confidence >= $min_confidence }
    RETURN DISTINCT bloc.id }
  // The outlet that the newest revision known by then names: an article's own may have been corrected later.
  ELSE COLLECT {
    MATCH (c)-[from:FROM]->() WHERE from.recorded_at <= $known_at AND coalesce(from.retracted_at > $known_at, true)
    MATCH (r:Revision {id: from.revision}) WITH r ORDER BY r.order DESC LIMIT 1
    MATCH (outlet:Outlet {id: r.outlet})
    WITH CASE $group_by WHEN 'outlet' THEN outlet.id ELSE outlet.country END AS x WHERE x IS NOT NULL RETURN x } END AS groups
UNWIND CASE WHEN groups = [] THEN ['ungrouped'] ELSE groups END AS group
WITH group, o, affirmed, collect(DISTINCT modality) AS modalities, collect(DISTINCT voice) AS voices, collect(DISTINCT c.id) AS ids
WITH group, o, affirmed, voices, ids, COLLECT { UNWIND modalities AS x RETURN x ORDER BY x } AS modalities, COLLECT {
  MATCH (o)-[role:INITIATED_BY|DIRECTED_AT|AT|ABOUT]->(x)
  RETURN DISTINCT {aspect: CASE type(role) WHEN 'INITIATED_BY' THEN 'initiator' WHEN 'DIRECTED_AT' THEN 'recipient' WHEN 'AT' THEN 'place' ELSE 'topic' END,
                   value: x.id} AS aspect
  UNION WITH o.mode AS mode WHERE mode IS NOT NULL RETURN {aspect: 'mode', value: mode} AS aspect } AS aspects
WITH collect({group: group, event: o.id, affirmed: affirmed, modalities: modalities, voices: voices, aspects: aspects,
              claims: COLLECT { UNWIND ids AS x RETURN x ORDER BY x }}) AS every
UNWIND every AS one
WITH every, one.group AS group, collect(one) AS own
WITH group, own, [x IN every WHERE x.group <> group] AS others
WITH group, own, others, COLLECT { UNWIND own AS x UNWIND x.claims AS id RETURN DISTINCT id ORDER BY id } AS claims
ORDER BY group = 'ungrouped', size(claims) DESC, group LIMIT $limit
RETURN group, head(COLLECT { MATCH (n:Actor|Outlet {id: group}) WHERE n:Outlet = ($group_by = 'outlet') RETURN n.name }) AS name,
       COLLECT { UNWIND own AS x WITH x WHERE x.affirmed RETURN x {.event, .modalities, .claims} ORDER BY x.event } AS affirms,
       COLLECT { UNWIND own AS x WITH x WHERE NOT x.affirmed RETURN x {.event, .modalities, .claims} ORDER BY x.event } AS denies,
       COLLECT { UNWIND others AS x WITH x WHERE NOT x.event IN [y IN own | y.event] RETURN DISTINCT x.event AS event ORDER BY event } AS leaves_out,
       COLLECT { UNWIND [x IN others WHERE x.affirmed] AS x UNWIND x.aspects AS aspect WITH aspect WHERE none(y IN own WHERE aspect IN y.aspects)
                 RETURN DISTINCT aspect ORDER BY aspect.aspect, aspect.value } AS aspects_left_out,
       COLLECT { UNWIND own AS x UNWIND x.voices AS voice RETURN DISTINCT voice ORDER BY voice } AS voices, claims
ORDER BY group = 'ungrouped', size(claims) DESC, group
