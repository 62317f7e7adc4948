"""/v1/contradictions"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import contradictions

blueprint = Blueprint(
    "contradictions",
    __name__,
    url_prefix="/v1/contradictions",
    description="Claims that cannot both be right",
)
ask_at(blueprint, "", contradictions.LIST)
