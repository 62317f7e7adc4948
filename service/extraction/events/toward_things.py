"""What an act may be toward that is nobody: an idea, a cause, a market, those in need wherever they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from service.extraction.events.slots import Match
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import with_conjuncts
from service.extraction.names.references import Resolver

_IDEAS = frozenset(
    ("antisemitism", "semitism", "racism", "hatred", "hate", "bigotry", "islamophobia", "scourge")
)
_WORRIES = frozenset(("concern", "alarm", "unease", "dismay"))
_IN_NEED = frozenset(
    (
        "displaced",
        "poor",
        "needy",
        "wounded",
        "hungry",
        "homeless",
        "vulnerable",
        "sick",
        "nations",
        "countries",
    )
)
_FLED = frozenset(("refugees", "migrants", "victims", "survivors"))
# What one does with a cause or a plan as well as with a country.
_UPHOLDING = frozenset(
    ("support", "back", "champion", "stand", "bolster", "advance", "foster", "advocate", "promote", "defend")
)


def is_toward_a_thing(match: Match, resolver: Resolver) -> bool:
    """Whether an act is toward something that is nobody's: then it is toward nobody of whom the text told."""
    by_type = _BY_TYPE.get(match.frame.type)
    return by_type is not None and by_type(match, resolver)


def _is_about_ideas(match: Match, resolver: Resolver) -> bool:
    """ "Condemned racism", "expressed concern about the flows", "raised these concerns": whose?"""
    if any(lemma_of(each) in _IDEAS for each in match.recipients):
        return True
    worries = [word for at in match.words if lemma_of(word := match.trigger.doc[at]) in _WORRIES]
    if not match.recipients:
        return any(child.lower_ in ("these", "those", "such") for word in worries for child in word.children)
    return bool(worries) and not any(map(resolver.is_role, match.recipients))


def _is_on_a_market(match: Match, resolver: Resolver) -> bool:
    """ "Took action against a market": at home."""
    made = (each for noun in match.recipients for each in noun.subtree if each.lemma_ in ("produce", "make"))
    if any(each.tag_ == "VBN" for each in made):
        # "Banned goods produced by children": whosever they are.
        return True
    if lemma_of(match.trigger) != "take" or not match.recipients:
        return False
    trading = all(resolver.sector_of(each) == "BUS" for each in match.recipients)
    return trading or not any(map(resolver.is_role, match.recipients))


def _is_for_those_in_need(match: Match, resolver: Resolver) -> bool:
    """ "Helped the displaced", "sent grain to nations around the world"."""
    return bool(match.recipients) and all(each.lower_ in _IN_NEED for each in match.recipients)


def _is_for_a_cause(match: Match, resolver: Resolver) -> bool:
    """ "Supported the talks", "stood up for democracy", "praised Peru for joining the Partnership"."""
    if match.recipients and all(each.lower_ in _FLED for each in match.recipients):
        return True
    if lemma_of(match.trigger) not in _UPHOLDING or _stands_by(match):
        return _is_for_a_name(match, resolver)
    some = [part for each in match.recipients for part in with_conjuncts(each)]
    return bool(some) and not any(each.pos_ == "PRON" or resolver.is_role(each) for each in some)


def _stands_by(match: Match) -> bool:
    return lemma_of(match.trigger) == "stand" and "up" not in match.arguments.particles


def _is_for_a_name(match: Match, resolver: Resolver) -> bool:
    """A name that is nobody's is not the one who praises or asks."""
    named = all(each.pos_ == "PROPN" and not resolver.is_role(each) for each in match.recipients)
    return bool(match.recipients) and named


_BY_TYPE: Mapping[str, Callable[[Match, Resolver], bool]] = {
    "ACCUSE": _is_about_ideas,
    "SANCTION": _is_on_a_market,
    "AID": _is_for_those_in_need,
    "SUPPORT": _is_for_a_cause,
    "REQUEST": _is_for_a_name,
}
