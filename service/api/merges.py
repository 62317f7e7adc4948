"""/v1/merges"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import merges

blueprint = Blueprint("merges", __name__, url_prefix="/v1/merges", description="Which actors are one")
ask_at(blueprint, "", merges.LIST)
