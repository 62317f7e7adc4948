"""Does a database answer at this address, with this password, in a version that the service supports?"""

from __future__ import annotations

import re

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError

from service.errors import EngineError
from service.graph.engine.address import Address

OLDEST = (5, 26)
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
COMPONENTS = (
    "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version"
)


class Unreachable(EngineError):
    """Nobody answers there (yet)."""


class Refused(EngineError):
    """The server answers and does not let us in."""


def handshake(address: Address) -> str:
    """The server's version, such as `5.26.30`.

    Raises Unreachable, Refused (user or password), or EngineError (address unusable, no such database,
    version older than 5.26).
    """
    if address.uri.partition("://")[0] not in SCHEMES:
        schemes = ", ".join(f"{scheme}://" for scheme in SCHEMES)
        raise EngineError(f"{address.uri} is not a usable database address: it begins with one of {schemes}")
    try:
        with _driver(address) as driver:
            version = _version(driver, address.database)
    except AuthError as error:
        raise Refused(
            f"wrong password: {address.uri} refuses user {address.user!r}; set NEO4J_USER and NEO4J_PASSWORD"
        ) from error
    except (ConfigurationError, ValueError) as error:
        raise EngineError(f"{address.uri} is not a usable database address: {error}") from error
    except ClientError as error:
        raise EngineError(
            f"{address.uri} does not serve the database {address.database!r}: {error.message}"
        ) from error
    except (DriverError, Neo4jError, OSError) as error:
        raise Unreachable(
            f"no database answers at {address.uri} ({error}): start it, or correct NEO4J_URI"
        ) from error
    if not supported(version):
        raise EngineError(
            f"unsupported server version: {address.uri} runs Neo4j {version}; "
            f"{OLDEST[0]}.{OLDEST[1]} or newer is needed"
        )
    return version


def _driver(address: Address) -> Driver:
    return GraphDatabase.driver(
        address.uri,
        auth=(address.user, address.password),
        connection_timeout=3,
        connection_acquisition_timeout=5,
        max_transaction_retry_time=0,
        telemetry_disabled=True,
        notifications_min_severity="OFF",
    )


def _version(driver: Driver, database: str) -> str:
    with driver.session(database=database, default_access_mode="READ") as session:
        record = session.run(COMPONENTS).single(strict=True)
    return str(record["version"])


def supported(version: str) -> bool:
    """Whether the service can work with this server: 5.26 LTS, or the later year-based versions and Aura."""
    found = re.match(r"(\d+)\.(\d+)", version)
    return found is not None and (int(found[1]), int(found[2])) >= OLDEST
