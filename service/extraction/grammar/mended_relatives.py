"""Clauses that belong to a noun and do not look so: each function mends one kind and says whether it did."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from service.extraction.grammar.verbs import has_subject

_NAMING = frozenset(("call", "term", "describe", "label", "deem", "dub", "brand", "consider"))
_JUDGING = frozenset(
    (
        "condemn", "denounce", "deplore", "criticise", "criticize", "reject", "dismiss", "praise", "welcome",
        "hail", "decry", "brand", "deny", "oppose", "support", "describe", "slam", "applaud", "regret",
    )
)  # fmt: skip
_GIVING = frozenset(("offer", "give", "provide", "extend", "lend", "grant", "pledge", "promise", "send"))
_ONLY_PARTICIPLES = frozenset(("taken", "given", "driven", "stolen", "written", "broken", "torn", "thrown"))
_SEEMING = frozenset(("appear", "seem", "look", "turn", "prove"))


def _named_so(what: Token) -> bool:
    """ "condemned what it called a raid": the raid is condemned."""
    verb = what.head
    if what.lower_ != "what" or verb.dep_ not in ("ccomp", "pcomp") or verb.lemma_.lower() not in _NAMING:
        return False
    named = next((child for child in verb.children if child.dep_ in ("oprd", "attr")), None)
    if named is None:
        return False
    named.head, named.dep_ = verb.head, "dobj" if verb.dep_ == "ccomp" else "pobj"
    verb.head, verb.dep_ = named, "relcl"
    return True


def _seemed_so(what: Token) -> bool:
    """ "fired what appeared to be a missile": the missile is fired."""
    seeming = what.head
    if what.lower_ != "what" or seeming.dep_ not in ("ccomp", "pcomp"):
        return False
    being = [child for child in seeming.children if child.dep_ == "xcomp" and child.lemma_ == "be"]
    thing = next((child for each in being for child in each.children if child.dep_ == "attr"), None)
    if thing is None or seeming.lemma_.lower() not in _SEEMING:
        return False
    thing.head, thing.dep_ = seeming.head, "dobj" if seeming.dep_ == "ccomp" else "pobj"
    seeming.head, seeming.dep_ = thing, "relcl"
    return True


def _told_of_a_noun(participle: Token) -> bool:
    """ "met families of men taken hostage": the men were taken, whoever met them takes nobody."""
    noun, verb = participle.nbor(-1), participle.head
    # "rebels armed by Peru massed on the border" is another matter.
    named = noun.pos_ == "PROPN" and (participle.tag_ == "VBN" or noun.tag_ == "NNPS")
    if participle.tag_ not in ("VBN", "VBD") or not (named or noun.pos_ == "NOUN") or not verb.i < noun.i:
        return False
    bare = all(child.i > participle.i for child in participle.children)
    if not bare or noun.dep_ not in ("dobj", "pobj", "conj") or not verb.is_ancestor(noun):
        return False
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"
    return True


def _taken(participle: Token) -> bool:
    """ "Following a meeting with men taken hostage, Peru vowed to": the men were taken, and by others."""
    noun, before = participle.nbor(-1), [child for child in participle.children if child.i < participle.i]
    if participle.lower_ not in _ONLY_PARTICIPLES or noun.dep_ not in ("dobj", "pobj", "conj"):
        return False
    if any(child.dep_ != "prep" or not child.is_ancestor(noun) for child in before):
        return False
    for child in before:
        child.head = participle.head
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"
    return True


def _as_told_by(participle: Token) -> bool:
    """ "Backed the deal as outlined by Peru": Peru outlined the deal, whoever backs it."""
    bare = [child for child in participle.children if child.i < participle.i]
    if participle.tag_ != "VBN" or [child.lower_ for child in bare] != ["as"] or bare[0].i < 1:
        return False
    noun = participle.doc[bare[0].i - 1]
    if noun.pos_ != "NOUN" or bare[0].i != participle.i - 1 or not participle.head.is_ancestor(noun):
        return False
    if not any(child.dep_ == "agent" for child in participle.children):
        return False
    participle.head, participle.dep_ = noun, "acl"
    return True


def _and_by_others(participle: Token) -> bool:
    """ "Backed the deal outlined by Peru and endorsed by Chile": Chile endorsed the deal, not its backer."""
    verb = participle.head
    agents = [child for child in participle.children if child.dep_ == "agent"]
    if (
        participle.tag_ != "VBN"
        or not agents
        or has_subject(participle)
        or verb.tag_ not in ("VBD", "VBZ", "VBP")
    ):
        return False
    before = (each for each in verb.subtree if verb.i < each.i < participle.i and each.dep_ == "acl")
    told = [each for each in before if each.tag_ == "VBN" and any(c.dep_ == "agent" for c in each.children)]
    if told:
        participle.head = told[-1]
    return bool(told)


def _given_by(participle: Token) -> bool:
    """ "the support to Kenya offered by Peru": the support was offered, not Kenya."""
    receiver = participle.head
    giving = participle.tag_ == "VBN" and participle.lemma_.lower() in _GIVING
    if not giving or receiver.pos_ != "PROPN" or receiver.dep_ != "pobj":
        return False
    given = receiver.head.head
    if given.pos_ != "NOUN" or not any(child.dep_ == "agent" for child in participle.children):
        return False
    participle.head = given
    return True


def _judged_so(verb: Token) -> bool:
    """ "bombed a depot, a raid that Peru deplored as excessive": Peru deplored the raid."""
    that = next((child for child in verb.children if child.dep_ == "mark" and child.lower_ == "that"), None)
    dependents = {child.dep_ for child in verb.children}
    if that is None or verb.lemma_.lower() not in _JUDGING or "nsubj" not in dependents:
        return False
    if dependents & {"dobj", "ccomp", "xcomp"}:
        return False
    that.dep_, that.tag_, that.pos_ = "dobj", "WDT", "PRON"
    verb.dep_, verb.tag_ = "relcl", "VBD"
    return True


# Each with the dependencies of the words that it looks at.
RELATIVE_MENDERS: tuple[tuple[Callable[[Token], bool], str], ...] = (
    (_named_so, "dobj"),
    (_seemed_so, "nsubj"),
    (_told_of_a_noun, "advcl"),
    (_as_told_by, "advcl"),
    (_and_by_others, "conj"),
    (_taken, "ccomp"),
    (_judged_so, "acl"),
    (_given_by, "acl"),
)
