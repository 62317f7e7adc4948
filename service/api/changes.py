"""/v1/changes"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import changes

blueprint = Blueprint(
    "changes", __name__, url_prefix="/v1/changes", description="The feed of all that is recorded"
)
ask_at(blueprint, "", changes.LIST)
