"""The results of votes: for, against, abstaining."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span

from service.extraction.figures.quantities import Quantity
from service.extraction.figures.stated_figures import Stated
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver

_VOTING = frozenset(("vote", "abstain", "abstention"))
_LOSING = frozenset(("reject", "defeat"))
_REVERSED = {"votes_for": "votes_against", "votes_against": "votes_for"}
_AGAINST_NONE = r"#(?P<votes_for>\d+) votes? (?:to|against) (?:none|nil|zero)\b"
_WHO = "(?:(?:countries|members|states|nations) )?"
# Over the sentence with each quantity as "#" and its number; what the groups say is an indicator.
_VOTES = tuple(
    re.compile(pattern.replace("{who}", _WHO))
    for pattern in (
        r"#(?P<votes_for>\d+) votes? (?:to|against|-) #(?P<votes_against>\d+)",
        r"voted #(?P<votes_for>\d+) (?:to|-|–) #(?P<votes_against>\d+)",
        r"#(?P<votes_for>\d+) of (?:the |its )?#\d+ {who}?(?:\S+ )*?vot(?:ed|ing) (?:in favou?r|for)\b",
        _AGAINST_NONE,
        r"#(?P<votes_for>\d+) votes? (?:in favou?r|for)\b",
        r"#(?P<votes_for>\d+) (?:countries|members|states|nations) vot(?:ed|ing) (?:in favou?r|for)\b",
        r"#(?P<votes_against>\d+) votes? against\b",
        r"#(?P<votes_against>\d+) {who}(?:vot(?:ed|ing) )?against\b",
        r"#(?P<votes_abstaining>\d+) {who}(?:abstentions?|abstain(?:ed|ing))\b",
        r"#(?P<votes_absent>\d+) {who}(?:did not vote|absent|took no part)",
    )
)


def votes(resolver: Resolver, found: Sequence[Quantity], lemmas: frozenset[str]) -> Iterator[Stated]:
    """ "By 141 votes to five, with 35 abstentions", of the body that the sentence names."""
    if lemmas.isdisjoint(_VOTING) or not found:
        return
    body = _body(resolver)
    if body is None:
        return
    text, seen = _skeleton(resolver.sentence, found), set[str]()
    for pattern in _VOTES:
        for matched in pattern.finditer(text):
            for name, number in matched.groupdict().items():
                quantity = found[int(number)]
                if name not in seen and quantity.unit == "count":
                    seen.add(name)
                    yield _cast(name, quantity, body, lemmas)
    none = re.search(_AGAINST_NONE, text)
    if none is not None and "votes_against" not in seen:
        yes = found[int(none["votes_for"])]
        nobody = replace(yes, value=0.0, comparator="exact", start=yes.end, end=yes.end + 1)
        yield _cast("votes_against", nobody, body, lemmas)


def _cast(name: str, quantity: Quantity, body: Reference, lemmas: frozenset[str]) -> Stated:
    """The votes of one side; "rejected by 310 votes to 290" names those against first."""
    name = name if lemmas.isdisjoint(_LOSING) else _REVERSED.get(name, name)
    return Stated(name, quantity, body, None, quantity.end + 1, f"measure/{name.replace('_', '-')}")


def _body(resolver: Resolver) -> Reference | None:
    """The first organization of the sentence: the body that votes."""
    for token in resolver.tokens:
        mention = resolver.covering[token.i]
        if mention is not None and mention.entry.kind == "organization":
            return resolver.named(mention)
    return None


def _skeleton(sentence: Span, found: Sequence[Quantity]) -> str:
    words, at = [], sentence.start
    starts = {each.start: number for number, each in enumerate(found)}
    while at < sentence.end:
        if at in starts:
            words.append(f"#{starts[at]}")
            at = found[starts[at]].end
        else:
            words.append(sentence.doc[at].lower_)
            at += 1
    return " ".join(words)
