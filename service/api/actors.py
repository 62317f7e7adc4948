"""/v1/actors"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import actors

blueprint = Blueprint(
    "actors", __name__, url_prefix="/v1/actors", description="Countries, people, organizations, groups"
)
ask_at(blueprint, "", actors.LIST)
ask_at(blueprint, "/<id>", actors.DETAIL)
ask_at(blueprint, "/<id>/relations", actors.RELATIONS)
