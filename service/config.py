"""Settings: one table with names, defaults and help; flags win over environment, file and defaults."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from service.errors import Fault, InvalidInput

APP = "communique"


@dataclass(frozen=True)
class Setting:
    """One setting: `parse` turns its text into the value, `env` names its environment variable."""

    name: str
    env: str
    default: Any
    parse: Callable[[str], Any]
    help: str


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise ValueError("a port is 0 to 65535; 0 chooses a free one")
    return port


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError("1 or more is needed")
    return number


def _megabytes(text: str) -> int:
    size = int(text)
    if size != 0 and size < 64:
        raise ValueError("64 or more are needed, or 0 to size it from the machine's memory")
    return size


def _folder(text: str) -> Path:
    try:
        return Path(text).expanduser().resolve()
    except RuntimeError as error:
        raise ValueError(str(error)) from None


def _secret(text: str) -> str:
    return text


SETTINGS = (
    Setting("data_dir", "COMMUNIQUE_DATA_DIR", platformdirs.user_data_path(APP), _folder,
            "Folder of the embedded engine: its store, password, lock and logs."),
    Setting("engine_cache", "COMMUNIQUE_ENGINE_CACHE", platformdirs.user_cache_path(APP), _folder,
            "Folder of the engine's jars (136 MB), downloaded once and shared by all data folders."),
    Setting("engine_port", "COMMUNIQUE_ENGINE_PORT", 0, _port,
            "Bolt port of the embedded engine; 0 chooses a free one and keeps it for the data folder."),
    Setting("engine_heap_mb", "COMMUNIQUE_ENGINE_HEAP_MB", 0, _megabytes,
            "Heap of the embedded engine in MiB; 0 sizes it from the machine's memory."),
    Setting("engine_page_cache_mb", "COMMUNIQUE_ENGINE_PAGE_CACHE_MB", 0, _megabytes,
            "Page cache of the embedded engine in MiB; 0 sizes it from the machine's memory."),
    Setting("neo4j_uri", "NEO4J_URI", "", str,
            "Address of a Neo4j server, cluster or Aura to use instead of the embedded engine."),
    Setting("neo4j_user", "NEO4J_USER", "neo4j", str, "User name on that server."),
    Setting("neo4j_password", "NEO4J_PASSWORD", "", _secret, "Password on that server."),
    Setting("neo4j_database", "NEO4J_DATABASE", "neo4j", str, "Database on that server."),
    Setting("host", "COMMUNIQUE_HOST", "127.0.0.1", str, "Address that the API listens on."),
    Setting("port", "COMMUNIQUE_PORT", 8000, _port, "Port that the API listens on; 0 chooses a free one."),
    Setting("workers", "COMMUNIQUE_WORKERS", 2, _positive, "gunicorn worker processes."),
    Setting("threads", "COMMUNIQUE_THREADS", 8, _positive, "Threads of each worker."),
    Setting("query_timeout_s", "COMMUNIQUE_QUERY_TIMEOUT_S", 10, _positive,
            "Seconds after which the database ends a question; the answer is then a 503 problem."),
    Setting("editor_key", "COMMUNIQUE_EDITOR_KEY", "", _secret,
            "Key that POST and PATCH need as a bearer token; without one, writing over HTTP is off."),
    Setting("batch_size", "COMMUNIQUE_BATCH_SIZE", 2000, _positive, "Records of one load transaction."),
    Setting("llm_base_url", "LLM_BASE_URL", "", str,
            "Address of an OpenAI-compatible server that reads articles; without one, rules do."),
    Setting("llm_model", "LLM_MODEL", "", str, "Model on that server."),
    Setting("llm_api_key", "LLM_API_KEY", "", _secret, "Key of that server, where it needs one."),
    Setting("llm_timeout_s", "LLM_TIMEOUT_S", 60, _positive,
            "Seconds that each request to that server may take."),
)  # fmt: skip
BY_NAME = {setting.name: setting for setting in SETTINGS}
SECRETS = frozenset({"neo4j_password", "editor_key", "llm_api_key"})


@dataclass(frozen=True)
class Config:
    """The value of every setting, and where each came from: a flag, the environment, a file, the default."""

    values: Mapping[str, Any]
    origins: Mapping[str, str]

    def __getattr__(self, name: str) -> Any:
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None

    def environment(self) -> dict[str, str]:
        """The settings as environment variables, so that a child process sees the same ones."""
        return {s.env: str(self.values[s.name]) for s in SETTINGS}


def config_file(environ: Mapping[str, str]) -> Path:
    """The TOML file that is read: COMMUNIQUE_CONFIG, or settings.toml in the user's config folder."""
    return Path(environ.get("COMMUNIQUE_CONFIG", platformdirs.user_config_path(APP) / "settings.toml"))


def load_config(flags: Mapping[str, Any], environ: Mapping[str, str] | None = None) -> Config:
    """Resolve every setting; a flag of None counts as not given.

    Raises InvalidInput with one fault for each unknown name or unusable value.
    """
    environ = os.environ if environ is None else environ
    path = config_file(environ)
    from_file, faults = _read_file(path, explicit="COMMUNIQUE_CONFIG" in environ)
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for setting in SETTINGS:
        text, origin = _first_given(setting, flags, environ, from_file, path)
        origins[setting.name] = origin
        try:
            values[setting.name] = setting.default if text is None else setting.parse(text)
        except ValueError as error:
            faults.append(Fault(origin, setting.name, f"{text!r} is not usable: {error}"))
    if faults:
        raise InvalidInput("unusable settings", faults)
    return Config(values, origins)


def _first_given(
    setting: Setting,
    flags: Mapping[str, Any],
    environ: Mapping[str, str],
    from_file: Mapping[str, Any],
    path: Path,
) -> tuple[str | None, str]:
    if flags.get(setting.name) is not None:
        return str(flags[setting.name]), "flag"
    if environ.get(setting.env):
        return environ[setting.env], f"environment {setting.env}"
    if setting.name in from_file:
        return str(from_file[setting.name]), str(path)
    return None, "default"


def _read_file(path: Path, explicit: bool) -> tuple[dict[str, Any], list[Fault]]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        missing = Fault(str(path), "", "the file that COMMUNIQUE_CONFIG names does not exist")
        return {}, [missing] if explicit else []
    except (tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as error:
        return {}, [Fault(str(path), "", f"not readable as TOML: {error}")]
    unknown = [
        Fault(str(path), name, "no such setting", tuple(BY_NAME)) for name in content if name not in BY_NAME
    ]
    return content, unknown
