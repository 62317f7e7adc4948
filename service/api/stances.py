"""/v1/stances"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import stances

blueprint = Blueprint(
    "stances", __name__, url_prefix="/v1/stances", description="Who stands where on whom and what"
)
ask_at(blueprint, "", stances.LIST)
