"""Texts that speak for whoever issued them: "the statement", "a joint communique"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.grammar.nouns import carrier
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.names.memory import Reference
from service.extraction.names.modifiers import of_modifiers
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_ISSUING = frozenset(
    ("vote", "adopt", "pass", "approve", "publish", "issue", "sign", "table", "run", "carry")
)
_UTTERANCES = word_lists("names", "reference_words.toml")["utterances"]


def is_issued(token: Token) -> bool:
    """Whether a noun is a text that stands for whoever issued it."""
    return token.lemma_.lower() in _UTTERANCES


def issuers_of(resolver: Resolver, token: Token, depth: int) -> list[Reference]:
    """Who speaks in a text: who issued it, whose it is, both sides of a joint one, else of the last one."""
    found = of_modifiers(resolver, token, False)
    for child in token.children:
        if child.dep_ in ("acl", "relcl", "prep", "agent") and not found:
            issuing = _issuing(token, child)
            found = [each for word in issuing for each in resolver.all_within(word, False, depth)]
    issued = carrier(token).lemma_.lower() in _ISSUING and token.head.lower_ != "against"
    if not found and issued:
        # "voted for a resolution condemning the raid"
        # By depth, since in a mangled sentence a text may be what issues itself.
        voting = (
            each for word in deep_subjects(carrier(token)) for each in resolver.all_within(word, False, depth)
        )
        found = [each for each in voting if each.how != "context"]
    if not found and any(child.lower_ == "joint" for child in token.children):
        found = list(resolver.memory.pair)
    if found:
        resolver.memory.document = tuple(found)
    return [each.at(token, "document", 0.85) for each in found or resolver.memory.document]


def _issuing(text: Token, child: Token) -> list[Token]:
    """Whom a clause or phrase behind a text names as those who issued it: "released by Peru", "from Peru"."""
    issued = child.dep_ != "prep" and child.pos_ == "VERB"
    subjects = [each for each in deep_subjects(child) if each != text] if issued else []
    if child.lower_ in ("by", "from", "of"):
        subjects += [each for each in child.children if each.dep_ == "pobj"]
    return subjects
