"""/v1/topics"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import topics

blueprint = Blueprint("topics", __name__, url_prefix="/v1/topics", description="What is spoken about")
ask_at(blueprint, "", topics.LIST)
ask_at(blueprint, "/<id>/stances", topics.STANCES)
