"""/v1/relations"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import relations

blueprint = Blueprint(
    "relations",
    __name__,
    url_prefix="/v1/relations",
    description="Dated ties between actors, and between actors and places",
)
ask_at(blueprint, "", relations.LIST)
