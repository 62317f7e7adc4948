"""Attitudes of one sentence: who takes which position toward which actor, in whose words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from service.extraction.attitudes.naming import apposed, named, word_class
from service.extraction.events.initiators import SUPPORT_VERBS
from service.extraction.events.lexicon import attitude_index, event_index, frames_of
from service.extraction.events.matching import matches
from service.extraction.events.modality import Scope
from service.extraction.events.scope import scope_of
from service.extraction.events.slots import Match
from service.extraction.figures.parties import behind, owners
from service.extraction.grammar.arguments import noun_arguments
from service.extraction.grammar.nouns import carrier, first_conjunct, with_conjuncts
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.grammar.verbs import has_subject
from service.extraction.names.memory import Reference, codes
from service.extraction.names.references import Resolver
from service.vocabulary import terms

# Who does these is judged, not the one to whom they are done.
_DONE_TO = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "ACCUSE", "PROTEST", "THREATEN", "REJECT"))
# Positions in which a word takes two sides: "a partner of Peru".
_TWO_SIDED = frozenset(
    ("sees_as_enemy", "sees_as_rival", "sees_as_competitor", "sees_as_partner", "sees_as_ally")
)
# Positions whose clause is about its subject: "fears that Peru will attack".
_OF_CLAUSES = frozenset(("fears", "concerned", "doubts", "trusts", "accuses"))
# Below these the words lead to somebody whose own country was guessed.
_SURE_HOLDER = 0.35
_SURE_TARGET = 0.48
_SELVES = frozenset(("it", "them", "him", "her"))
_REFLEXIVES = frozenset(("itself", "himself", "herself", "themselves", "ourselves", "myself"))
_BEARING = ("of", "to", "with", "for")


@dataclass(frozen=True, slots=True)
class Attitude:
    """One position as a sentence states it; `words` are the indexes of the tokens that say it."""

    position: str
    holders: tuple[Reference, ...]
    targets: tuple[Reference, ...]
    modality: str
    speakers: tuple[Reference, ...]
    trigger: Token
    words: tuple[int, ...]
    rule: str
    confidence: float

    @property
    def topical(self) -> bool:
        """Whether the vocabulary knows this position only toward topics and facts, here the target's."""
        return "actor" not in terms.position(self.position).extra["targets"]


def stances(resolver: Resolver) -> list[Attitude]:
    """Every attitude between actors that a sentence states, each once, in the order of the text."""
    found, _ = matches(resolver, attitude_index())
    used = {word for match in found for word in match.words}
    found += [*named(resolver.tokens, used), *apposed(resolver.tokens, used)]
    made = [attitude for match in found if (attitude := _attitude(match, resolver)) is not None]
    unique: dict[object, Attitude] = {}
    for each in sorted(made, key=lambda attitude: -attitude.confidence):
        unique.setdefault((each.position, codes(each.holders), codes(each.targets)), each)
    return sorted(unique.values(), key=lambda attitude: attitude.trigger.i)


def _attitude(match: Match, resolver: Resolver) -> Attitude | None:
    # What governs an attitude is judged by the governors alone: event types have no say here.
    scope = scope_of(match, {}, resolver)
    # "have corrected" is no "be correct".
    misread = match.frame.form == "predicate" and match.trigger.pos_ == "VERB"
    if scope.dropped is not None or (misread and match.trigger.lower_ not in match.frame.triggers):
        return None
    resolver.hear(scope.speakers)
    held, own = _holders(match, scope, resolver)
    if not held:
        return None
    holding = codes(held)
    if own:
        targets = [each for each in _targets(match, resolver) if each.code not in holding]
        targets = targets or _other(match, holding, resolver)
    else:
        targets = _judged(match, holding, resolver)
    if not targets:
        return None
    modality = "denied" if scope.modality == "asserted" and _without(match) else scope.modality
    return Attitude(
        match.frame.type, tuple(held), tuple(targets), modality,
        tuple(_known(scope.speakers)) if own else tuple(held), match.trigger,
        tuple(sorted(match.words)), match.frame.rule, _confidence(match, [*held, *targets], own),
    )  # fmt: skip


def _without(match: Match) -> bool:
    """Whether a noun of the pattern is negated: "has no trust", "neither a friend nor an enemy"."""
    nouns = [token for word in match.words if (token := match.trigger.doc[word]).pos_ in ("NOUN", "PROPN")]
    chains = [*nouns, *(token.head for token in nouns if token.dep_ == "conj")]
    own = match.frame.form == "noun" and match.arguments.negated
    return not own and any(child.lower_ in ("no", "neither") for token in chains for child in token.children)


def _confidence(match: Match, actors: list[Reference], own: bool) -> float:
    """How sure the actors are, and how specific the frame; less where the holder is whoever speaks."""
    weight = 0.7 + 0.05 * min(match.weight, 5)
    return round(min(0.95, min(each.score for each in actors) * weight * (1.0 if own else 0.9)), 2)


def _holders(match: Match, scope: Scope, resolver: Resolver) -> tuple[list[Reference], bool]:
    """Who holds it, and whether the words themselves name the holder: else it is the speaker."""
    if match.frame.form == "noun":
        return _known(resolver.all(match.initiators) or _of_noun(match, resolver)), True
    if match.named_initiator:
        machines = word_class("machines")
        able = [each for each in match.initiators if each.lemma_.lower() not in machines]
        held = _known(resolver.all(able))
        if held or not _subjectless(match.trigger):
            return held, True
    if scope.spoken:
        return _known(scope.speakers), False
    return _known(resolver.voice if _quoted(match.trigger) else ()), False


def _quoted(trigger: Token) -> bool:
    """Whether it stands in quotation marks, which may have been opened sentences before."""
    marks = [token.i for token in trigger.sent if token.is_quote]
    before = sum(at < trigger.i for at in marks)
    return before % 2 == 1 or (before == 0 and len(marks) % 2 == 1)


def _known(references: Iterable[Reference]) -> list[Reference]:
    """Without those whose country is only that of the text or place: it may be the target's as well."""
    return [each for each in references if each.how != "context" and each.score >= _SURE_HOLDER]


def _subjectless(verb: Token) -> bool:
    """Whether it is a participle beside a clause, of which the speaker may be the subject."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not has_subject(verb)


def _of_noun(match: Match, resolver: Resolver) -> list[Reference]:
    """The holder of a noun: before it, behind "by" or "from", or the subject of the verb that carries it."""
    noun = match.trigger
    found = owners(noun, resolver) or behind(noun, ("by", "from", "among"), resolver)
    if not found and not any(child.dep_ == "poss" for child in noun.children):
        phrases = [p for p in noun_arguments(noun).phrases if p.preposition == "of" and p.host == noun]
        found = resolver.all(p.object for p in phrases if p.object not in match.recipients)
    head = first_conjunct(noun)
    if found or head.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return found
    verb = carrier(head)
    carries = verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() in SUPPORT_VERBS
    return resolver.all(deep_subjects(verb)) if carries else []


def _targets(match: Match, resolver: Resolver) -> list[Reference]:
    """The actors that the slot names or whose act it names."""
    tokens = match.recipients
    if not tokens and match.frame.type in _OF_CLAUSES:
        tokens = _clause_subjects(match)
    found: dict[str, Reference] = {}
    for token in tokens:
        for each in with_conjuncts(token):
            for reference in _target(each, resolver):
                found.setdefault(reference.id, reference)
    return [each for each in found.values() if each.score >= _SURE_TARGET]


def _clause_subjects(match: Match) -> list[Token]:
    clauses = [child for child in match.trigger.children if child.dep_ == "ccomp"]
    if match.frame.form == "predicate":
        clauses += [child for child in match.trigger.head.children if child.dep_ == "ccomp"]
    return [
        child for clause in clauses if clause.i > match.trigger.i
        for child in clause.children if child.dep_ in ("nsubj", "nsubjpass") and child.i > match.trigger.i
    ]  # fmt: skip


def _other(match: Match, holding: frozenset[str], resolver: Resolver) -> list[Reference]:
    """Whom "itself as a friend of" names; whom "it" means that cannot be the subject: who was named last."""
    if match.frame.type in _TWO_SIDED and any(each.lower_ in _REFLEXIVES for each in match.recipients):
        words = [token for at in match.words if (token := match.trigger.doc[at]) != match.trigger]
        named_so = [each for word in words for each in behind(word, _BEARING, resolver)]
        return [each for each in named_so if each.code not in holding]
    if not any(token.lower_ in _SELVES and token.dep_ != "poss" for token in match.recipients):
        return []
    for at in range(match.recipients[0].i - 1, resolver.sentence.start - 1, -1):
        mention = resolver.covering[at]
        named = resolver.named(mention, False) if mention is not None else None
        if named is not None and named.code not in holding:
            return [replace(named, how="pronoun", score=round(named.score * 0.6, 3))]
    return []


def _target(token: Token, resolver: Resolver) -> list[Reference]:
    """As the resolver has it, without those to whom or where something is done: "the attack on Peru"."""
    found = [each for each in resolver.of(token) if each.how != "context"]
    if token.pos_ == "VERB":
        return []
    if token.lemma_.lower() in word_class("private"):
        found = [each for each in found if each.how != "modifier"]
    behind_it = [each for each in found if each.how == "modifier" and each.start == token.i]
    if not behind_it or resolver.is_role(token):
        return found
    doers = behind(token, ("by",), resolver) or behind(token, ("from",), resolver)
    if doers or _is_done_to(token):
        return doers
    bearers = codes(behind(token, ("of", "from"), resolver))
    return [each for each in found if each not in behind_it or each.code in bearers]


def _is_done_to(token: Token) -> bool:
    frames = frames_of(event_index(), token.lemma_.lower(), "noun")
    return any(frame.type in _DONE_TO for frame in frames)


def _judged(match: Match, speaking: frozenset[str], resolver: Resolver) -> list[Reference]:
    """Whom a speaker judges; "we are a partner of Peru" judges Peru, "Peru is an ally of Chile" nobody."""
    found = _targets(match, resolver)
    if match.frame.type not in _TWO_SIDED or match.frame.form != "predicate":
        return [each for each in found if each.code not in speaking]
    word = match.trigger
    other = owners(word, resolver) if any(child.dep_ == "poss" for child in word.children) else []
    other = other or [each for each in behind(word, _BEARING, resolver) if each.how != "context"]
    if codes(found) & speaking:
        return [each for each in other if each.code not in speaking]
    return found if not other or codes(other) & speaking else []
