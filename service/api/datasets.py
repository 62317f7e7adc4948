"""/v1/datasets"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import datasets

blueprint = Blueprint(
    "datasets", __name__, url_prefix="/v1/datasets", description="The structured files that were loaded"
)
ask_at(blueprint, "", datasets.LIST)
ask_at(blueprint, "/<id>", datasets.DETAIL)
