"""The graph in Neo4j: engine, schema, loading, deriving; only here is `neo4j` imported."""
