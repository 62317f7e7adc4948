// What a count of facts shows of the claims behind it is kept; words are looked for year by year, and names in one property.
//
//   (:Fact {first_affirmation})   the first, by id, of the accepted claims that affirm it as they stand; null where none does      derived
//   (:Actor {names})              all of its names, the one that is shown first
DROP INDEX claim_evidence IF EXISTS;
DROP INDEX article_titles IF EXISTS;
DROP INDEX actor_names IF EXISTS;
// Of a day the indexes hold year, month and day as words: `said_on:2024`.
CREATE FULLTEXT INDEX claim_words IF NOT EXISTS FOR (n:Claim) ON EACH [n.summary, n.quote, n.said_on];
CREATE FULLTEXT INDEX article_words IF NOT EXISTS FOR (n:Article) ON EACH [n.title, n.published_on];
// Each property would be searched by itself, and to make ready for an inexact word takes longer than to find it.
CREATE FULLTEXT INDEX actor_words IF NOT EXISTS FOR (n:Actor) ON EACH [n.names];
MATCH (n:Actor) WHERE n.name IS NOT NULL AND NOT n.name IN n.names SET n.names = [n.name] + n.names;
