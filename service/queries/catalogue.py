"""Every question there is, by name."""

from __future__ import annotations

from service.queries import actors, articles, claims, events, stances, status
from service.queries.contract import Query

MODULES = (actors, events, stances, claims, articles, status)
QUERIES: dict[str, Query] = {
    query.name: query for module in MODULES for query in vars(module).values() if isinstance(query, Query)
}
