"""Whom a noun names and whose it is, and actors and places as the ends of a relation."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from service.extraction.figures.parties import behind, owners
from service.extraction.figures.standing import modality
from service.extraction.grammar.nouns import first_conjunct, prepositional_objects, with_conjuncts
from service.extraction.grammar.subjects import deep_objects, surface_subjects
from service.extraction.names.bundled_records import bundled_records
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import Reference
from service.extraction.names.mentions import Mention
from service.extraction.names.references import Resolver
from service.extraction.names.slugs import slug_of
from service.extraction.relations.relation_words import words

_COPULAS = frozenset(("be", "become", "remain", "stay"))


def direct(token: Token, resolver: Resolver) -> list[Reference]:
    """The actor that a token itself names, as a name or pronoun; not one that only modifies it."""
    mention = resolver.covering[token.i]
    if mention is not None:
        named = resolver.named(mention, False) if mention.how != "demonym" else None
        return [named] if named is not None and mention.start <= token.i < mention.end else []
    if token.lower_ in ("who", "which", "that") and token.pos_ == "PRON":
        return [each for each in resolver.of(token) if each.how != "context"]
    if token.pos_ == "PRON":
        return resolver.pronoun(token)
    if token.lemma_.lower() in words()["of_the_state"]:
        # "The Iranian government": whose it is stands with it.
        return list({each.id: each for each in holders(token, ("of",), resolver)}.values())
    return stranger(token, resolver)


def stranger(token: Token, resolver: Resolver) -> list[Reference]:
    """The person whom a name names that only the text introduces: "Rosa Quispe, Peru's trade minister"."""
    if token.pos_ != "PROPN" or token.ent_type_ != "PERSON":
        return []
    noun = token.head if token.dep_ == "appos" else token
    return [each for each in resolver.of(noun) if each.proposed is not None]


def all_direct(tokens: Iterable[Token], resolver: Resolver) -> list[Reference]:
    """As `direct`, for several tokens and what is joined to them, each actor once."""
    found = [
        each
        for token in tokens for part in with_conjuncts(token) if part == token or not _is_described(part)
        for each in direct(part, resolver)
    ]  # fmt: skip
    return list({each.id: each for each in found}.values())


def _is_described(part: Token) -> bool:
    """ "Hungary, an EU and NATO member": what stands behind an article is not joined to the name."""
    return part.dep_ == "appos" and any(child.dep_ == "det" for child in part.children)


def identified(noun: Token) -> tuple[list[Token], Token | None]:
    """The tokens of which a noun says what they are, and the verb between, where there is one."""
    if noun.dep_ in ("attr", "oprd", "dobj") and noun.head.lemma_.lower() in _COPULAS:
        return surface_subjects(noun.head), noun.head
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        # "Hungary's biggest gas supplier is Russia"
        return [child for child in noun.head.children if child.dep_ == "attr"], noun.head
    if noun.dep_ == "oprd" and noun.head.lemma_.lower() in words()["acting"]["made"]:
        return deep_objects(noun.head), noun.head
    if noun.dep_ == "pobj" and (named := _named_with(noun)) is not None:
        return named
    head = first_conjunct(noun)
    if head.dep_ == "conj" and head.head.lemma_.lower() in _COPULAS:
        return surface_subjects(head.head), head.head
    return identified(head) if head != noun else (_named_beside(noun), None)


def _named_beside(noun: Token) -> list[Token]:
    """What stands beside a noun in apposition: "Syria, its ally", "its ally Syria"."""
    beside = [child for child in noun.children if child.dep_ == "appos"]
    if beside:
        return beside
    if noun.dep_ == "appos" or (noun.dep_ in ("compound", "nmod", "amod") and noun.head.i > noun.i):
        return [noun.head]
    # The parser makes some names of their own of "its ally Syria".
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return [_last(after)] if after is not None and after.pos_ == "PROPN" else []


def _named_with(noun: Token) -> tuple[list[Token], Token | None] | None:
    """ "One of its allies", "is among its allies", "overtook Kenya as its supplier"."""
    preposition, verb = noun.head, noun.head.head
    if preposition.lower_ == "of" and verb.pos_ == "NUM":
        return identified(verb)
    if preposition.lower_ == "among" and verb.lemma_.lower() in _COPULAS:
        return surface_subjects(verb), verb
    lemma = verb.lemma_.lower()
    if preposition.lower_ == "as" and lemma in words()["acting"]["verbs"]:
        return surface_subjects(verb), verb
    if preposition.lower_ == "as" and lemma in words()["acting"]["made"]:
        return deep_objects(verb), verb
    return None


def _last(token: Token) -> Token:
    while token.dep_ == "compound" and token.head.i > token.i and token.head.pos_ == "PROPN":
        token = token.head
    return token


def holders(noun: Token, prepositions: Iterable[str], resolver: Resolver) -> list[Reference]:
    """Whose a noun is: named before it, or behind one of the prepositions."""
    found = owners(noun, resolver)
    if noun.dep_ in ("amod", "compound", "nmod") and noun.head.i > noun.i:
        # "Saudi Arabia's rival Iran": the owner hangs on the name.
        found += [each for each in owners(noun.head, resolver) if each.end <= noun.i]
    chain, head = [], noun
    while head.dep_ == "conj" and head.head.pos_ == "PROPN" and noun.i - head.head.i < 5:
        head = head.head
        chain.append(head)
    # "The largest supplier of arms to Peru": the parser hangs Peru on the arms.
    goods = [each for each in prepositional_objects(noun, ("of",)) if each.pos_ == "NOUN"]
    others = [each for each in prepositions if each != "of"]
    return (
        found
        + behind(noun, prepositions, resolver)
        + [each for inner in goods for each in behind(inner, others, resolver)]
        + [each for token in chain for each in direct(token, resolver)]
    )


def phrase_fits(noun: Token, phrases: Iterable[str]) -> bool:
    """Whether a noun is one of these lemmas; "diplomatic+tie" wants the first word before it."""
    lemma = noun.lemma_.lower()
    for phrase in phrases:
        *modifiers, head = phrase.split("+")
        if head == lemma and all(before(noun) & frozenset(each.split("|")) for each in modifiers):
            return True
    return False


def standing(noun: Token, verb: Token | None) -> str:
    """As what a tie stands that a noun states, with the verb that carries it: "has no ties" denies them."""
    if any(child.lower_ == "no" for child in noun.lefts):
        return "denied"
    return modality(verb) if verb is not None else "asserted"


def before(noun: Token) -> frozenset[str]:
    """The lemmas of the words that stand before a noun and belong to it."""
    return frozenset(token.lemma_.lower() for child in noun.lefts for token in child.subtree)


def place_at(token: Token, resolver: Resolver) -> Reference | None:
    """The town or region that a token names: of the gazetteer, or one that the model takes for a place."""
    mention = resolver.covering[token.i]
    if mention is not None:
        return place_named(mention, resolver)
    if token.pos_ != "PROPN" or token.ent_type_ not in ("GPE", "LOC"):
        return None
    entity = next((each for each in resolver.sentence.ents if each.start <= token.i < each.end), None)
    if entity is None or any(resolver.covering[entity.start : entity.end]):
        return None
    start = entity.start + (resolver.doc[entity.start].lower_ == "the")
    id_ = slug_of(resolver.doc[start : entity.end].text)
    return Reference(id_, "", None, start, entity.end, "place", 0.6) if id_ else None


def place_named(mention: Mention, resolver: Resolver) -> Reference | None:
    """The town or region that a mention names, as a place; None where it names a country or body itself."""
    if mention.how not in ("place", "metonym"):
        return None
    if mention.entry.kind != "country" and mention.how == "place":
        return None
    name = resolver.doc[mention.start : mention.end].text
    if mention.how == "metonym" and name not in places():
        return None
    id_ = places().get(name) or slug_of(name)
    return Reference(id_, mention.entry.code or "", None, mention.start, mention.end, "place", 0.9)


@cache
def places() -> dict[str, str]:
    """The ids of the bundled places by name: capitals, that is."""
    return {each["name"]: each["id"] for each in bundled_records("countries") if each["record"] == "place"}


def kind_of(reference: Reference) -> str:
    """Country, person, organization, group or place."""
    if reference.proposed is not None:
        return "person"
    if reference.how == "place":
        return "place"
    entry = gazetteer().entries.get(reference.id)
    return entry.kind if entry is not None else "unknown"
