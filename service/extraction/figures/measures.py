"""The figures that a sentence states: indicator, value, parties and period, by indicator_words.toml."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from service.extraction.events.dating import moved
from service.extraction.figures.comparators import compared, risen
from service.extraction.figures.figure_fits import Fit, comparator, fit, topics
from service.extraction.figures.figure_rules import Rule, triggers
from service.extraction.figures.periods import When, beside, dates_in, day_left_out
from service.extraction.figures.quantities import Quantity, has_number, quantities
from service.extraction.figures.sides import Sides
from service.extraction.figures.standing import modality
from service.extraction.figures.stated_figures import Stated, ages, memberships, ranks
from service.extraction.figures.votes import votes
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver
from service.vocabulary.terms import indicator

# How sure a figure is whose parties are named beside it, and one whose party only the text around it tells.
_NAMED, _CARRIED = 0.9, 0.6


@dataclass(frozen=True)
class Measure:
    """One figure, at tokens `start` to `end`: the fields of MeasureSchema, parties as references.

    The value is in the indicator's unit of indicators.toml; `period` is a partial ISO date; `rule` names the
    rule and `confidence` is 0 to 1. `modality` is a term of modalities.toml: forecasts are "planned".
    """

    indicator: str
    value: float
    comparator: str
    of: Reference | None
    with_: Reference | None
    period: str | None
    topics: tuple[str, ...]
    start: int
    end: int
    rule: str
    confidence: float
    modality: str = "asserted"

    @property
    def unit(self) -> str:
        """The unit of the indicator."""
        return str(indicator(self.indicator).extra["unit"])

    def fields(self) -> dict[str, Any]:
        """What MeasureSchema loads."""
        return {
            "indicator": self.indicator, "value": self.value, "comparator": self.comparator,
            "period": self.period,
            "of": self.of.id if self.of is not None else None,
            "with": self.with_.id if self.with_ is not None else None,
            "topics": list(self.topics),
        }  # fmt: skip


def measures(resolver: Resolver, day: str | None) -> list[Measure]:
    """The figures of a sentence, in the order of the text; `day` (ISO) is when it was written, if known."""
    sentence = resolver.sentence
    lemmas = frozenset(token.lemma_.lower() for token in sentence)
    made = [_stated(each) for each in ranks(resolver, lemmas)]
    if not has_number(sentence):
        return made
    found = quantities(sentence)
    stated = [
        *votes(resolver, found, lemmas),
        *ages(resolver, found, day),
        *memberships(resolver, found),
    ]
    made += [_stated(each) for each in stated]
    if not lemmas.isdisjoint(triggers()):
        taken = {each.quantity.start for each in stated}
        made += _Reading(resolver, day, found, lemmas).measures(taken)
    return sorted(made, key=lambda each: each.start)


def _stated(stated: Stated) -> Measure:
    quantity = stated.quantity
    return Measure(
        stated.indicator, quantity.value, quantity.comparator, stated.of, stated.with_, stated.period,
        stated.topics, quantity.start, max(quantity.end, stated.end), stated.rule,
        round(stated.of.score * _NAMED, 2),
    )  # fmt: skip


class _Reading:
    """The figures of one sentence, each with those before it in mind."""

    def __init__(
        self, resolver: Resolver, day: str | None, found: list[Quantity], lemmas: frozenset[str]
    ) -> None:
        self.resolver = resolver
        self.day = day
        self.found = found
        self.lemmas = lemmas
        self.dates: list[When] | None = None
        self.sides = Sides(resolver)
        self.rule: Rule | None = None

    def measures(self, taken: set[int]) -> list[Measure]:
        """The figures that fit a rule, other than those that begin at `taken`."""
        made: list[Measure] = []
        for index, quantity in enumerate(self.found):
            if quantity.start in taken or quantity.unit == "other":
                continue
            fitting = fit(quantity, self.lemmas, self.resolver.covering)
            measure = (
                self._measure(fitting, quantity, index)
                if fitting is not None
                else self._continued(quantity, index) or self._grown(quantity)
            )
            if measure is not None:
                self.rule = fitting.rule if fitting is not None else self.rule
                made.append(measure)
                self.sides.last = measure
        return made

    def _measure(self, fitting: Fit, quantity: Quantity, index: int) -> Measure | None:
        last = self.sides.last
        name = fitting.indicator or (last.indicator if last is not None else "")
        if not name or (not fitting.indicator and str(indicator(name).extra["unit"]) != quantity.unit):
            return None
        of, with_ = self.sides.parties(fitting, quantity)
        if of is None or (with_ is None and self._needs_partner(name, fitting.rule)):
            return None
        period = self._period(fitting, quantity, index)
        if fitting.earlier and period is None:
            return None
        near = of.how in ("context", "antecedent") or "before" in of.how
        score = of.score * (with_.score if with_ is not None else 1) * (_CARRIED if near else _NAMED)
        tokens = [each.i for each in (fitting.noun, fitting.verb) if each is not None]
        return Measure(
            name, fitting.value, comparator(fitting, quantity), of, with_, period, topics(name, fitting),
            min([quantity.start, *tokens]), max([quantity.end, *(each + 1 for each in tokens)]),
            f"measure/{fitting.rule.id}", round(score, 2),
            self._modality(fitting, quantity),
        )  # fmt: skip

    @staticmethod
    def _modality(fitting: Fit, quantity: Quantity) -> str:
        found = modality(fitting.verb if fitting.verb is not None else quantity.root)
        # "Will fall to 5 percent from 7 percent in 2023": what was before is no forecast.
        return "asserted" if fitting.earlier and found == "planned" else found

    @staticmethod
    def _needs_partner(name: str, rule: Rule) -> bool:
        return "needs_with" in rule.flags or indicator(name).extra["with"] == "required"

    def _continued(self, quantity: Quantity, index: int) -> Measure | None:
        """ "Up from 3 billion in 2020", "compared with 4 percent in 2019": the same of another time."""
        last = self.sides.last
        how = compared(self.resolver.doc, quantity.start)
        if last is None or how is None or last.indicator == "growth_factor":
            return None
        before = self.found[index - 1]
        if before.unit != quantity.unit or not last.start <= before.start < last.end:
            return None
        period = self._date(index)
        if period is None:
            return None
        # "Shrank by 3 percent, compared with 2 percent in 2020"
        value = -quantity.value if last.value < 0 and how == "like" else quantity.value
        return replace(
            last, value=value, comparator=quantity.comparator, period=period, start=quantity.start,
            end=quantity.end, confidence=round(last.confidence * 0.9, 2),
        )  # fmt: skip

    def _grown(self, quantity: Quantity) -> Measure | None:
        """ "5 billion in 2023, up 12 percent": how much more the figure before is than the one before it."""
        last, rule, sign = self.sides.last, self.rule, risen(self.resolver.doc, quantity.start)
        if last is None or rule is None or sign is None or quantity.unit != "percent":
            return None
        if not rule.growth or last.indicator != rule.indicator:
            return None
        change, factor = sign * quantity.value, rule.growth == "growth_factor"
        return replace(
            last, indicator=rule.growth, value=round(1 + change / 100, 6) if factor else change,
            comparator=quantity.comparator, topics=(rule.topic,) if factor and rule.topic else (),
            start=quantity.start, end=quantity.end, confidence=round(last.confidence * 0.9, 2),
        )  # fmt: skip

    def _period(self, fitting: Fit, quantity: Quantity, index: int) -> str | None:
        period = self._date(index) if "undated" not in fitting.rule.flags else None
        if period is None and "dated" in fitting.rule.flags:
            return day_left_out(self.resolver.sentence, self.day)
        return period

    def _date(self, index: int) -> str | None:
        if self.dates is None:
            self.dates = dates_in(self.resolver.sentence, self.day)
        spans = [(each.start, each.end) for each in self.found]
        when = beside(spans, index, self.dates, self.resolver.doc)
        if when is not None and when.back is not None:
            base = self.sides.last.period if self.sides.last is not None else None
            month = (base or "")[4:7] if when.back == "year" else ""
            earlier = moved(base, when.back, -1)
            return earlier + month if earlier is not None else None
        return when.value if when is not None else None
