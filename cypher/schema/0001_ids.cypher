// One node for one id.
//
//   EVIDENCE  (:Outlet)<-[:PUBLISHED_BY]-(:Article:Publication)-[:CREDITS]->(:Outlet)      (:Dataset:Publication)
//             (:Revision)-[:REVISION_OF]->(:Publication)    (:Retraction)-[:RETRACTS]->(:Publication)
//             (:Claim)-[:FROM {revision, start, end, …}]->(:Publication)
//             (:Claim)-[:SPOKEN_BY]->(:Actor)    (:Claim)-[:CREDITS]->(:Outlet)    (:Claim)-[:STATES {affirmed}]->(:Fact)
//             (:Declaration)-[:FROM {revision}]->(:Publication)    (:Declaration)-[:DECLARES]->(:Actor|:Topic|:Outlet|:Place)
//   FACTS     (:Event:Fact)-[:INITIATED_BY]->(:Actor), -[:DIRECTED_AT]->(:Actor), -[:AT]->(:Place), -[:ABOUT]->(:Topic)
//             (:Stance:Fact)-[:HELD_BY]->(:Actor), -[:TOWARD]->(:Actor|:Topic|:Fact), -[:ABOUT]->(:Topic)
//             (:Relation:Fact)-[:SUBJECT]->(:Actor), -[:OBJECT]->(:Actor|:Place), -[:ABOUT]->(:Topic)
//             (:Measure:Fact)-[:OF]->(:Actor), -[:WITH]->(:Actor), -[:ABOUT]->(:Topic)
//   WORLD     (:Actor:Country|:Person|:Organization|:Group)    (:Topic)    (:Place)    (:Outlet)
//   DERIVED   (:Actor)-[:INTERACTS]->(:Actor)    (:Actor)-[:LEANS]->(:Actor|:Topic)
//             (:Claim)-[:CONTRADICTS {reason}]->(:Claim)    (:Fact)-[:SAME_HAPPENING]->(:Fact)
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT topic_id IF NOT EXISTS FOR (n:Topic) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT outlet_id IF NOT EXISTS FOR (n:Outlet) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT publication_id IF NOT EXISTS FOR (n:Publication) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT revision_id IF NOT EXISTS FOR (n:Revision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT retraction_id IF NOT EXISTS FOR (n:Retraction) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT declaration_id IF NOT EXISTS FOR (n:Declaration) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stance_id IF NOT EXISTS FOR (n:Stance) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT relation_id IF NOT EXISTS FOR (n:Relation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT measure_id IF NOT EXISTS FOR (n:Measure) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT state_id IF NOT EXISTS FOR (n:GraphState) REQUIRE n.id IS UNIQUE;
