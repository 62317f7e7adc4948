"""Whom a pronoun refers to: the speaker, a subject before it, or what the text named last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.grammar.nouns import carrier
from service.extraction.grammar.quoted import is_quoted
from service.extraction.grammar.subjects import surface_subjects
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.judged import judged_or_told
from service.extraction.names.memory import NAMED, Reference, country_at
from service.extraction.names.owners import PERSONS, is_person, owner_of
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_WORDS = word_lists("names", "reference_words.toml")
_SPEAKERS = frozenset(("i", "we", "our", "my", "us", "me", "ours", "ourselves"))
_PLURALS = frozenset(("they", "their", "them", "both"))
_OTHERS = _PLURALS | {"it", "its", "itself", "themselves"}
_CERTAINTY = 0.8


def of_pronoun(resolver: Resolver, token: Token) -> list[Reference]:
    """The antecedent of a personal or possessive pronoun."""
    word = token.lower_
    if word in _SPEAKERS:
        return list(resolver.speakers)
    if token.i in resolver.resolving:
        return []
    resolver.resolving.add(token.i)
    try:
        found = owner_of(resolver, token) or _antecedents(resolver, token)
    finally:
        resolver.resolving.discard(token.i)
    return [each.at(token, "pronoun", _CERTAINTY) for each in found]


def _antecedents(resolver: Resolver, token: Token) -> list[Reference]:
    person, plural = token.lower_ in PERSONS, token.lower_ in _PLURALS
    if token.lower_ not in PERSONS | _OTHERS:
        return []
    return (
        judged_or_told(resolver, token)
        or _subjects(resolver, token, person, plural)
        or _others(resolver, token, person, plural)
    )


def _subjects(resolver: Resolver, token: Token, person: bool, plural: bool) -> list[Reference]:
    """The first subject before a pronoun that it can stand for."""
    doing = _doing(token)
    for subject in _subjects_before(resolver, token):
        # Nobody accuses "him" and means himself.
        inside = subject.is_ancestor(token) and not _is_told_by(subject, token)
        if inside or subject in doing or not _agrees(token, subject):
            continue
        if plural and _is_alone(resolver, subject):
            several = _joined_before(resolver, token) or _people_before(resolver, token)
            if several:
                return several
        # "The commander's apology for what his men did", "Tarus's war is a sham, he helps them": he is that.
        whose = next((child for child in subject.children if child.dep_ == "poss"), subject)
        found = resolver.all([subject]) or (resolver.all([whose]) if person else [])
        fits = [
            each
            for each in found
            if not person or is_person(resolver, each, subject) or is_person(resolver, each, whose)
        ]
        if token.head.lemma_.lower() in _WORDS["of_countries"]:
            fits = [each for each in fits if gazetteer().is_country(each.code)]
        if fits and (plural or len(fits) == 1):
            return fits
    return []


def _is_told_by(subject: Token, pronoun: Token) -> bool:
    """ "Tarus, who said that he": a clause in which the subject itself says or does something."""
    clauses = (child for child in subject.children if child.dep_ == "relcl" and child.is_ancestor(pronoun))
    clause = next(clauses, None)
    doing = clause is not None and any(
        child.dep_ == "nsubj" and child.lower_ == "who" for child in clause.children
    )
    return doing and pronoun.head != clause


def _agrees(pronoun: Token, subject: Token) -> bool:
    """Whether a pronoun can stand for a subject: "its" is never the police's, "they" seldom a ministry."""
    several = subject.tag_ in ("NNS", "NNPS") and subject.ent_type_ != "GPE"
    if pronoun.lower_ in ("they", "them") and not several and subject.ent_type_ != "GPE":
        return any(child.dep_ == "conj" for child in subject.children) or not _stands_between(
            subject, pronoun
        )
    return pronoun.lower_ not in ("it", "its", "itself") or not (several or subject.lower_ == "police")


def _stands_between(subject: Token, pronoun: Token) -> bool:
    """ "A ministry called on the rebels to free those whom they hold": whether a plural stands between."""
    between = subject.doc[subject.i + 1 : pronoun.i]
    return any(each.tag_ in ("NNS", "NNPS") and each.dep_ in ("dobj", "pobj", "nsubj") for each in between)


def _doing(token: Token) -> list[Token]:
    """Who does what is done to a pronoun: never the one it stands for."""
    verb = carrier(token)
    done_to = token.dep_ in ("dobj", "dative", "pobj") and not token.lower_.endswith(("self", "selves"))
    return surface_subjects(verb) if done_to and verb.pos_ == "VERB" else []


def _others(resolver: Resolver, token: Token, person: bool, plural: bool) -> list[Reference]:
    """What a pronoun stands for where no subject fits: what was named last in the sentence or text."""
    memory = resolver.memory
    if person:
        told = [memory.person] if memory.person is not None else []
        # "After talks with Tarus, he flew home": whoever the text told of before, not Tarus.
        return (token.dep_ == "nsubj" and told) or _person_before(resolver, token) or told
    if plural and _means_things(resolver, token):
        return []
    agreeing = token.lower_ == "they" and token.head.lemma_.lower() in _WORDS["agreeing"]
    if agreeing and len(memory.talking) == 2 and not memory.circle:
        # Whoever else the last sentence named: those who talk agree.
        return list(memory.talking)
    if plural:
        people = _people_before(resolver, token) if token.lower_ in ("they", "them") else []
        return people or [*(memory.plural or memory.pair or memory.thing)]
    near = _thing_before(resolver, token)
    if near is not None or memory.thing or memory.subject is None:
        return [near] if near is not None else list(memory.thing)
    # "Its envoy" behind "China's spokesman criticised Peru": whose spokesman spoke.
    return [country_at(memory.subject, token.i, "pronoun", 0.5)]


def _means_things(resolver: Resolver, token: Token) -> bool:
    """ "Put duties on copper and never lifted them": what the verb before did it to is no actor."""
    verb = token.head
    if token.lower_ != "them" or token.dep_ != "dobj" or verb.dep_ != "conj":
        return False
    objects = [child for child in verb.head.children if child.dep_ == "dobj" and child.tag_ == "NNS"]
    return bool(objects) and not any(resolver.is_role(each) or each.ent_type_ for each in objects)


def _person_before(resolver: Resolver, token: Token) -> list[Reference]:
    """The person who was named last before a pronoun and does not do what is done to it."""
    quoting = any(each.is_quote for each in resolver.tokens)
    doing = {each.i for each in _doing(token)}
    for before in reversed(resolver.doc[resolver.sentence.start : token.i]):
        person = _names_person(resolver, before) or (
            before.tag_ == "NN" and resolver.is_role(before) and not quoting
        )
        if person and before.dep_ != "compound" and before.i not in doing:
            # "A judge" is nobody of whom the text told.
            found = [each for each in resolver.of(before) if each.how in NAMED]
            if len(found) == 1:
                return found
    return []


def _joined_before(resolver: Resolver, token: Token) -> list[Reference]:
    """ "Met Tarus and Rojas and welcomed their pledge": the persons who were named together last."""
    for before in reversed(resolver.doc[resolver.sentence.start : token.i]):
        joined = any(each.dep_ == "conj" and _names_person(resolver, each) for each in before.children)
        if joined and _names_person(resolver, before) and not before.is_ancestor(token):
            return resolver.all([before], context=False)
    return []


def _is_alone(resolver: Resolver, subject: Token) -> bool:
    joined = any(child.dep_ == "conj" for child in subject.children)
    return _names_person(resolver, subject) and not joined


def _names_person(resolver: Resolver, token: Token) -> bool:
    mention = resolver.covering[token.i]
    return token.ent_type_ == "PERSON" or (mention is not None and mention.entry.kind == "person")


def _people_before(resolver: Resolver, token: Token) -> list[Reference]:
    """The people who were named last before "they" and do not do what is done to them."""
    doing = {each.i for each in _doing(token)}
    for before in reversed(resolver.doc[resolver.sentence.start : token.i]):
        other = before.i not in doing and not before.is_ancestor(token)
        many = before.tag_ in ("NNS", "NNPS") or before.lower_ in _WORDS["bodies"]
        if many and resolver.is_role(before) and other:
            return resolver.all([before], context=False)
    return []


def _thing_before(resolver: Resolver, token: Token) -> Reference | None:
    """The country or organization that was named last before a pronoun."""
    passing: Reference | None = None
    for at in range(token.i - 1, resolver.sentence.start - 1, -1):
        mention = resolver.covering[at]
        told = mention is not None and (is_quoted(token) or not is_quoted(resolver.doc[at]))
        if mention and told and mention.entry.kind != "person" and mention.how in ("name", "metonym"):
            named = resolver.doc[mention.end - 1]
            if passing is None and not _is_in_passing(named):
                return resolver.named(mention, False)
            # "Peru's efforts, including through the Council, and its help": Peru's.
            passing = passing or resolver.named(mention, False)
            if named.dep_ == "poss":
                return resolver.named(mention, False)
    return passing


def _is_in_passing(name: Token) -> bool:
    if name.dep_ != "pobj":
        return False
    # "Its leadership of the Council, as well as its support": not the Council's.
    owned = name.head.lower_ == "of" and any(
        child.dep_ == "poss" and child.pos_ == "PRON" for child in name.head.head.children
    )
    return owned or name.head.lower_ in ("through", "via")


def _subjects_before(resolver: Resolver, token: Token) -> list[Token]:
    """Subjects of the clauses above a pronoun, then those that stand before it, the first of them first."""
    above = [
        child
        for ancestor in token.ancestors
        for child in ancestor.children
        if _is_subject(child) and child.i < token.i and child.pos_ != "PRON"
    ]
    nouns = (each for each in resolver.doc[resolver.sentence.start : token.i] if _is_subject(each))
    before = above + [each for each in nouns if each.pos_ in ("NOUN", "PROPN") and each not in above]
    if not is_quoted(token):
        # "“A government that hides has lost,” its spokesman said": not that of whom the words tell.
        before = [each for each in before if not (is_quoted(each) and is_quoted(each.head))]
    return before or _subjects_behind(resolver, token)


def _subjects_behind(resolver: Resolver, token: Token) -> list[Token]:
    """ "In their answer to Peru, the rebels said": the subject of the clause that the phrase opens."""
    root = resolver.sentence.root
    opens = any(each.head == root and each.dep_ in ("prep", "advcl") for each in (token, *token.ancestors))
    return [child for child in root.children if _is_subject(child) and child.i > token.i] if opens else []


def _is_subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass")
