"""/v1/events"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import event_counts, events

blueprint = Blueprint("events", __name__, url_prefix="/v1/events", description="Who did what to whom")
ask_at(blueprint, "", events.LIST)
ask_at(blueprint, "/timeseries", event_counts.TIMESERIES)
ask_at(blueprint, "/distribution", event_counts.DISTRIBUTION)
ask_at(blueprint, "/<id>", events.DETAIL)
ask_at(blueprint, "/<id>/claims", events.CLAIMS)
ask_at(blueprint, "/<id>/narratives", event_counts.NARRATIVES)
