"""The question about trade: which figures there are for who sells what to whom, and who gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields, validate

from service.graph.connection import Row
from service.queries.arguments import Between, Choice, Counting, Page, id_of
from service.queries.contract import Query
from service.vocabulary.terms import indicator, vocabulary

ALL_GOODS = "all-goods"
# Indicator → the direction of its flow of goods and which goods they are.
FLOWS = {
    name: (term.extra["trade"], term.extra.get("commodity", ALL_GOODS))
    for name, term in vocabulary("indicators").items()
    if "trade" in term.extra
}


class OneOf(Choice):
    """A direction or a commodity, read as the indicators that have it; all of them where it is absent."""

    def __init__(self, position: int, description: str) -> None:
        words = dict.fromkeys(parts[position] for parts in FLOWS.values())
        super().__init__(*words, load_default=lambda: list(FLOWS), metadata={"description": description})
        self.position = position

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        word = super()._deserialize(value, attr, data, **kwargs)
        return [name for name, parts in FLOWS.items() if parts[self.position] == word]


class TradeFilter(Page, Counting, Between):
    """Which figures of trade."""

    reporter = id_of("Actor", description="Side whose exports or imports they are, or who counts.")
    partner = id_of("Actor", description="The other side.")
    flow = OneOf(0, "Direction of the goods, seen from the reporter.")
    commodity = OneOf(1, "Which goods.")
    topic = id_of("Topic", description="Topic.")
    year = fields.Integer(
        load_default=None,
        validate=validate.Range(1000, 9999),
        metadata={"description": "Year of the period."},
    )


class TradeRow(Schema):
    """A figure of trade as one side's, who gives it, and the claims that do."""

    id = fields.String()
    reporter = fields.String(allow_none=True)
    partner = fields.String(allow_none=True)
    flow = fields.String()
    commodity = fields.String()
    indicator = fields.String()
    value = fields.Float()
    comparator = fields.String()
    unit = fields.String()
    period = fields.String(allow_none=True)
    topics = fields.List(fields.String())
    speakers = fields.List(fields.String())
    voices = fields.List(fields.String())
    claims = fields.List(fields.String())


def _with_flow(rows: list[Row], _: Mapping[str, Any]) -> list[Row]:
    return [{**row, **dict(zip(("flow", "commodity"), FLOWS[row["indicator"]], strict=True))} for row in rows]


def _whose(_: Mapping[str, Any]) -> dict[str, Any]:
    turnover = indicator("trade_turnover").definition
    return {
        "reporter": f"the actor that the figure is of. {turnover} It is the figure of the side for which"
        " a claimant speaks, and of either side where no claimant speaks for one."
    }


LIST = Query("trade/list", TradeFilter, TradeRow, ("day", "id"), finish=_with_flow, meta=_whose)
