"""The actors of a noun that is no name itself: by its modifiers, appositions and the text before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.names.bare_nouns import of_context
from service.extraction.names.blocs import of_armed_group, of_bloc, of_body
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.issuers import is_issued, issuers_of
from service.extraction.names.memory import Reference, country_at
from service.extraction.names.modifiers import is_opposed, of_modifiers, of_phrases
from service.extraction.names.pairs import of_pair, of_pair_before
from service.extraction.names.strangers import (
    introduced,
    is_described_person,
    known_by_surname,
    of_newcomer,
    of_stranger,
)
from service.extraction.names.titles import of_description_before, of_office, of_title
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_BALTIC, _KOREAN = ("EST", "LVA", "LTU"), ("PRK", "KOR")
_GROUPS: dict[str, tuple[str, ...]] = {
    f"baltic {noun}": _BALTIC for noun in ("states", "republics", "countries", "nations", "trio")
}
_GROUPS |= {"koreas": _KOREAN, "baltics": _BALTIC}
_DESCRIBING = frozenset(("compound", "appos", "prep", "amod", "nmod"))
_SPEAKING = word_lists("names", "reference_words.toml")["speaking"] | {"official"}
_FRIENDS = frozenset(("ally", "partner", "friend"))
_HALVES = {"North": "PRK", "South": "KOR"}
_EXPERTS = word_lists("names", "reference_words.toml")["experts"]
_FRONTIERS = word_lists("grammar", "grammar_words.toml")["frontiers"]
_BODIES = word_lists("names", "reference_words.toml")["bodies"]


def of_noun(resolver: Resolver, token: Token, places: bool, depth: int) -> list[Reference]:
    """The actors of a noun that is no name; `places` lets a town stand for its country."""
    if group := _of_group(resolver, token):
        return group
    if token.pos_ == "VERB":
        objects = (child for child in token.children if child.dep_ == "dobj")
        found = [each for child in objects for each in resolver.of(child, places=places, depth=depth + 1)]
        # "Kenyan shelling killed twelve"
        return found or (of_modifiers(resolver, token, places) if token.tag_ == "VBG" else [])
    pair = of_pair(resolver, token)
    if pair is not None:
        return pair
    if is_issued(token):
        return issuers_of(resolver, token, depth)
    known = known_by_surname(resolver, token)
    if known is not None and not any(child.dep_ in _DESCRIBING for child in token.children):
        return [known]
    # What is said of a person now is surer than what the text's country made of him before.
    described = _of_description(resolver, token, places, depth)
    guessed = known is not None and not _are_named(described)
    return [known] if known is not None and guessed else described


def _of_group(resolver: Resolver, token: Token) -> list[Reference]:
    """ "The Baltic states", "the two Koreas": countries that go by one name."""
    before = [child.lower_ for child in token.children if child.dep_ in ("amod", "compound")]
    words = " ".join([*before, token.lower_])
    return [country_at(code, token.i, "name", 0.9) for code in _GROUPS.get(words, ())]


def _of_description(resolver: Resolver, token: Token, places: bool, depth: int) -> list[Reference]:
    found = (
        _of_the_far_side(resolver, token, depth)
        or _of_expert(resolver, token, depth)
        or of_modifiers(resolver, token, places)
        or _of_there(resolver, token)
        or _of_the_other(resolver, token)
    )
    person = _apposed_person(token)
    if not found and person is not None:
        # "A spokesman for Peru's ministry, Amos Tarus"
        found = of_phrases(resolver, token, places, depth)
    if found and person is not None:
        return _of_person(resolver, token, person, found[0], depth)
    if not found:
        apposed = _of_apposition(resolver, token, places, depth)
        found = [] if _are_named(apposed) else of_phrases(resolver, token, places, depth)
        if apposed and not found:
            return _of_who_was_described(resolver, token, depth) or apposed
    if found:
        return [introduced(resolver, token, _as_noun(resolver, token, each)) for each in found]
    return _of_the_text(resolver, token, depth)


def _of_who_was_described(resolver: Resolver, token: Token, depth: int) -> list[Reference]:
    """ "The spokeswoman, Ines Rojas": whose spokeswoman she is was said before, her name was not."""
    person = _apposed_person(token)
    if person is None:
        return []
    before = of_description_before(resolver, token, depth, named=True)
    return [introduced(resolver, person, each) for each in before]


def _are_named(references: list[Reference]) -> bool:
    return any(each.how != "context" for each in references)


def _of_the_text(resolver: Resolver, token: Token, depth: int) -> list[Reference]:
    """The actors of a noun whose own words name nobody: by what stands before, or the setting."""
    before = (
        _of_where_they_speak(resolver, token)
        or _of_a_half(resolver, token)
        or of_newcomer(resolver, token)
        or of_office(resolver, token)
        or of_title(resolver, token)
        or of_description_before(resolver, token, depth)
    )
    if before or (token.dep_ == "appos" and depth == 0):
        return before
    return (
        of_bloc(resolver, token)
        or of_body(resolver, token)
        or of_armed_group(resolver, token)
        or of_pair_before(resolver, token)
        or _of_its_kind(resolver, token)
        or of_context(resolver, token)
        or of_stranger(resolver, token, depth)
    )


def _of_where_they_speak(resolver: Resolver, token: Token) -> list[Reference]:
    """ "The spokesman said in Lima": Peru's."""
    if token.lemma_.lower() not in _SPEAKING or token.dep_ != "nsubj":
        return []
    for town in prepositional_objects(token.head, ("in",)):
        mention = resolver.covering[town.i]
        if mention is not None and mention.how in ("metonym", "place") and mention.entry.code is not None:
            return [country_at(mention.entry.code, token.i, "context", 0.5, "GOV")]
    return []


def _of_expert(resolver: Resolver, token: Token, depth: int) -> list[Reference]:
    """ "A Kenya expert at a university in Lima" is of Lima: what they know stands before."""
    if token.lemma_.lower() not in _EXPERTS:
        return []
    before = (resolver.covering[child.i] for child in token.children if child.dep_ == "compound")
    on_a_country = any(each is not None and each.entry.kind == "country" for each in before)
    return of_phrases(resolver, token, True, depth) if on_a_country else []


def _of_the_far_side(resolver: Resolver, token: Token, depth: int) -> list[Reference]:
    """ "Its border with Peru": whoever goes there goes toward Peru."""
    if token.lemma_.lower() not in _FRONTIERS:
        return []
    beyond = prepositional_objects(token, ("with",))
    return [each for object_ in beyond for each in resolver.all_within(object_, True, depth)]


def _of_a_half(resolver: Resolver, token: Token) -> list[Reference]:
    """ "The North", where the sentence or text names a Korea."""
    country = _HALVES.get(token.text) if token.i and token.nbor(-1).lower_ == "the" else None
    known = {mention.entry.code for mention in resolver.mentions()} | resolver.memory.codes.keys()
    if country is None or known.isdisjoint(_KOREAN):
        return []
    return [country_at(country, token.i, "antecedent", 0.9)]


def _of_there(resolver: Resolver, token: Token) -> list[Reference]:
    """ "A coup in Peru ... the leadership there": the country that the sentence named last."""
    if not any(child.lower_ == "there" and child.dep_ == "advmod" for child in token.children):
        return []
    before = [mention for mention in resolver.mentions() if mention.end <= token.i]
    named = [each for mention in before if (each := resolver.named(mention)) is not None]
    countries = [each for each in named if gazetteer().is_country(each.code)]
    return [country_at(each.code, token.i, "antecedent", 0.8) for each in countries[-1:]]


def _of_the_other(resolver: Resolver, token: Token) -> list[Reference]:
    """ "Her host", "its rival": with whom the owner had to do before."""
    owner = next((child for child in token.children if child.dep_ == "poss" and child.pos_ == "PRON"), None)
    if owner is None or not is_opposed(token):
        return []
    known = resolver.counterparts
    others = [
        each
        for owning in resolver.pronoun(owner)
        for each in known.get(owning.code, ()) or resolver.memory.partner(owning.code)
    ]
    if token.lemma_.lower() in _FRIENDS:
        # With whom it had to do before may be the enemy.
        others = [each for each in others if gazetteer().is_country(each.code)]
    return [replace(each, how="modifier", start=token.i, end=token.i + 1) for each in others[:1]]


def _of_its_kind(resolver: Resolver, token: Token) -> list[Reference]:
    """ "The islands" after "the Solomon Islands": the country that the text named last, by its last word."""
    if [child.lower_ for child in token.lefts] != ["the"]:
        # "The Pacific islands"
        return []
    entries = gazetteer().entries
    known = [code for code in resolver.memory.codes if gazetteer().is_country(code)]
    named = [code for code in known if entries[code.lower()].name.lower().split()[-1] == token.lower_]
    return [country_at(code, token.i, "antecedent", 0.8) for code in named[-1:]]


def _of_person(
    resolver: Resolver, token: Token, person: Token, country: Reference, depth: int
) -> list[Reference]:
    """ "his Kenyan counterpart Amos Tarus": the name says more than the noun."""
    named = [each for each in resolver.of(person, depth=depth + 1) if each.how != "context"]
    return named or [introduced(resolver, person, _as_noun(resolver, token, country))]


def _apposed_person(token: Token) -> Token | None:
    apposed = (child for child in token.children if child.dep_ == "appos")
    return next((each for each in apposed if each.ent_type_ == "PERSON" or is_described_person(each)), None)


def _of_apposition(resolver: Resolver, token: Token, places: bool, depth: int) -> list[Reference]:
    for child in token.children:
        if child.dep_ == "appos":
            apposed = resolver.of(child, places=places, depth=depth + 1)
            if apposed:
                return [introduced(resolver, token, apposed[0]), *apposed[1:]]
    return []


def _as_noun(resolver: Resolver, head: Token, reference: Reference) -> Reference:
    """The reference of a modifier as that of its noun: "Russian troops" are Russia's, by their sector."""
    return replace(
        reference,
        id=_id_of(head, reference),
        sector=resolver.sector_of(head) or reference.sector,
        start=min(reference.start, head.i),
        end=max(reference.end, head.i + 1),
        how="pronoun" if reference.how == "pronoun" else "modifier",
        score=reference.score * 0.95,
    )


def _id_of(head: Token, reference: Reference) -> str:
    """A ruler's government is the country's: "the Putin regime"."""
    entries, country = gazetteer().entries, reference.code.lower()
    entry = entries.get(reference.id)
    ruled = entry is not None and entry.kind == "person" and head.lemma_.lower() in _BODIES
    return country if ruled and country in entries else reference.id
