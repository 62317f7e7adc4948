// Every office that somebody is said to hold: its title and of whom it is an office.
MATCH (r:Relation {type: 'holds_office'})-[:OBJECT]->(a:Actor)
WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(r) WHERE told.retracted_at > datetime() AND told.status = 'accepted' AND told.modality = 'asserted' }
RETURN DISTINCT a.id AS of, coalesce(a.name, a.id) AS of_name, r.title AS title,
       toLower(split(head([x IN a.identifiers WHERE x STARTS WITH 'iso3166-1-alpha-2:']), ':')[1]) AS country
