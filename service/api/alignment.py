"""/v1/alignment"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import alignment

blueprint = Blueprint("alignment", __name__, url_prefix="/v1/alignment", description="Who sides with whom")
ask_at(blueprint, "", alignment.LIST)
