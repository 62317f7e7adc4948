"""/v1/trade"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import trade

blueprint = Blueprint(
    "trade", __name__, url_prefix="/v1/trade", description="Figures of trade between two sides"
)
ask_at(blueprint, "", trade.LIST)
