// Every actor with its names, and the codes of the countries that it is said to be a citizen of.
MATCH (a:Actor) WHERE a.merged_into IS NULL
RETURN a {.id, .kind, name: coalesce(a.name, a.id), .official_name, .aliases, .metonyms, .identifiers} AS actor,
       COLLECT { MATCH (a)<-[:SUBJECT]-(r:Relation {type: 'citizen_of'})-[:OBJECT]->(country)
                 WHERE EXISTS { ()-[told:STATES {affirmed: true}]->(r) WHERE told.retracted_at > datetime() AND told.status = 'accepted' AND told.modality = 'asserted' }
                 UNWIND country.identifiers AS identifier WITH identifier WHERE identifier STARTS WITH 'iso3166-1-alpha-2:'
                 RETURN DISTINCT toLower(split(identifier, ':')[1]) AS code ORDER BY code } AS citizen_of
