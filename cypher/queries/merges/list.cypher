// Which actors were judged to be one, or not, by whom, when and why, latest first.
// try {}
// at most 100 db hits among the bundled claims
MATCH (m:Merge)
WHERE ($actor IS NULL OR m.merged = $actor OR m.kept = $actor) AND m.recorded_at <= $known_at
  AND ($after IS NULL OR m.decided_at < $after[0] OR m.decided_at = $after[0] AND m.id > $after[1])
WITH m ORDER BY m.decided_at DESC, m.id LIMIT $limit
RETURN m.id AS id, m.merged AS merged, m.kept AS kept, m.judgement AS judgement, m.judge AS judge, m.reason AS reason,
       m.decided_at AS decided_at, toString(m.recorded_at) AS recorded_at
ORDER BY decided_at DESC, id
