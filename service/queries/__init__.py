"""Typed questions: each is one Cypher file with the schema of its arguments and of its rows."""
