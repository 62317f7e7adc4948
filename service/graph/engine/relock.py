"""Rewrite jars.lock after VERSION was changed: `python -m service.graph.engine.relock`."""

from __future__ import annotations

import jgo
from jgo.maven import Artifact

from service.graph.engine.jars import LOCK_FILE, VERSION, Jar, sha256_of

ROOTS = (f"org.neo4j:neo4j:{VERSION}", f"org.neo4j.app:neo4j-server:{VERSION}")
HEADER = f"""\
# The jars of the embedded Neo4j {VERSION}: Maven coordinate, SHA-256, size in bytes.
# Resolved from {" and ".join(ROOTS)}.
# Written by `python -m service.graph.engine.relock`; every jar is verified against it at each engine start.
"""


def main() -> None:
    """Resolve the roots, download their jars into jgo's repository and write the lock; review the diff."""
    artifacts = {artifact.key: artifact for artifact in jgo.resolve("+".join(ROOTS))}
    jars = [_jar(artifacts[key]) for key in sorted(artifacts)]
    LOCK_FILE.write_text(HEADER + "".join(f"{jar}\n" for jar in jars), "utf-8")


def _jar(artifact: Artifact) -> Jar:
    parts = [artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier]
    path = artifact.resolve()
    return Jar(":".join(part for part in parts if part), sha256_of(path), path.stat().st_size)


if __name__ == "__main__":
    main()
