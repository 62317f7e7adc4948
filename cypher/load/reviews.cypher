// (:Review)-[:REVIEWS]->(:Claim): reviews that are new; one that comes before its claim waits for it
UNWIND $given.rows AS row
MERGE (v:Review {id: row.id})
ON CREATE SET v += row.properties, v.claim = row.claim, v.recorded_at = $given.recorded_at, v.fresh = true
WITH v WHERE v.fresh
REMOVE v.fresh
RETURN DISTINCT v.claim AS id
