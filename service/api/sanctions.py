"""/v1/sanctions"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import sanctions

blueprint = Blueprint(
    "sanctions", __name__, url_prefix="/v1/sanctions", description="Who put sanctions on whom"
)
ask_at(blueprint, "", sanctions.LIST)
