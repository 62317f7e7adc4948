"""Nouns that mean two actors named before: "the two leaders", "both countries", "their neighbours"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.grammar.verbs import verb_above
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference, codes, country_at
from service.extraction.names.modifiers import is_opposed, of_modifiers
from service.extraction.names.setting import place_of_the_sentence
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_OF_PERSONS = frozenset(("two", "pair", "duo", "leaders", "presidents", "ministers", "men"))
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_AREAS = frozenset(("region", "world", "area", "continent", "hemisphere", "globe"))
_AGREEING = word_lists("names", "reference_words.toml")["agreeing"]
_PAIRS = word_lists("names", "reference_words.toml")["pairs"]


def of_pair(resolver: Resolver, token: Token) -> list[Reference] | None:
    """ "The two leaders", "both countries": the pair that was named; None where no pair is meant."""
    marks = {child.lower_ for child in token.children}
    if several := _of_several(resolver, token, marks):
        return several
    if not _counts_two(resolver, token, marks):
        return None
    before = _who_talk(resolver, token) or _named_in_sentence(resolver, token)
    before = before or list(
        resolver.memory.pair_before(resolver.memory.plural, _facing_them(resolver, token))
    )
    if not before and "two" in marks and "the" not in marks:
        # "Two Peruvian ministers": two who are new.
        return None
    return [each.at(token, "antecedent", 0.8) for each in before]


def _of_several(resolver: Resolver, token: Token, marks: set[str]) -> list[Reference]:
    """ "The three countries": of a list or of talks, else all that the text named; "the leaders" of talks."""
    memory = resolver.memory
    number = next((_NUMBERS[mark] for mark in marks if mark in _NUMBERS), 0)
    plural = token.lemma_.lower() in _PAIRS and token.tag_ == "NNS"
    found: Iterable[Reference] = ()
    if number and plural and marks & {"the", "all", "these"}:
        named = [code for code in memory.codes if gazetteer().is_country(code)]
        all_named = [country_at(code, token.i, "antecedent", 0.7) for code in named if len(named) == number]
        found = memory.circle if len(codes(memory.circle)) == number else memory.listed.get(number, all_named)
    elif not marks & {"two", "both"} and memory.circle:
        leaders = plural and token.lower_ in _OF_PERSONS and "the" in marks
        leaders = leaders or (token.lower_ == "participants" and token.dep_ == "nsubj")
        every = token.lower_ == "each" and token.dep_ == "nsubj"
        found = memory.circle if every or (leaders and not of_modifiers(resolver, token, False)) else ()
    return [each.at(token, "antecedent", 0.8) for each in found]


def _facing_them(resolver: Resolver, token: Token) -> frozenset[str]:
    """ "Peru thanked both countries", "said that its two neighbours": who is none of the two, by code."""
    opposed = is_opposed(token)
    if token.dep_ == "nsubj" and not opposed:
        return frozenset()
    verb = resolver.sentence.root if opposed else verb_above(token.head)
    return codes(resolver.all(each for each in deep_subjects(verb) if token not in each.subtree))


def _who_talk(resolver: Resolver, token: Token) -> list[Reference]:
    """ "The two leaders": those who talked before, unless the sentence names two persons."""
    if token.lower_ not in _OF_PERSONS:
        return []
    persons = (each for each in resolver.mentions() if each.entry.kind == "person" and each.start < token.i)
    talking = resolver.memory.talking
    if not talking or len(resolver.by_code(persons)) > 1:
        return []
    return list(resolver.memory.pair_before(talking))


def _counts_two(resolver: Resolver, token: Token, marks: set[str]) -> bool:
    if token.lower_ in ("pair", "duo") or (token.lower_ == "each" and token.dep_ == "nsubj"):
        return True
    if token.lower_ == "two":
        # "The two agreed": no noun behind it.
        return "the" in marks and token.dep_ in ("nsubj", "pobj", "dobj")
    if token.lower_ == "side" and "each" in marks:
        return True
    alone = token.dep_ == "nsubj" and len(list(token.children)) == 1
    if alone and (token.lower_ == "officials" or _are_contracting(token)):
        return _means_both(resolver, token, marks)
    if token.lemma_.lower() not in _PAIRS or token.tag_ not in ("NNS", "NNPS"):
        return False
    return bool(marks & {"two", "both"}) or _means_both(resolver, token, marks)


def _means_both(resolver: Resolver, token: Token, marks: set[str]) -> bool:
    """Whether "the sides" and the like are those that the text is about."""
    return (
        bool(marks & {"the", "their"})
        and len(resolver.memory.pair) > 1
        and not of_modifiers(resolver, token, False)
        and token.lemma_.lower() in ("side", "leader", "country", "official", "party")
        and not any(each.lower_ in _AREAS for each in prepositional_objects(token, ("of", "in")))
    )


def _are_contracting(token: Token) -> bool:
    """ "The parties commit to open their ports"."""
    return token.lower_ == "parties" and token.head.lemma_.lower() in _AGREEING


def _named_in_sentence(resolver: Resolver, token: Token) -> list[Reference]:
    """The two countries that the sentence names before a word; none where it names more or fewer."""
    before = (each for each in resolver.mentions() if each.start < token.i)
    if token.lower_ not in _OF_PERSONS:
        # A person is not one of the two, where two countries are named.
        before = (each for each in before if each.entry.kind != "person")
    found = resolver.by_code(before)
    if len(found) == 2:
        return list(found.values())
    return _joined_before(resolver, token) or _facing(resolver, token.lower_ not in _OF_PERSONS)


def _facing(resolver: Resolver, countries: bool) -> list[Reference]:
    """The two who last had to do with each other in the sentence: "refused to meet Tarus, but both men"."""
    for others in reversed(resolver.counterparts.values()):
        second = resolver.counterparts.get(others[0].code, ())
        both = [*second, *others]
        if len(both) == 2 and (not countries or all(gazetteer().is_country(each.code) for each in both)):
            return both
    return []


def _joined_before(resolver: Resolver, token: Token) -> list[Reference]:
    """The last two countries before a word with only "and" between them."""
    for at in range(token.i - 2, resolver.sentence.start, -1):
        first, second = resolver.covering[at - 1], resolver.covering[at + 1]
        if resolver.doc[at].lower_ == "and" and first is not None and second is not None:
            named = [each for each in (resolver.named(first), resolver.named(second)) if each is not None]
            return named if len(named) == 2 else []
    return []


def of_pair_before(resolver: Resolver, token: Token) -> list[Reference]:
    """The text's pair, for a plural of which nothing says more and which no place of the sentence tells."""
    # "Countries around the world" are not the text's two.
    around = any(child.lower_ in ("around", "across", "throughout", "other") for child in token.children)
    if token.lemma_.lower() not in _PAIRS or token.tag_ != "NNS" or around:
        return []
    pair = resolver.memory.pair
    # "Its allies" may be others.
    owned = token.lemma_.lower() == "ally" and any(child.dep_ == "poss" for child in token.children)
    if len(pair) != 2 or owned:
        return []
    if not is_opposed(token) and place_of_the_sentence(resolver):
        return []
    return [each.at(token, "antecedent", 0.6) for each in pair]
