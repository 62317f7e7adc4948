"""The figures that a sentence states: indicator, value, parties and period, by indicator_words.toml."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from service.extraction.events.dating import moved
from service.extraction.figures.figure_fits import Fit, comparator, fit, topics
from service.extraction.figures.figure_rules import Rule, triggers
from service.extraction.figures.parties import as_country, behind, of_the_text, owners
from service.extraction.figures.periods import When, beside, dates_in, day_left_out
from service.extraction.figures.quantities import Quantity, has_number, quantities
from service.extraction.figures.standing import modality
from service.extraction.figures.stated_figures import Stated, ages, ranks, votes
from service.extraction.grammar.subjects import deep_objects, deep_subjects
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
    stated = [*votes(resolver, found, lemmas), *ages(resolver, found, day)]
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
        self.last: Measure | None = None

    def measures(self, taken: set[int]) -> list[Measure]:
        """The figures that fit a rule, other than those that begin at `taken`."""
        made: list[Measure] = []
        for index, quantity in enumerate(self.found):
            if quantity.start in taken or quantity.unit == "other":
                continue
            fitting = fit(quantity, self.lemmas, self.resolver.covering)
            measure = self._measure(fitting, quantity, index) if fitting is not None else None
            if measure is not None:
                made.append(measure)
                self.last = measure
        return made

    def _measure(self, fitting: Fit, quantity: Quantity, index: int) -> Measure | None:
        name = fitting.indicator or (self.last.indicator if self.last is not None else "")
        if not name or (not fitting.indicator and str(indicator(name).extra["unit"]) != quantity.unit):
            return None
        of, with_ = self._parties(fitting, quantity)
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
            modality(fitting.verb if fitting.verb is not None else quantity.root),
        )  # fmt: skip

    @staticmethod
    def _needs_partner(name: str, rule: Rule) -> bool:
        return "needs_with" in rule.flags or indicator(name).extra["with"] == "required"

    def _parties(self, fitting: Fit, quantity: Quantity) -> tuple[Reference | None, Reference | None]:
        rule = fitting.rule
        receiving = fitting.verb is not None and fitting.verb.lemma_.lower() in rule.receiving
        of_roles = ("own", "from", "by") if receiving else rule.of
        of = self._first(of_roles, fitting, quantity, "of")
        pair = "pair" in rule.flags and len(of) == 2
        if pair:
            return of[0], of[1]
        with_ = self._first(("subject",) if receiving else rule.with_, fitting, quantity, "with")
        if of and of[0].how == "pronoun" and of[0].id in {each.id for each in with_}:
            # "Wounded five of them": whoever did it is not whom "them" means.
            return None, None
        with_ = [each for each in with_ if not of or each.id != of[0].id]
        if len(of) != 1 or len(with_) > 1 or indicator(fitting.indicator or "loans").extra["with"] == "none":
            return (of[0], None) if len(of) == 1 and len(with_) <= 1 else (None, None)
        return of[0], with_[0] if with_ else None

    def _first(self, roles: tuple[str, ...], fitting: Fit, quantity: Quantity, side: str) -> list[Reference]:
        """The parties in the first of these places where any stands."""
        for role in roles:
            found = self._fitting(self._at(role, fitting, quantity, side), fitting.rule)
            if found:
                return found
        return []

    @staticmethod
    def _fitting(found: list[Reference], rule: Rule) -> list[Reference]:
        if "person" not in rule.flags:
            found = [as_country(each) for each in found]
        if "body" in rule.flags:
            found = [each for each in found if each.id != each.code.lower() or each.code in ("NATO", "EUR")]
        return list({each.id: each for each in found}.values())

    def _at(self, role: str, fitting: Fit, quantity: Quantity, side: str) -> list[Reference]:
        """The parties in one place of a rule: the head of indicator_words.toml names the places."""
        resolver = self.resolver
        places: dict[str, Callable[[], list[Reference]]] = {
            "own": lambda: owners(fitting.noun, resolver) if fitting.noun is not None else [],
            "subject": lambda: self._doers(fitting),
            "object": lambda: self._receivers(fitting, quantity),
            "counted": lambda: behind(quantity.root, ("of",), resolver),
            "before": lambda: self._before(side),
            "context": lambda: of_the_text(resolver),
        }
        if role in places:
            return places[role]()
        verb = None if role == "of" else fitting.verb
        hosts = [each for each in (fitting.noun, quantity.root, *fitting.carriers, verb) if each is not None]
        return next((found for host in hosts if (found := behind(host, (role,), resolver))), [])

    def _doers(self, fitting: Fit) -> list[Reference]:
        verb, by = fitting.verb, fitting.rule.by
        if (
            verb is None
            or verb.pos_ not in ("VERB", "AUX")
            or (by is not None and verb.lemma_.lower() not in by)
        ):
            return []
        return self.resolver.all(deep_subjects(verb))

    def _receivers(self, fitting: Fit, quantity: Quantity) -> list[Reference]:
        """ "Lent Greece 5 billion": the object that is neither the figure nor what it counts."""
        own = {each.i for each in (fitting.noun, quantity.root, *fitting.carriers) if each is not None}
        objects = deep_objects(fitting.verb) if fitting.verb is not None else []
        found = self.resolver.all(objects, places=True, context=False)
        return [each for each in found if not any(each.start <= i < each.end for i in own)]

    def _before(self, side: str) -> list[Reference]:
        last = (self.last.of if side == "of" else self.last.with_) if self.last is not None else None
        return [replace(last, how="before", score=round(last.score * 0.9, 3))] if last is not None else []

    def _period(self, fitting: Fit, quantity: Quantity, index: int) -> str | None:
        if self.dates is None:
            self.dates = dates_in(self.resolver.sentence, self.day)
        spans = [(each.start, each.end) for each in self.found]
        when = beside(spans, index, self.dates, self.resolver.doc)
        if when is not None and when.back is not None:
            base = self.last.period if self.last is not None else None
            return moved(base, when.back, -1)
        if when is None and "dated" in fitting.rule.flags:
            return day_left_out(self.resolver.sentence, self.day)
        return when.value if when is not None else None
