"""/v1/articles"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import articles

blueprint = Blueprint(
    "articles", __name__, url_prefix="/v1/articles", description="Articles and their claims"
)
ask_at(blueprint, "", articles.LIST)
ask_at(blueprint, "/<id>", articles.DETAIL)
