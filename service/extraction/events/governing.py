"""What a word above an event says of it: a plan, a denial, a demand, another event, or whose words it is."""

from __future__ import annotations

from collections.abc import Container, Mapping

from spacy.tokens import Token

from service.extraction.events.content import HARMFUL, SWALLOWED, demand, hold_content, is_nominal
from service.extraction.events.modality import Scope, qualify_by_auxiliaries
from service.extraction.events.purposes import is_to_join, serve
from service.extraction.events.saying import hear_clause, is_saying
from service.extraction.events.slots import Match
from service.extraction.events.steps import Step, is_never, is_too_early
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import carrier, first_conjunct
from service.extraction.grammar.subjects import is_passive
from service.extraction.grammar.verbs import is_infinitive
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_GOVERNORS = word_lists("events", "governors.toml")
_WORDS = word_lists("events", "event_words.toml")
_COMPLEMENTS = frozenset(
    ("ccomp", "xcomp", "pcomp", "parataxis", "dobj", "pobj", "acl", "nsubjpass", "oprd", "dep", "advcl")
)
# Of the verbs of these kinds only some say so of a noun that is their object.
_DENYING_OBJECTS = frozenset(("deny", "cancel", "postpone", "prevent", "avoid", "abandon"))
_PLANNING_OBJECTS = frozenset(("plan", "prepare", "schedule", "arrange"))
_CONSIDERING_OBJECTS = frozenset(
    ("consider", "mull", "weigh", "propose", "contemplate", "seek", "threaten", "want", "offer")
)
# What somebody may support before it is done: "voiced support for the return of Peru".
_PROPOSED = frozenset(("RETREAT", "CONCEDE", "CONSULT", "AGREE"))
_SPEECHES = frozenset(("remark", "speech", "address", "lecture", "briefing", "presentation"))
_FORCING = frozenset(("force", "compel"))
_OF_NOUNS = {
    "planning_nouns": "planned",
    "considering_nouns": "conditional",
    "alleging_nouns": "alleged",
    "denying_nouns": "denied",
    "demanding_nouns": "demanded",
}


def govern(
    step: Step, match: Match, at: Mapping[int, Match], scope: Scope, resolver: Resolver, presupposed: bool
) -> None:
    """Let the parent of a step say its part; what is `presupposed` is no content of what stands above it."""
    if reason := _reason_to_drop(step, match):
        scope.dropped = reason
    # "Speaking after the fall of Lima, Tarus said": that is not what he said.
    opening = step.link == "advcl" and step.node.tag_ == "VBG" and step.node.i < step.parent.i
    if not opening:
        hear_clause(step.parent, step.link, step.word, scope, resolver)
    governing = at.get(step.parent.i)
    if governing is match:
        return
    if presupposed:
        return
    demanded = governing is not None and governing.frame.type == "REQUEST"
    if step.link == "advcl" and is_infinitive(step.node) and not demanded:
        serve(step, match, governing, scope)
        return
    if step.link in _COMPLEMENTS:
        if governing is not None and step.node.i not in _own_words(governing):
            hold_content(governing, match, step.link, step.node, scope, resolver)
        elif governing is not None and governing.frame.type == "REJECT":
            scope.dropped = "content of a refusal"
        else:
            _qualify(step, match, scope)
    if step.link == "xcomp" and step.parent.pos_ in ("VERB", "AUX") and not is_saying(step.parent):
        qualify_by_auxiliaries(step.parent, governing, scope)


def _reason_to_drop(step: Step, match: Match) -> str | None:
    if step.parent.pos_ in ("NOUN", "ADJ") and (reason := _reason_of_noun(step, match)):
        return reason
    discussed = step.link in ("xcomp", "ccomp") and step.lemma in _WORDS["discussing"]
    discussed = discussed or (step.link == "dobj" and step.lemma in ("require", "need", "necessitate"))
    focused = step.link == "pcomp" and step.lemma in ("focus", "concentrate")
    if (
        _follows_a_topic(step)
        or (focused and match.frame.type in SWALLOWED)
        or (discussed and match.frame.type in SWALLOWED)
        or (step.parent.pos_ == "NOUN" and is_infinitive(step.node) and _is_discussed(step.parent))
    ):
        return "only spoken of"
    if is_to_join(step, match):
        return "purpose of another act"
    if step.link in ("pcomp", "pobj") and step.word == "as" and step.lemma in _WORDS["seeing"]:
        return "how something is described"
    if is_too_early(step) or is_never(step):
        return "what shall not be done"
    return "open question" if _is_in_question(step) else None


def _follows_a_topic(step: Step) -> bool:
    """ "Discussed the imperative to restore access": the infinitive belongs to what stands before it."""
    first = step.node.left_edge
    purpose = step.link == "advcl" and is_infinitive(step.node) and first.i > first.sent.start
    return purpose and first.nbor(-1).lemma_.lower() in _GOVERNORS["topic_nouns"]


def _is_in_question(step: Step) -> bool:
    """ "Whether they will talk is unclear", "silent on whether they talk", "wondered if they talk"."""
    if step.link in ("csubj", "csubjpass", "pcomp") and _has_mark(step.node, ("whether",)):
        return True
    condition = step.link == "advcl" and any(child.dep_ == "dobj" for child in step.parent.children)
    asked = step.link in ("ccomp", "advcl", "pcomp") and _is_open(step.parent) and not condition
    return asked and _has_mark(step.node, ("if", "whether"))


def _has_mark(clause: Token, words: Container[str]) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in words for child in clause.children)


def _reason_of_noun(step: Step, match: Match) -> str | None:
    """ "The need to help", "a pledge to help", "thanked Peru for its efforts to help": nobody helps yet."""
    type_, noun = match.frame.type, step.lemma
    if noun == "threat" and step.link == "acl" and is_infinitive(step.node):
        return "content of a threat"
    words = ("", "of", "to", "for", "in") if noun == "role" else ("", "of", "to", "for")
    if (step.link in ("acl", "pcomp", "pobj") or _is_possible(step)) and step.word in words:
        if noun in _GOVERNORS["topic_nouns"] and (step.link != "acl" or is_infinitive(step.node)):
            return "only spoken of"
        told = step.link == "acl" and not is_infinitive(step.node)
        if (
            noun in _GOVERNORS["promising_nouns"]
            and (type_ in SWALLOWED or type_ in ("ACCUSE", "RETREAT"))
            and not told
        ):
            return "content of a promise"
    if type_ not in HARMFUL and _is_striving(step) and _is_spoken_of(step.parent):
        return "only striven for"
    proposed = (
        step.node == match.trigger
        and step.link == "pobj"
        and step.word == "for"
        and noun in ("support", "backing")
    )
    return "content of support" if proposed and type_ in _PROPOSED else None


def _is_possible(step: Step) -> bool:
    """ "The need for Peru to act", "ways in which they can act"."""
    may = any(child.lower_ in ("can", "could", "might", "may") for child in step.node.children)
    return step.link in ("relcl", "advcl") and (is_infinitive(step.node) or (may and step.link == "relcl"))


def _is_discussed(noun: Token) -> bool:
    """ "discussed efforts to help Peru": nobody helps yet."""
    above = first_conjunct(noun)
    verb = carrier(above)
    return above.dep_ in ("dobj", "pobj", "nsubjpass") and verb.lemma_.lower() in _WORDS["discussing"]


def _is_striving(step: Step) -> bool:
    """ "Efforts to free them", "work to support Peru"."""
    return step.lemma in _GOVERNORS["striving_nouns"] and step.link == "acl" and is_infinitive(step.node)


def _is_spoken_of(noun: Token) -> bool:
    """ "Thanked Peru for its work", "support for efforts": nouns of which somebody only speaks."""
    above = carrier(first_conjunct(noun))
    while above.pos_ == "NOUN" and above.dep_ in ("dobj", "pobj", "conj", "nsubjpass"):
        if lemma_of(above) in _SPEECHES:
            return True
        above = carrier(first_conjunct(above))
    return above.lemma_.lower() in _WORDS["discussing"] or above.lemma_.lower() in _WORDS["voicing"]


def _is_open(parent: Token) -> bool:
    predicates = [child.lemma_.lower() for child in parent.children if child.dep_ == "acomp"]
    return any(lemma in _WORDS["open_questions"] for lemma in (parent.lemma_.lower(), *predicates))


def _own_words(governing: Match) -> set[int]:
    return governing.words | {token.i for token in governing.initiators}


def _qualify(step: Step, match: Match, scope: Scope) -> None:
    modality = None
    if step.parent.pos_ in ("VERB", "AUX", "ADJ", "ADV"):
        modality = _of_verb(step)
    elif step.link == "acl" and any(child.lower_ == "no" for child in step.parent.children):
        # "has no duty to talk"
        modality = "denied"
    elif step.parent.pos_ == "NOUN" and _is_complement_of_noun(step):
        modality = next((_OF_NOUNS[kind] for kind in _OF_NOUNS if step.lemma in _GOVERNORS[kind]), None)
    if modality == "demanded":
        demand(match, scope)
    elif modality is not None:
        scope.qualify(modality)


def _is_complement_of_noun(step: Step) -> bool:
    # "On the eve of the anniversary of the raid": the raid was long ago.
    plain = step.link == "pobj" and step.word in ("for", "of") and step.node.lemma_ != "anniversary"
    return step.link in ("acl", "pcomp") or plain


def _of_verb(step: Step) -> str | None:
    """The modality that a verb or adjective gives to its complement."""
    lemma, link = step.lemma, step.link
    if lemma in _GOVERNORS["denying"]:
        # "Lima accuses Nairobi of arming them, something Kenya denies": it is accused all the same.
        told_before = link == "ccomp" and step.node.i < step.parent.i
        return "denied" if (link != "dobj" or lemma in _DENYING_OBJECTS) and not told_before else None
    if lemma in _GOVERNORS["alleging"] and not is_nominal(link):
        return "alleged"
    if _is_planning(step):
        return "planned"
    if lemma in _FORCING and is_passive(step.parent):
        # "was forced to resign": and did.
        return None
    # "marched to demand the resignation of the president"
    thing = link == "dobj" and lemma == "demand"
    if thing or (lemma in _GOVERNORS["demanding"] and (link in ("xcomp", "ccomp") or step.word == "for")):
        return "demanded"
    return "conditional" if _is_considering(step) else None


def _is_planning(step: Step) -> bool:
    if step.lemma not in _GOVERNORS["planning"] or is_saying(step.parent):
        return False
    if step.lemma in ("close", "near"):
        # "brings them closer to holding talks"
        return step.word == "to" and step.link == "pcomp"
    if step.lemma in ("committed", "dedicated", "look"):
        # "looked forward to visiting Peru"
        forward = step.lemma != "look" or any(child.lower_ == "forward" for child in step.parent.children)
        return step.word == "to" and forward
    return step.link in ("xcomp", "ccomp", "acl") or (step.link == "dobj" and step.lemma in _PLANNING_OBJECTS)


def _is_considering(step: Step) -> bool:
    if step.lemma not in _GOVERNORS["considering"] or is_saying(step.parent):
        return False
    if step.lemma == "discuss" and step.node.tag_ == "VBD":
        # "Discussed the war and the minister underscored": two clauses.
        return False
    return step.link in ("xcomp", "ccomp", "pcomp") or (
        step.link == "dobj" and step.lemma in _CONSIDERING_OBJECTS
    )
