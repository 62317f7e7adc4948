"""/v1/stances"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import stance_scores, stances

blueprint = Blueprint(
    "stances", __name__, url_prefix="/v1/stances", description="Who stands where on whom and what"
)
ask_at(blueprint, "", stances.LIST)
ask_at(blueprint, "/matrix", stance_scores.MATRIX)
ask_at(blueprint, "/explain", stance_scores.EXPLAIN)
ask_at(blueprint, "/flips", stances.FLIPS)
ask_at(blueprint, "/silent", stances.SILENT)
