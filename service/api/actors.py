"""/v1/actors"""

from flask_smorest import Blueprint

from service.api.answers import ask_at
from service.queries import actor_facts, actors, alignment
from service.queries.matching import candidates, linking

blueprint = Blueprint(
    "actors", __name__, url_prefix="/v1/actors", description="Countries, people, organizations, groups"
)
ask_at(blueprint, "", actors.LIST)
ask_at(blueprint, "/match", candidates.MATCH, "POST")
ask_at(blueprint, "/suggest", linking.SUGGEST)
ask_at(blueprint, "/properties", linking.PROPERTIES)
ask_at(blueprint, "/<id>", actors.DETAIL)
ask_at(blueprint, "/<id>/relations", actors.RELATIONS)
ask_at(blueprint, "/<id>/events", actor_facts.EVENTS)
ask_at(blueprint, "/<id>/stances", actor_facts.STANCES)
ask_at(blueprint, "/<id>/statements", actor_facts.STATEMENTS)
ask_at(blueprint, "/<id>/timeline", actor_facts.TIMELINE)
ask_at(blueprint, "/<id>/neighbours", actor_facts.NEIGHBOURS)
ask_at(blueprint, "/<id>/allies", alignment.ALLIES)
