"""The application: the only place where the parts of the API are put together."""

from __future__ import annotations

import os
import re
import time
import uuid
from collections.abc import Callable
from functools import cache
from importlib.metadata import version

import structlog
from flask import Flask, Response, g, request
from flask_smorest import Api
from flask_swagger_ui import get_swaggerui_blueprint

from service.api import (
    actors,
    alignment,
    articles,
    catalogue,
    changes,
    claims,
    contradictions,
    datasets,
    dyads,
    editing,
    events,
    export,
    graph,
    jobs,
    measures,
    merges,
    outlets,
    problems,
    reconcile,
    relations,
    sanctions,
    stances,
    status,
    topics,
    trade,
)
from service.api.openapi import ABOUT, Described
from service.api.remembered import Remembered
from service.api.revisions import Revisions
from service.config import Config, load_config
from service.graph.connection import Database
from service.graph.engine.address import Address
from service.queries.contract import revision

BLUEPRINTS = (
    actors,
    events,
    dyads,
    stances,
    alignment,
    topics,
    claims,
    articles,
    status,
    merges,
    changes,
    editing,
    jobs,
    graph,
    export,
    reconcile,
    contradictions,
    relations,
    measures,
    sanctions,
    trade,
    outlets,
    datasets,
    catalogue,
)
# One batch of a load on a slow machine, its plans not made yet.
WRITING_S = 120.0
REQUEST_ID = re.compile(r"[\w-]{8,64}", re.ASCII)
LOG = structlog.get_logger()


def create_app(config: Config | None = None) -> Flask:
    """The API on the database that NEO4J_URI and its companions name."""
    config = load_config({}) if config is None else config
    app = Flask("service.api", static_folder=None)
    app.config.update(
        API_TITLE="Communiqué",
        API_VERSION=version("communique"),
        OPENAPI_VERSION="3.1.0",
        API_SPEC_OPTIONS=ABOUT,
        OPENAPI_URL_PREFIX="/",
        OPENAPI_JSON_PATH="openapi.json",
        MAX_CONTENT_LENGTH=1024 * 1024,
    )
    app.url_map.strict_slashes = False
    app.extensions["database"] = database = per_process(config, config.query_timeout_s)
    app.extensions["writing"] = per_process(config, WRITING_S)
    app.extensions["config"] = config
    app.extensions["revisions"] = Revisions(lambda: revision(database()))
    app.extensions["remembered"] = Remembered()
    app.before_request(_begin)
    app.after_request(_end)
    api = Api(app, spec_kwargs={"marshmallow_plugin": Described()})
    problems.document(api)
    app.extensions["document"] = cache(api.spec.to_dict)
    api.spec.components.security_scheme("editor", {"type": "http", "scheme": "bearer"})
    # After Api, whose own handler would answer in another form.
    problems.register(app)
    for module in BLUEPRINTS:
        api.register_blueprint(module.blueprint)
    # Unless told so, the page would send the document to a validator on another host.
    app.register_blueprint(get_swaggerui_blueprint("/docs", "/openapi.json", config={"validatorUrl": "none"}))
    return app


def per_process(config: Config, timeout_s: float) -> Callable[[], Database]:
    """A database for the process that asks: made on first use, since a driver does not survive a fork."""
    made: dict[int, Database] = {}
    address = Address(config.neo4j_uri, config.neo4j_user, config.neo4j_password, config.neo4j_database)

    def database() -> Database:
        pid = os.getpid()
        if pid not in made:
            made[pid] = Database(address, pool=config.threads + 2, retry_s=6, timeout_s=timeout_s)
        return made[pid]

    return database


def _begin() -> None:
    given = request.headers.get("X-Request-ID", "")
    g.request_id = given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
    g.began = time.monotonic()


def _end(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.request_id
    response.headers["X-Content-Type-Options"] = "nosniff"
    LOG.info(
        "request",
        request_id=g.request_id,
        method=request.method,
        route=str(request.url_rule),
        status=response.status_code,
        ms=round((time.monotonic() - g.began) * 1000, 1),
    )
    return response
