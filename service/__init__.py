"""Communiqué: who did and said what to whom, with every edge traceable to the sentence it came from.

The folders stand in the order in which the data flows, and each imports only what stands to its left:

    claims → sources → extraction → graph → queries → api → web

claims    the claim record: fields, checks, identity
sources   files of any kind, read as claim records
extraction  articles, read as proposed claims
graph     Neo4j: engine, schema, loading, deriving
queries   typed questions, one Cypher file each
api       the questions over HTTP
datasets  the bundled claims

`config`, `errors` and `vocabulary` are leaves that all may import; `cli` may import anything, and nobody
imports `api`, `web` or `cli`.
"""
