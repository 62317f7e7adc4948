"""Schema migrations: each file of cypher/schema is applied once, in order, and must not change afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from service.claims.identity import sha256_hex
from service.errors import EngineError
from service.graph import statements
from service.graph.connection import Database, Unavailable, now
from service.graph.deriving import Follow, derive

READY_WITHIN_S = 1.0
APPLIED = "MATCH (m:Migration) RETURN m.name AS name, m.sha256 AS sha256 ORDER BY name"
CLAIMED = "MATCH (c:Claim) RETURN c.id AS id LIMIT 1"
RECORD = "MERGE (m:Migration {name: $name}) ON CREATE SET m.sha256 = $sha256, m.applied_at = $applied_at"


@dataclass(frozen=True)
class Migration:
    """One file of cypher/schema."""

    name: str
    text: str

    @property
    def sha256(self) -> str:
        """The checksum that is recorded when the file is applied."""
        return sha256_hex(self.text)


def migrations() -> list[Migration]:
    """The files of cypher/schema, in the order of their numbers."""
    return [
        Migration(path.stem, path.read_text("utf-8"))
        for path in sorted((statements.ROOT / "schema").glob("*.cypher"))
    ]


def migrate(database: Database, wanted: list[Migration] | None = None, follow: Follow = iter) -> list[str]:
    """Apply what is not applied yet; returns the names of what was. `follow`: as of `derive`.

    Every statement may run again, and what was applied is noted last, so that a run that was cut off is
    repeated whole. Raises EngineError where an applied file has changed or is missing here.
    """
    wanted = migrations() if wanted is None else wanted
    applied = {row["name"]: row["sha256"] for row in database.read(APPLIED)}
    _check(applied, wanted)
    missing = [migration for migration in wanted if migration.name not in applied]
    for migration in missing:
        for text in statements.statements_of(migration.text):
            database.run(text)
    if missing:
        database.run("CALL db.awaitIndexes(60)")
        # What a new schema adds to follow from claims that are there already, follows now.
        if database.read(CLAIMED):
            derive(database, follow)
    for migration in missing:
        database.run(RECORD, {"name": migration.name, "sha256": migration.sha256, "applied_at": now()})
    return [migration.name for migration in missing]


def check_ready(database: Database) -> None:
    """Raises EngineError unless the database answers within a second, on the schema of this version."""
    rows = database.probe(APPLIED, READY_WITHIN_S)
    found, wanted = rows[-1]["name"] if rows else None, migrations()[-1].name
    if found != wanted:
        raise Unavailable(
            f"the graph has schema {found}, this version needs {wanted}: run communique migrate"
        )


def schema_version(database: Database) -> str | None:
    """The name of the newest applied migration; None on an empty database."""
    rows = database.read(APPLIED)
    return rows[-1]["name"] if rows else None


def _check(applied: dict[str, str], wanted: list[Migration]) -> None:
    here = {migration.name: migration.sha256 for migration in wanted}
    unknown = sorted(set(applied) - set(here))
    if unknown:
        raise EngineError(f"the graph has schema {unknown[-1]}, unknown to this version: use a newer one")
    changed = sorted(name for name, digest in applied.items() if here[name] != digest)
    if changed:
        raise EngineError(
            f"schema file {changed[0]} was changed after it was applied: restore it, add a new one"
        )
