"""Who does what a verb says, and to whom, in any voice: own, shared, controlled and relative subjects."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.grammar.agents import agents_of, congratulated, of_merit
from service.extraction.grammar.nouns import RELATIVES, carrier, counted, prepositional_objects, referred
from service.extraction.grammar.verbs import (
    is_infinitive,
    is_long_after,
    is_noun_in_ing,
    joined_verb,
    shares_its_object,
    verb_above,
)
from service.extraction.word_lists import word_lists

_WORDS = word_lists("grammar", "grammar_words.toml")
_OBJECT_CONTROL = _WORDS["object_control"]
_SUBJECT_PREPOSITIONS = _WORDS["subject_prepositions"]
_AGAINST_PLANS = _WORDS["against_plans"]
_TEXTS = frozenset(
    ("statement", "letter", "resolution", "report", "message", "communique", "motion", "note", "bill")
)
_DEMANDS = frozenset(("pressure", "call", "appeal", "demand", "request", "plea", "order", "ultimatum"))
_PLANS = frozenset(("plot", "plan", "attempt", "bid", "conspiracy", "scheme", "effort", "move"))
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "dep", "parataxis", "oprd", "aux"))
_OUTCOMES = frozenset(("kill", "wound", "injure", "destroy", "damage", "leave", "force", "hit"))
_VERBAL = ("VERB", "AUX")
_GIVING = ("give", "hand", "grant")
# Verbs with an infinitive without "to".
LETTING = frozenset(("let", "help", "make"))
# How far up the tree an understood subject is looked for.
_DEEPEST = 6


def is_passive(verb: Token) -> bool:
    """Whether the verb's surface subject is its deep object."""
    deps = {child.dep_ for child in verb.children}
    if deps & {"nsubjpass", "auxpass", "csubjpass"} or ("agent" in deps and verb.tag_ == "VBN"):
        return True
    if verb.tag_ != "VBN" or "aux" in deps:
        return False
    if verb.dep_ == "acl":
        # A main verb that the parser takes for a participle: "Kenyan tanks massed along the border".
        return verb.head.dep_ != "ROOT" or "agent" in deps
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBAL and "nsubj" not in deps:
        return is_passive(verb.head)
    return verb.dep_ in ("relcl", "advcl") and not deps & {"nsubj", "dobj"}


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The subject that stands, or is understood, with a verb: own, shared, controlled or relative."""
    own = [referred(child) for child in verb.children if child.dep_ in _SUBJECTS]
    return own or (_understood_subjects(verb, depth) if depth <= _DEEPEST else [])


def _understood_subjects(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ in ("acl", "relcl"):
        # "were the first to recognise Peru"
        first = head.pos_ == "ADJ" and head.dep_ in ("attr", "acomp")
        return surface_subjects(head.head, depth + 1) if first else _of_the_noun(verb, head, depth)
    if verb.dep_ == "conj" and head.pos_ in _VERBAL:
        return surface_subjects(joined_verb(verb), depth + 1)
    if verb.dep_ in ("acomp", "attr"):
        return surface_subjects(head, depth + 1)
    if verb.dep_ in _CLAUSES and head.pos_ in ("VERB", "AUX", "ADJ"):
        controlling = _controlling(verb, head) if head.pos_ != "ADJ" else []
        found = controlling or surface_subjects(head, depth + 1)
        # "It is crucial to hold them to account": nobody in particular.
        nobody = is_infinitive(verb) and head.lemma_ == "be" and [each.lower_ for each in found] == ["it"]
        # "the deal as outlined by Peru": not whoever speaks of it.
        as_told = verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.left_edge.lower_ == "as"
        return [] if nobody or as_told else found
    if verb.dep_ == "pcomp" and head.dep_ in ("prep", "agent", "mark", "aux"):
        return _of_a_gerund(head, depth)
    return []


def _of_the_noun(verb: Token, head: Token, depth: int) -> list[Token]:
    """ "Kenya's decision to leave", "plans to visit": the possessor or the holder of the plan acts."""
    if _is_the_text(verb, head):
        return deep_subjects(head.head, depth + 1)
    purpose = is_infinitive(verb) and verb.tag_ == "VB"
    if not purpose or head.pos_ not in ("NOUN", "PROPN"):
        return [head]
    # "spoke with Peru's president to congratulate him": who speaks congratulates.
    above = verb_above(head) if head.pos_ == "PROPN" else carrier(head)
    if owners := _of_whom_it_is_demanded(head) or _owners(head):
        return owners
    # "a plot by Kenyan agents to kill him": the agents would.
    by = head.dep_ == "pobj" and head.head.lower_ == "by" and head.head.head.pos_ == "NOUN"
    if by or head.dep_ not in ("dobj", "pobj", "attr", "oprd"):
        return [head]
    if above.lemma_.lower() in _AGAINST_PLANS:
        return []
    return deep_subjects(above, depth + 1) if above.pos_ in _VERBAL else [head]


def _of_whom_it_is_demanded(noun: Token) -> list[Token]:
    """ "put pressure on Peru to withdraw", "a call to rebels to disarm" """
    if noun.lemma_.lower() not in _DEMANDS:
        return []
    asked = prepositional_objects(noun, ("on", "upon", "to", "for"))
    above = carrier(noun)
    dative = [child for child in above.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    return asked or prepositional_objects(above, ("on", "upon", "to")) or dative


def _is_the_text(verb: Token, noun: Token) -> bool:
    """ "issued a statement condemning the raid": who issues it condemns."""
    issued = noun.dep_ == "dobj" and noun.head.lemma_.lower() not in _AGAINST_PLANS
    return verb.tag_ == "VBG" and noun.lemma_.lower() in _TEXTS and issued


def _owners(noun: Token) -> list[Token]:
    own = [child for child in noun.children if child.dep_ == "poss"]
    return own or prepositional_objects(noun, ("by",))


def _controlling(verb: Token, head: Token) -> list[Token]:
    """Who, other than the subject of the clause above, acts in the clause of a verb."""
    controls = head.lemma_.lower() in _OBJECT_CONTROL
    if asked := _asked_by_noun(verb, head):
        return asked
    if verb.dep_ in ("xcomp", "ccomp", "oprd") and controls:
        return deep_objects(head) or prepositional_objects(head, ("on", "upon", "to", "for", "with"))
    if verb.dep_ == "advcl" and verb.lemma_.lower() in _OUTCOMES and (told := _told_before(head)) is not None:
        # "fired rockets, the army said, wounding five": what the rockets did, not the army.
        return deep_subjects(told)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_passive(head):
        # "was shelled by artillery, killing four": the agent kills.
        return deep_subjects(head)
    # "gave the rebels until Friday to disarm"
    given = head.lemma_.lower() == "give" and is_infinitive(verb)
    if verb.dep_ == "advcl" and verb.tag_ == "VB" and (given or (controls and not is_passive(head))):
        # "called on Peru to leave", where the infinitive is taken for a purpose
        return deep_objects(head)[: 1 if given else None] or prepositional_objects(head, ("on", "upon"))
    return []


def _asked_by_noun(verb: Token, head: Token) -> list[Token]:
    """ "put pressure on Peru to withdraw", where the infinitive hangs on "put" """
    if verb.dep_ not in ("xcomp", "advcl") or not is_infinitive(verb):
        return []
    nouns = [child for child in head.children if child.dep_ == "dobj" and child.i < verb.i]
    # "foiled a plot by Kenyan agents to kill him"
    plotting = (prepositional_objects(each, ("by",)) for each in nouns if each.lemma_.lower() in _PLANS)
    asked = (_of_whom_it_is_demanded(each) for each in nouns)
    return next((found for found in (*asked, *plotting) if found), [])


def _told_before(saying: Token) -> Token | None:
    return next((child for child in saying.children if child.dep_ == "ccomp" and child.i < saying.i), None)


def _of_a_gerund(preposition: Token, depth: int) -> list[Token]:
    above = preposition.head
    if deserving := of_merit(preposition):
        return deserving
    if above.dep_ == "xcomp" and is_long_after(preposition):
        # "urged Peru to leave a day after asking it to stay": who urges has asked.
        above = above.head
    if above.pos_ in _VERBAL:
        return _of_a_gerund_of_a_verb(preposition, above, depth)
    if above.pos_ in ("NOUN", "PROPN"):
        if preposition.lower_ in ("on", "for") and (told := prepositional_objects(above, ("to",))):
            # "offered congratulations to Peru on joining"
            return told
        verb = carrier(above)
        if preposition.lower_ == "for" and above.dep_ == "pobj" and verb.lemma_.lower() in _OBJECT_CONTROL:
            # "praised Peru in a speech for freeing the sailors"
            return deep_objects(verb)
        return _owners(above) or _of_an_act(above, depth)
    return surface_subjects(above, depth + 1) if above.pos_ == "ADJ" else []


def _of_a_gerund_of_a_verb(preposition: Token, above: Token, depth: int) -> list[Token]:
    if preposition.lower_ != "for" and preposition.i and (owners := _owners(preposition.nbor(-1))):
        # "thanked Peru for its aid in breaking the siege"
        return owners
    told = congratulated(above) if preposition.lower_ == "on" else []
    own = preposition.lower_ in _SUBJECT_PREPOSITIONS or above.lemma_.lower() not in _OBJECT_CONTROL
    objects, subjects = deep_objects(above), surface_subjects(above, depth + 1)
    if above.lemma_.lower() == "join" and preposition.lower_ == "in":
        # "joined Peru in breaking off ties": all of them do.
        return subjects + objects
    return told or ([] if own else objects) or subjects


def _of_an_act(noun: Token, depth: int) -> list[Token]:
    """Who does what a noun names: the subject of the verb whose object it is."""
    blamed = noun.dep_ == "dobj" and noun.head.lemma_.lower() in _OBJECT_CONTROL
    if noun.head.pos_ in _VERBAL and noun.dep_ in ("dobj", "pobj") and not blamed:
        return deep_subjects(noun.head, depth + 1)
    return [noun]


def deep_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does it: the subject of an active verb, the agent of a passive one."""
    return agents_of(verb) if is_passive(verb) else surface_subjects(verb, depth)


def deep_objects(verb: Token) -> list[Token]:
    """To whom it is done: the object of an active verb, the subject of a passive one."""
    own = [counted(referred(child)) for child in verb.children if _is_object(child, verb)]
    if is_passive(verb):
        return own + surface_subjects(verb)
    return own or _understood_objects(verb)


def _is_object(child: Token, verb: Token) -> bool:
    if child.pos_ == "ADP" or (child.pos_ == "VERB" and not is_noun_in_ing(child)):
        return False
    return child.dep_ in ("dobj", "dative", "oprd") or (
        # "Gave Peru 72 hours to leave": a time that is given, not one in which something is done.
        child.dep_ == "npadvmod" and child.i > verb.i and (not child.ent_type_ or verb.lemma_ in _GIVING)
    )


def _understood_objects(verb: Token) -> list[Token]:
    if verb.dep_ == "relcl":
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        if subjects and not any(child.lower_ in RELATIVES for child in subjects):
            return [verb.head]
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not is_passive(verb.head):
        shared = [child for child in verb.head.children if child.dep_ == "dobj"]
        if shared := [each for each in shared if each.i > verb.i or each.lower_ in RELATIVES]:
            return [referred(each) for each in shared]
    joined = next((child for child in verb.children if child.dep_ == "conj"), None)
    if joined is not None and shares_its_object(verb, joined):
        # "beat and arrested the protesters"
        return deep_objects(joined)
    # The parser takes some objects of a verb for the subject of a small clause: "see Kenya attack Peru".
    return [
        subject
        for child in verb.children
        if child.dep_ == "ccomp" and child.i > verb.i and not _is_finite(child)
        for subject in child.children
        if subject.dep_ == "nsubj" and subject.i > verb.i
    ]


def _is_finite(verb: Token) -> bool:
    return (verb.head.lemma_.lower() not in LETTING and verb.tag_ in ("VBD", "VBZ", "VBP", "MD")) or any(
        child.dep_ in ("aux", "mark") and child.tag_ != "TO" for child in verb.children
    )
