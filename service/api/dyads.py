"""/v1/dyads"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import dyad_page, dyad_stances, dyads

blueprint = Blueprint(
    "dyads", __name__, url_prefix="/v1/dyads", description="Two actors and what is between them"
)
ask_at(blueprint, "/<a>/<b>", dyad_page.DETAIL)
ask_at(blueprint, "/<a>/<b>/events", dyads.EVENTS)
ask_at(blueprint, "/<a>/<b>/series", dyads.SERIES)
ask_at(blueprint, "/<a>/<b>/stances/timeline", dyad_stances.STANCES)
