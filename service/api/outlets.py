"""/v1/outlets"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import outlets

blueprint = Blueprint(
    "outlets", __name__, url_prefix="/v1/outlets", description="Who publishes, and how each fares as a voice"
)
ask_at(blueprint, "", outlets.LIST)
ask_at(blueprint, "/<id>/scorecard", outlets.SCORECARD)
