"""/v1/measures"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import measures

blueprint = Blueprint(
    "measures",
    __name__,
    url_prefix="/v1/measures",
    description="Figures, and how far those for one thing lie apart",
)
ask_at(blueprint, "", measures.LIST)
ask_at(blueprint, "/compare", measures.COMPARE)
