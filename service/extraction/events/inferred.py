"""Events that no frame states outright: loose matches, obligations, participles with an actor before them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from service.extraction.events.assembling import Event, assembled, event_of
from service.extraction.events.domestic import is_inner
from service.extraction.events.lexicon import event_index, frames_of
from service.extraction.events.loose import loose_match
from service.extraction.events.modality import Scope
from service.extraction.events.other_side import guessed, only_other
from service.extraction.events.patterns import Frame, Noun
from service.extraction.events.scope import scope_of
from service.extraction.events.slots import Match
from service.extraction.grammar.arguments import Arguments
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.subjects import deep_subjects, surface_subjects
from service.extraction.grammar.verbs import OBLIGING
from service.extraction.names.memory import Reference, codes
from service.extraction.names.mentions import Mention
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

# Acts of which half and more were right in news where only the initiator was named, of the others few.
_ALSO_TOWARD_SOMEBODY = frozenset(("ASSAULT", "REQUEST", "AID", "SANCTION"))
_STRUGGLING = frozenset(("REB", "OPP", "PRM", "PTY"))
_WORKING = frozenset(("LAB", "CVL", "EDU", "MED", "AGR", "BUS"))
_OPPOSITES = word_lists("names", "reference_words.toml")["opposites"]
_STRIKE = Frame("PROTEST", "strike", "striking A", "", "noun", frozenset(("striking",)), None, Noun("A"), ())
_MUST = Frame("REQUEST", "change", "R must X", "", "verb", OBLIGING, None, Noun("R"), ())


def loose_events(at: Mapping[int, Match], found: list[Match], resolver: Resolver) -> list[Event]:
    """Verbs of the lexicon in company that it does not know, between two actors that are named."""
    used = {word for match in found for word in match.words}
    made = []
    frames = event_index()
    for token, lemma in zip(resolver.tokens, resolver.lemmas, strict=True):
        known = token.i not in used and lemma in frames
        match = loose_match(token, resolver.words) if known else None
        event = assembled(match, at, {}, resolver) if match is not None else None
        if event is not None and event.recipients and _is_certain(event):
            made.append(event)
    return made


def _is_certain(event: Event) -> bool:
    """Whether both sides are named; of some types it is enough that who acts is."""
    recipients = () if event.type in _ALSO_TOWARD_SOMEBODY else event.recipients
    return all(each.how != "context" for each in (*event.initiators, *recipients))


def obligations(at: Mapping[int, Match], resolver: Resolver) -> list[Event]:
    """ "Peru must stop this", said by another: a demand of whoever says it."""
    if resolver.words.isdisjoint(OBLIGING):
        return []
    modals = (token for token in resolver.tokens if _is_obliging(token))
    return [event for token in modals if (event := _obligation(token, at, resolver)) is not None]


def insisted(at: Mapping[int, Match], resolver: Resolver) -> list[Event]:
    """ "Kenya insisted that Peru pull back": a demand, by the verb's bare form."""
    if "insist" not in resolver.words:
        return []
    verbs = (token for token in resolver.tokens if token.lemma_.lower() == "insist")
    clauses = (child for verb in verbs for child in verb.children if child.dep_ == "ccomp")
    return [event for each in clauses if (event := _insistence(each, at, resolver)) is not None]


def _insistence(clause: Token, at: Mapping[int, Match], resolver: Resolver) -> Event | None:
    verb = clause.head
    if not _is_subjunctive(clause) or any(child.dep_ == "neg" for child in verb.children):
        return None
    demanding = resolver.all(deep_subjects(verb))
    obliged = resolver.all(surface_subjects(clause), context=False)
    if all(each.how == "context" for each in demanding):
        # "Chinese ships rammed two Peruvian boats, and the ministry insisted that Beijing pay": Peru's.
        others = only_other(codes(obliged), Scope(), resolver)
        demanding = [guessed(each) for each in others] or demanding
    if not demanding or not obliged or codes(demanding) & codes(obliged):
        return None
    scope = scope_of(Match(_MUST, verb, Arguments(), words={verb.i}), at, resolver)
    return event_of(_MUST, verb, demanding, obliged, (verb.i,), 2.0, scope.modality, scope.speakers)


def _is_subjunctive(clause: Token) -> bool:
    """ "Peru pull back", not "Peru pulls back": a bare form with one subject."""
    bare = clause.tag_ in ("VB", "VBP") and not any(child.dep_ == "aux" for child in clause.children)
    subjects = [child for child in clause.children if child.dep_ == "nsubj"]
    several = any(child.dep_ == "conj" for each in subjects for child in each.children)
    return bare and bool(subjects) and not several and all(each.tag_ in ("NN", "NNP") for each in subjects)


def _is_obliging(token: Token) -> bool:
    return token.dep_ == "aux" and token.lower_ in OBLIGING and token.head.pos_ in ("VERB", "AUX")


def _obligation(modal: Token, at: Mapping[int, Match], resolver: Resolver) -> Event | None:
    verb = modal.head
    scope = scope_of(Match(_MUST, verb, Arguments(), words={modal.i}), at, resolver)
    resolver.hear(scope.speakers)
    obliged = resolver.all(surface_subjects(verb), context=False) or _at_home(verb, scope, resolver)
    demanding = tuple(scope.speakers) or tuple(resolver.voice)
    if not demanding or not obliged:
        return None
    if codes(demanding) & codes(obliged) and not all(_is_adversary(each, demanding) for each in obliged):
        return None
    return event_of(_MUST, verb, demanding, obliged, (modal.i,), 2.0, speakers=demanding)


def _is_adversary(obliged: Reference, demanding: Sequence[Reference]) -> bool:
    """ "Peru's president said the rebels must disarm": whether two sides of one country face each other."""
    struggling = any(each.sector in _STRUGGLING for each in (obliged, *demanding))
    return struggling and is_inner(list(demanding), obliged)


def _at_home(verb: Token, scope: Scope, resolver: Resolver) -> list[Reference]:
    """ "Peru's president said the rebels must disarm": those of whoever says so."""
    found = resolver.all(surface_subjects(verb))
    return [each for each in found if each.code in codes(scope.speakers)]


def participles(resolver: Resolver) -> list[Event]:
    """ "NATO-supplied forces", "US-backed rebels": an act of whoever stands before the hyphen."""
    made = []
    for token in resolver.tokens[2:]:
        mention = resolver.covering[token.i - 2]
        if token.tag_ != "VBN" or mention is None or mention.end != token.i - 1:
            continue
        if resolver.doc[token.i - 1].text == "-":
            made += _participle(token, mention, resolver)
    return made


def strikers(resolver: Resolver) -> list[Event]:
    """ "Gave in to striking nurses": they are on strike, against those who govern them."""
    if "striking" not in resolver.words:
        return []
    nouns = (token.head for token in resolver.tokens if token.lower_ == "striking" and token.dep_ == "amod")
    people = [noun for noun in nouns if noun.tag_ == "NNS" and resolver.sector_of(noun) in _WORKING]
    made = []
    for noun in people:
        if striking := resolver.all([noun]):
            made.append(event_of(_STRIKE, noun, striking, striking, (noun.i,), _STRIKE.weight))
    return made


def _participle(token: Token, mention: Mention, resolver: Resolver) -> list[Event]:
    frame = _frame_of_participle(token)
    giver = resolver.named(mention, False)
    noun = _described_noun(token)
    # "Chile's Peruvian-backed enemies" are not Chile.
    takers = [] if lemma_of(noun) in _OPPOSITES else resolver.all([noun], places=True, context=False)
    if frame is None or giver is None or not takers:
        return []
    return [event_of(frame, token, [giver], takers, (mention.start, token.i), frame.weight)]


def _frame_of_participle(token: Token) -> Frame | None:
    """The first frame of a verb that needs nothing but an object."""
    known = frames_of(event_index(), token.lemma_.lower(), "verb")
    return next((frame for frame in known if _needs_only_an_object(frame)), None)


def _needs_only_an_object(frame: Frame) -> bool:
    return all(part.optional or (part.role == "object" and part.noun.lemmas is None) for part in frame.parts)


def _described_noun(token: Token) -> Token:
    while token.dep_ in ("amod", "compound", "nmod", "acl") and token.head.i > token.i:
        token = token.head
    return token
