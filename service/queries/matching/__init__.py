"""Who is meant by a name: spellings compared, candidates scored, and the reconciliation API on both."""
