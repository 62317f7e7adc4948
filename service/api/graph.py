"""/v1/paths, /v1/network, /v1/communities and /v1/centrality"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import centrality, communities, network, paths

blueprint = Blueprint(
    "graph", __name__, url_prefix="/v1", description="How actors are tied, and what their ties add up to"
)
ask_at(blueprint, "/paths", paths.LIST)
ask_at(blueprint, "/network", network.SUMMARY)
ask_at(blueprint, "/communities", communities.LIST)
ask_at(blueprint, "/centrality", centrality.LIST)
