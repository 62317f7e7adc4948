// A stance score within a window is made of terms that are kept where the score is; to read them at the facts takes twice as long.
//
//   (:Event|:Stance {weight})     in billionths, as sums of it are whole numbers then: the same in every order                   derived
//   (:Actor)-[:LEANS {weights, values, starts, ends, claim_counts, first_claims, until}]->(:Actor|:Topic|:Fact)                    derived
//             one number each for every dated fact, stances first: its weight; its value in billionths above -1; the days of its start (0 where nobody
//             told it) and end (9999999 where it has none), counted from 0000-01-01; its claims and the first of them.  until: the last end of a stance
// What an older schema has not.
MATCH ()-[l:LEANS]->() DELETE l;
