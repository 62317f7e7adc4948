"""Acts that others answer or meet: "shut its border after a Peruvian raid", "as Peru had demanded"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from service.extraction.events.assembling import Event, assembled
from service.extraction.events.culprits import victims_of
from service.extraction.events.lexicon import event_index, frames_of, types_of
from service.extraction.events.patterns import Frame
from service.extraction.events.slots import Match, modifiers_of
from service.extraction.grammar.arguments import noun_arguments, verb_arguments
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.subjects import deep_objects, deep_subjects
from service.extraction.grammar.verbs import has_auxiliary, verb_above
from service.extraction.names.memory import Reference, codes
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

# Acts that are done to whoever answers them, and those that "as Peru had demanded" tells of.
_ANSWERED = frozenset(("ASSAULT", "SANCTION", "COERCE", "THREATEN", "ACCUSE", "REQUEST"))
_HOSTILE = frozenset(("ASSAULT", "SANCTION", "COERCE", "THREATEN", "ACCUSE", "MOBILIZE", "REJECT"))
_SAID = frozenset(("REQUEST", "ACCUSE", "AGREE"))
# A word tells of acts of a type that has this share of its frames.
_MOSTLY = 0.55
# How sure it is that an act was done to whoever answers it.
_BESIDE = 0.7
_WORDS = word_lists("events", "event_words.toml")


def answered_acts(made: Sequence[Event], at: Mapping[int, Match], resolver: Resolver) -> list[Event]:
    """The acts that are answered or met and of which no frame tells, toward whoever does so."""
    told = {word for event in made for word in (event.trigger.i, *event.words)}
    found = []
    for token, lemma in zip(resolver.tokens, resolver.lemmas, strict=True):
        answering = _answering(token) if token.i not in told else None
        match = _match(token, lemma, answering) if answering is not None else None
        event = assembled(match, at, {}, resolver) if match is not None else None
        if event is None or answering is None or not _is_certain(event):
            continue
        if token.pos_ == "VERB":
            # "denied a raid, as Peru had alleged": the outlet tells who alleged it.
            found.append(replace(event, speakers=(), modality="asserted"))
        elif token.head.lower_ not in _WORDS["causes"] or _is_answer(event, answering, made):
            found.append(replace(event, recipients=tuple(map(_beside, event.recipients))))
    return found


def _beside(reference: Reference) -> Reference:
    """Whoever answers, as the one to whom it was done: the act's own words do not name them."""
    return replace(reference, how="beside", score=round(reference.score * _BESIDE, 3))


def _is_certain(event: Event) -> bool:
    """Whether both sides are named, and are two."""
    named = all(each.how != "context" for each in (*event.initiators, *event.recipients))
    apart = codes(event.initiators).isdisjoint(codes(event.recipients))
    return named and apart and (bool(event.recipients) or event.type == "AGREE")


def _is_answer(event: Event, answering: Token, made: Sequence[Event]) -> bool:
    """Whether a raid "after" which something is done was on who does it: a hostile answer tells so."""
    doers = codes(event.initiators)
    hostile = (each for each in made if each.type in _HOSTILE and answering in (each.trigger, each.verb))
    return any(not doers.isdisjoint(codes(each.recipients)) for each in hostile)


def _answering(act: Token) -> Token | None:
    """The verb of those who answer an act or do "as" was said."""
    if act.pos_ == "NOUN" and act.dep_ == "dobj":
        return act.head if act.head.lemma_.lower() in _WORDS["facing"] else None
    if act.pos_ == "NOUN" and act.dep_ == "pobj":
        return _answering_behind(act.head) or _blaming(act)
    if act.pos_ == "VERB" and act.dep_ == "advcl":
        deps = {child.dep_ if child.dep_ != "mark" else child.lower_ for child in act.children}
        before = "as" in deps and has_auxiliary(act, ("had",))
        return act.head if before and deps.isdisjoint(("dobj", "ccomp", "xcomp")) else None
    return None


def _answering_behind(preposition: Token) -> Token | None:
    """The verb before "after", "over" and the like, or before "in response to"."""
    above = preposition.head
    if above.dep_ == "pobj" and above.lemma_.lower() in _WORDS["answers"]:
        return verb_above(above)
    if preposition.lower_ in _WORDS["causes"] and above.pos_ in ("VERB", "NOUN"):
        # "summoned the envoy over a raid"
        return verb_above(above)
    return above if above.pos_ == "VERB" and above.lemma_.lower() in _WORDS["answering"] else None


def _blaming(act: Token) -> Token | None:
    """ "blamed Peru for an attack": the verb; "the attack" is one that was told of before."""
    told = any(child.lower_ in ("a", "an") or child.dep_ == "relcl" for child in act.children)
    blaming = act.head.lower_ == "for" and act.head.head.lemma_.lower() == "blame"
    return act.head.head if told and blaming else None


def _match(act: Token, lemma: str, answering: Token) -> Match | None:
    said = act.pos_ == "VERB"
    frame = _frame_of(act, lemma, "verb" if said else "noun")
    if frame is None:
        return None
    arguments = verb_arguments(act) if said else noun_arguments(act)
    match = Match(frame, act, arguments, words={act.i})
    if said:
        match.assign("A", arguments.subjects)
    if answering.lemma_.lower() == "blame":
        match.assign("A", deep_objects(answering))
        match.assign("R", victims_of(act, frame.type) or deep_subjects(answering))
    elif frame.type != "AGREE":
        match.assign("R", deep_subjects(answering))
    return match


def _type_of(lemma: str, form: str) -> str | None:
    """The type of acts that a word mostly tells of."""
    types = types_of(lemma, form)
    type_, number = types.most_common(1)[0] if types else ("", 0)
    wanted = _SAID if form == "verb" else _ANSWERED
    return type_ if type_ in wanted and number >= _MOSTLY * types.total() else None


def _frame_of(act: Token, lemma: str, form: str) -> Frame | None:
    """The frame that a noun's own modifiers ask for, "mortar attack", else one that asks for none."""
    type_ = _type_of(lemma, form)
    if type_ is None:
        return None
    known = [frame for frame in frames_of(event_index(), lemma, form) if frame.type == type_]
    before = {lemma_of(each) for each in modifiers_of(act)}
    closer = [frame for frame in known if frame.modifiers is not None and frame.modifiers & before]
    plain = [frame for frame in known if frame.modifiers is None]
    return min(closer or plain, key=lambda frame: frame.weight, default=None)
