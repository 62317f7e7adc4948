"""Which rule of indicator_words.toml a quantity fits, by the nouns and the verb that it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from service.extraction.figures.figure_phrases import Covering, bare, phrase_score
from service.extraction.figures.figure_reach import NOUNS, Reach, reach_of
from service.extraction.figures.figure_rules import Rule, lexicon, rules
from service.extraction.figures.quantities import Quantity
from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.grammar.subjects import deep_objects, surface_subjects
from service.extraction.grammar.verbs import has_subject

_HURTING = frozenset(("injure", "wound", "hurt", "maim"))
_LINKS = frozenset(("", "of", "at", "worth", "around"))
_MIRRORED = {
    "more_than": "less_than",
    "less_than": "more_than",
    "at_least": "at_most",
    "at_most": "at_least",
}
# Indicators whose topics say of what.
_SHARES = frozenset(("crude_oil_share", "trade_currency_share"))
_AT = frozenset(("", "to", "at", "around", "of", "as"))
_OBJECTS = frozenset(
    ("dobj", "nsubjpass", "attr", "oprd", "pobj", "dative", "npadvmod", "ccomp", "dep", "advmod")
)


@dataclass(frozen=True)
class Fit:
    """A rule that a quantity fits: as which indicator and value, beside which noun and verb."""

    rule: Rule
    indicator: str
    value: float
    noun: Token | None
    verb: Token | None
    carriers: tuple[Token, ...]
    earlier: bool = False
    above: bool = False


def fit(quantity: Quantity, lemmas: frozenset[str], covering: Covering) -> Fit | None:
    """The most specific rule that a quantity fits; `lemmas` are those of its sentence."""
    reach = reach_of(quantity)
    found = [
        (score, -at, made)
        for at, rule in enumerate(rules())
        if _may_fit(rule, quantity, lemmas)
        for score, made in _fits(rule, quantity, reach, covering)
    ]
    return max(found, key=lambda each: each[:2])[2] if found else None


def _may_fit(rule: Rule, quantity: Quantity, lemmas: frozenset[str]) -> bool:
    if quantity.unit not in rule.units and not (quantity.unit == "ratio" and rule.topic and not rule.verbs):
        return False
    if not rule.unless.isdisjoint(lemmas):
        return False
    return not rule.near or not rule.near.isdisjoint(lemmas)


def _fits(rule: Rule, quantity: Quantity, reach: Reach, covering: Covering) -> Iterator[tuple[float, Fit]]:
    found = _by_verb(rule, quantity, reach) if rule.verbs else _by_noun(rule, quantity, reach)
    for score, noun, verb, mode in found:
        if noun is not None and any(child.lower_ == "per" for child in noun.children):
            # "GDP per head" is another figure.
            continue
        if "bare" in rule.flags and noun is not None and not bare(noun, rule, covering):
            continue
        made = _valued(rule, quantity, noun, verb, mode, reach)
        if made is not None:
            yield score, made


def _by_verb(
    rule: Rule, quantity: Quantity, reach: Reach
) -> Iterator[tuple[float, Token | None, Token, str]]:
    # "Blocked 5 billion in assets" only for rules that know what is blocked.
    links = _LINKS if any(head == "" for _, head in rule.nouns) else _LINKS | {"in"}
    counted = next(
        ((noun, how) for noun, how in (*reach.down, *reach.up) if how in links and noun.pos_ in NOUNS), None
    )
    noun = counted[0] if counted is not None else None
    score = 0.0 if noun is None and rule.nouns else phrase_score(rule, noun)
    if rule.nouns and (score is None or (noun is None and not any(head == "" for _, head in rule.nouns))):
        return
    for verb, preposition, dep in _verbs(reach, noun):
        subject = dep == "nsubj" and not _lacks_auxiliary(verb)
        if verb.lemma_.lower() not in rule.verbs or preposition not in rule.via:
            continue
        if rule.indicator == "killed" and _were_also_hurt(verb):
            continue
        if "alone" in rule.flags and noun is not None and _is_joined(noun):
            continue
        if subject == ("intransitive" in rule.flags) and (subject or dep in _OBJECTS or dep == "nsubj"):
            weak = 2 if "weak" in rule.flags else 0
            yield 3 + (score or 0) + bool(rule.near) - weak, noun, verb, "level"


def _were_also_hurt(verb: Token) -> bool:
    """ "Sixty were killed and injured": nobody knows how many were killed."""
    joined = (child for child in verb.children if child.dep_ == "conj" and child.lemma_ in _HURTING)
    return any(not has_subject(each) for each in joined)


def _lacks_auxiliary(verb: Token) -> bool:
    """ "Three were killed and 12 wounded": a passive whose auxiliary stands with the verb before."""
    return verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def _is_joined(noun: Token) -> bool:
    """ "50 companies and individuals": the number is that of both."""
    joined = [child for child in noun.children if child.dep_ == "conj"]
    return any(not any(each.tag_ == "CD" for each in child.lefts) for child in joined)


def _verbs(reach: Reach, noun: Token | None) -> Iterator[tuple[Token, str, str]]:
    """The verb above, with preposition and place; and a participle behind the noun: "deployed in R"."""
    if reach.verb is not None and reach.top is not None:
        top = reach.top
        while top.dep_ == "conj" and top.head != reach.verb:
            top = top.head
        yield reach.verb, reach.preposition, top.dep_
    for child in noun.children if noun is not None else ():
        if child.dep_ == "acl" and child.tag_ == "VBN":
            yield child, "", "dobj"


def _by_noun(
    rule: Rule, quantity: Quantity, reach: Reach
) -> Iterator[tuple[float, Token, Token | None, str]]:
    changes = lexicon()["changes"]
    for noun, how in reach.up:
        score = phrase_score(rule, noun)
        if score is not None and how in _LINKS:
            yield 2 + score, noun, reach.verb, "level"
        if noun.lemma_.lower() in changes and how in ("", "of"):
            for below in prepositional_objects(noun, ("in", "of")):
                if (score := phrase_score(rule, below)) is not None:
                    yield 1.5 + score, below, noun, "change"
    for noun, how in reach.down:
        score = phrase_score(rule, noun)
        if score is not None and not (quantity.unit == "percent" and how == "of"):
            yield 1.8 + score, noun, reach.verb, "level"
    if reach.verb is not None:
        yield from _by_clause(rule, quantity, reach, reach.verb)


def _by_clause(
    rule: Rule, quantity: Quantity, reach: Reach, verb: Token
) -> Iterator[tuple[float, Token, Token, str]]:
    """ "Exports rose to 5 billion", "it raised its budget by 5 percent": subject or object of the verb."""
    lemma, how = verb.lemma_.lower(), reach.preposition
    moved = quantity.root.head
    if verb.lemma_ == "be" and moved.lower_ in ("up", "down") and moved.head == verb and how == "":
        # "Prices were up 5 percent"
        nouns = surface_subjects(verb)
        yield from ((2 + score, noun, moved, "change") for noun, score in _scored(rule, nouns))
        return
    changing = lemma in lexicon()["up"] or lemma in lexicon()["down"] or quantity.unit == "ratio"
    mode = None
    if (
        quantity.unit == "ratio"
        or (changing and how in ("", "by"))
        or (changing and how == "at" and reach.top is not None and reach.top.lemma_ in ("rate", "pace"))
    ):
        mode = "change"
    elif how == "from" and (changing or _was_more_or_less(quantity)):
        mode = "earlier"
    elif (how in ("to", "at") and (changing or lemma in lexicon()["level"])) or (
        lemma in lexicon()["level"] and how in _AT
    ):
        mode = "level"
    if mode is None:
        return
    # The parser gives some subjects to the auxiliary: "loans have more than tripled".
    nouns = surface_subjects(verb) or [
        inner
        for child in verb.children
        if child.dep_ == "aux"
        for inner in child.children
        if inner.dep_ == "nsubj"
    ]
    if changing or how in ("to", "at"):
        nouns = nouns + [each for each in deep_objects(verb) if each != reach.top]
    for noun, score in _scored(rule, nouns):
        if noun != reach.top:
            yield 2 + score, noun, verb, mode


def _scored(rule: Rule, nouns: list[Token]) -> list[tuple[Token, float]]:
    return [(noun, score) for noun in nouns if (score := phrase_score(rule, noun)) is not None]


def _was_more_or_less(quantity: Quantity) -> bool:
    """ "Down from 4.5 percent": the figure of the time before."""
    at = quantity.start - 2
    return at >= 0 and quantity.root.doc[at].lower_ in ("down", "up")


def _valued(
    rule: Rule, quantity: Quantity, noun: Token | None, verb: Token | None, mode: str, reach: Reach
) -> Fit | None:
    carriers = (*(token for token, _ in reach.up), *reach.through)
    above = verb is not None and verb.lemma_.lower() in lexicon()["above"] and reach.preposition == ""
    native = quantity.unit in (rule.unit, "count") or rule.unit is None
    if mode != "change" or (quantity.unit != "ratio" and native and rule.says == "change"):
        if not native or (rule.says == "change") != (mode == "change"):
            return None
        sign = rule.sign * (_sign(verb) if mode == "change" else 1)
        return Fit(
            rule, rule.indicator, sign * quantity.value, noun, verb, carriers, mode == "earlier", above
        )
    if quantity.unit == "ratio":
        return Fit(rule, "growth_factor", quantity.value, noun, verb, carriers)
    if quantity.unit != "percent" or native or not rule.growth:
        return None
    change = _sign(verb) * quantity.value
    value = round(1 + change / 100, 6) if rule.growth == "growth_factor" else change
    return Fit(rule, rule.growth, value, noun, verb, carriers)


def _sign(verb: Token | None) -> int:
    return -1 if verb is not None and verb.lemma_.lower() in lexicon()["down"] else 1


def comparator(fitting: Fit, quantity: Quantity) -> str:
    """The comparator of the value: that of a fall is the mirrored one of the words."""
    if fitting.above and quantity.comparator == "exact":
        return "more_than"
    factor = fitting.indicator == "growth_factor" and quantity.unit == "percent"
    fell = fitting.value < (1 if factor else 0)
    return _MIRRORED.get(quantity.comparator, quantity.comparator) if fell else quantity.comparator


def topics(name: str, fitting: Fit) -> tuple[str, ...]:
    """Of what a factor is one, or what a share is a share of; as ids of topics."""
    topic = fitting.rule.topic
    return (topic,) if topic is not None and (name == "growth_factor" or name in _SHARES) else ()
