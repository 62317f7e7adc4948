"""Every question there is, by name."""

from __future__ import annotations

from service.queries import (
    actor_facts,
    actors,
    alignment,
    articles,
    centrality,
    changes,
    claims,
    communities,
    contradictions,
    corroboration,
    datasets,
    dyad_page,
    dyad_stances,
    dyads,
    event_counts,
    events,
    measures,
    merges,
    network,
    outlets,
    paths,
    relations,
    sanctions,
    stance_scores,
    stances,
    status,
    topics,
    trade,
)
from service.queries.contract import Query
from service.queries.matching import candidates, linking

MODULES = (
    actors,
    candidates,
    linking,
    actor_facts,
    events,
    event_counts,
    dyad_page,
    dyad_stances,
    dyads,
    stances,
    stance_scores,
    alignment,
    topics,
    claims,
    articles,
    status,
    merges,
    changes,
    paths,
    network,
    communities,
    centrality,
    contradictions,
    corroboration,
    relations,
    measures,
    sanctions,
    trade,
    outlets,
    datasets,
)
QUERIES: dict[str, Query] = {
    query.name: query for module in MODULES for query in vars(module).values() if isinstance(query, Query)
}
