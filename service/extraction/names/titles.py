"""Whom a title alone means: "the President" after "President Amos Tarus"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.names.memory import NAMED, Reference
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

# Words of a title before a name: "National Security Advisor".
_LONGEST = 4
_CERTAINTY = 0.85
_LESSER = frozenset(("vice", "deputy", "acting", "former", "assistant", "associate"))
_BODIES = word_lists("names", "reference_words.toml")["bodies"]


def is_somebody(token: Token, reference: Reference) -> bool:
    """Whether a noun means one person, whom "he" or "she" may mean next: "the Kenyan envoy"."""
    acting = reference.sector in ("GOV", "MIL", "SPY", "JUD") or token.lemma_.lower() == "counterpart"
    one = token.tag_ in ("NN", "NNP") and token.lemma_.lower() not in _BODIES
    return acting and one and reference.how in ("modifier", "pronoun")


def note_title(resolver: Resolver, first: Token, person: Reference) -> None:
    """Remember the title before a person's name; the first person with a title keeps it."""
    words: list[str] = []
    before = first.i - 1
    while before >= resolver.sentence.start and len(words) < _LONGEST:
        word = resolver.doc[before]
        if not word.is_title or resolver.covering[before] is not None:
            break
        words.insert(0, word.lower_)
        before -= 1
    if words and words[-1] in resolver.roles:
        resolver.memory.offices.setdefault(person.id, set()).update(words)
        # "Vice President" is no president.
        for start in range(1 if words[0] in _LESSER else len(words)):
            title = " ".join(words[start:])
            if start and start == len(words) - 1:
                # "The minister" is the one who was named last, "the foreign minister" the first.
                resolver.memory.titles[title] = person
            resolver.memory.titles.setdefault(title, person)


def of_office(resolver: Resolver, token: Token) -> list[Reference]:
    """ "The general" after "General Amos Tarus": of whom the text told last, if called so."""
    person = resolver.memory.person
    offices = resolver.memory.offices.get(person.id, ()) if person is not None else ()
    # "The Vice President" is not whoever was called President.
    lesser = {child.lower_ for child in token.children if child.lower_ in _LESSER}
    # Nor is "the President" whoever was called Vice President.
    vice = token.lower_ == "president" and "vice" in offices and "vice" not in lesser
    if person is None or token.lower_ not in offices or not lesser.issubset(offices) or vice:
        return []
    alone = not _is_described(token) and any(child.lower_ == "the" for child in token.children)
    return [person.at(token, "antecedent", _CERTAINTY)] if alone else []


def of_title(resolver: Resolver, token: Token) -> list[Reference]:
    """The person whom "the President" and the like mean; nobody where the text gave no name to the title."""
    # "The President and Prime Minister": one article for both.
    article = (*token.children, *(token.head.children if token.dep_ == "conj" else ()))
    if token.tag_ not in ("NN", "NNP") or not any(child.lower_ == "the" for child in article):
        return []
    words = [child.lower_ for child in token.children if child.dep_ in ("amod", "compound")]
    person = resolver.memory.titles.get(" ".join([*words, token.lower_]))
    last, described = resolver.memory.person, resolver.memory.described.get(token.lower_)
    if bool(words) and words[0] in _LESSER:
        # "The Vice President" is no president, of whomever the text told last.
        described = None
    if person is not None and last is not None and described is not None and described.id == last.id:
        # Of two prime ministers the one of whom the text told last.
        person = last
    return [person.at(token, "antecedent", _CERTAINTY)] if person is not None else []


def note_descriptions(resolver: Resolver) -> None:
    """Remember who was described by a noun with more words, "Kenya's envoy", for when it stands alone."""
    for token in resolver.tokens:
        if not (_is_common(token) and resolver.is_role(token)):
            continue
        person = token.dep_ in ("compound", "appos") and token.head.ent_type_ == "PERSON"
        if person or _is_described(token):
            found = resolver.of(token.head if person else token)
            if len(found) == 1 and (found[0].how in NAMED or found[0].proposed is not None):
                resolver.memory.described[token.lower_] = found[0]
                resolver.memory.offices.setdefault(found[0].id, set()).add(token.lower_)


def of_description_before(
    resolver: Resolver, token: Token, depth: int, *, named: bool = False
) -> list[Reference]:
    """ "The envoy" after "Kenya's envoy", "the rebels" after "Kenyan rebels"; nobody without one."""
    alone = named or not _is_described(token)
    if not _is_common(token) or not alone or not any(c.lower_ == "the" for c in token.children):
        return []
    for earlier in resolver.doc[resolver.sentence.start : token.i]:
        if earlier.lower_ == token.lower_ and _is_described(earlier):
            found = [each for each in resolver.of(earlier, depth=depth + 1) if each.how in NAMED]
            if found:
                return [each.at(token, "antecedent", _CERTAINTY) for each in found]
    known = resolver.memory.described.get(token.lower_)
    return [known.at(token, "antecedent", _CERTAINTY)] if known is not None else []


def _is_common(token: Token) -> bool:
    # The tagger takes "the minister" for a name now and then.
    return token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.is_lower)


def _is_described(token: Token) -> bool:
    return _is_common(token) and any(
        child.dep_ in ("amod", "compound", "poss", "nmod", "appos") or _is_of_somebody(child)
        for child in token.children
    )


def _is_of_somebody(child: Token) -> bool:
    """Whether a phrase tells whose somebody is; "accused the colonel of lying" does not."""
    return child.lower_ in ("of", "for", "from") and not any(each.dep_ == "pcomp" for each in child.children)
