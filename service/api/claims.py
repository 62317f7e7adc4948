"""/v1/claims"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import claims, contradictions, corroboration

blueprint = Blueprint(
    "claims", __name__, url_prefix="/v1/claims", description="Who said what, and where it is written"
)
ask_at(blueprint, "", claims.LIST)
ask_at(blueprint, "/<id>", claims.DETAIL)
ask_at(blueprint, "/<id>/evidence", claims.EVIDENCE)
ask_at(blueprint, "/<id>/corroboration", corroboration.CORROBORATION)
ask_at(blueprint, "/<id>/contradictions", contradictions.OF_CLAIM)
