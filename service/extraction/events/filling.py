"""Whether a frame fits the words that go with its trigger: its parts, one after another, look for theirs."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.patterns import NEAR, Frame, Part
from service.extraction.events.slots import BLAMING_ON, Match, modifiers_of
from service.extraction.grammar.arguments import Arguments, Phrase, object_predicates, verb_arguments
from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import is_its_own, with_conjuncts
from service.extraction.names.modifiers import is_help
from service.extraction.word_lists import word_lists

_DURING = frozenset(("in", "during", "at", "on", "after"))
_WORDS = word_lists("events", "event_words.toml")
_OCCASIONS = _WORDS["occasions"]
_HELP = word_lists("names", "reference_words.toml")["help"]
_DISCUSSING = _WORDS["discussing"]
# "guards of the two countries"
_NEAR_BEHIND = 4


def fit(frame: Frame, trigger: Token, arguments: Arguments, *, loose: bool = False) -> Match | None:
    """The frame at its trigger with its slots filled; None where it does not fit.

    A `loose` fit may lack parts that the frame demands.
    """
    if frame.negated and not arguments.negated:
        return None
    match = Match(frame, trigger, arguments, words={trigger.i})
    if not _modifiers_fit(match) or not (frame.form == "noun" or _subject_fits(match)):
        return None
    match.arguments = _own_lists(arguments)
    return match if _parts_fit(match, loose) else None


def _own_lists(arguments: Arguments) -> Arguments:
    # Filling a frame adds to the phrases and objects: each frame has its own lists.
    return Arguments(
        arguments.subjects,
        [*arguments.objects],
        [*arguments.phrases],
        {*arguments.particles},
        arguments.infinitives,
        arguments.clause,
        arguments.negated,
    )


def _modifiers_fit(match: Match) -> bool:
    wanted = match.frame.modifiers
    if wanted is None:
        return True
    found = {each.i for each in modifiers_of(match.trigger) if lemma_of(each) in wanted}
    match.words |= found
    return bool(found)


def _subject_fits(match: Match) -> bool:
    subject, subjects = match.frame.subject, match.arguments.subjects
    joined = (each for token in subjects for each in with_conjuncts(token))
    if subject.lemmas is not None and not any(lemma_of(each) in subject.lemmas for each in joined):
        return False
    if match.frame.mutual and not _are_several(subjects):
        return False
    match.assign(subject.slot, subjects)
    return True


def _are_several(tokens: list[Token]) -> bool:
    """Whether tokens name two sides: two nouns, or a plural that says so ("both armies")."""
    return any(sum(1 for _ in with_conjuncts(token)) > 1 or _is_of_two(token) for token in tokens)


def _is_of_two(token: Token) -> bool:
    near = [each for each in token.subtree if each.i <= token.i + _NEAR_BEHIND]
    marks = {each.lower_ for each in near}
    conjuncts = any(each.dep_ == "conj" and each.head != token for each in near)
    return bool(marks & {"two", "both", "rival", "warring", "they", "their", "between", "each"}) or conjuncts


def _parts_fit(match: Match, loose: bool) -> bool:
    # "set" is not "set alight", unless more of the pattern is there than one word.
    bare = False
    for part in match.frame.choosing:
        filled = _fill(match, part)
        match.fitted += (filled and not part.optional) * part.worth
        if not filled and not part.optional and (not loose or part.role == "infinitive"):
            return False
        bare = bare or (part.role == "particle" and not filled)
    return not bare or match.fitted > NEAR


def _fill(match: Match, part: Part) -> bool:
    if part.role == "particle":
        return _fill_particle(match, part)
    if part.role == "clause":
        return match.arguments.clause and not _vows_not(match)
    if part.role == "object":
        return _fill_object(match, part)
    return (part.role == "infinitive" and _fill_infinitive(match, part)) or _fill_phrase(match, part)


def _vows_not(match: Match) -> bool:
    """ "vowed not to talk": a refusal."""
    negated = (any(child.dep_ == "neg" for child in verb.children) for verb in match.arguments.infinitives)
    return match.frame.type == "AGREE" and any(negated)


def _fill_particle(match: Match, part: Part) -> bool:
    """Parsers take many particles for prepositions, what follows for their object: "called in the envoy"."""
    arguments, trigger = match.arguments, match.trigger
    adverbs = (child for child in trigger.children if child.dep_ not in ("prep", "agent"))
    if arguments.particles & part.words or any(child.lower_ in part.words for child in adverbs):
        return True
    if arguments.objects:
        return False
    taken = next((each for each in arguments.phrases if _follows(each, trigger, part)), None)
    if taken is not None:
        arguments.objects = [taken.object]
    return taken is not None


def _follows(phrase: Phrase, trigger: Token, part: Part) -> bool:
    return (
        phrase.preposition in part.words
        and phrase.host == trigger
        and trigger.doc[trigger.i + 1].lower_ == phrase.preposition
    )


def _fill_object(match: Match, part: Part) -> bool:
    if part.noun.lemmas is None:
        return match.take(part.noun, _free_objects(match))
    return match.take(part.noun, match.arguments.objects) or match.take(
        part.noun, object_predicates(match.trigger)
    )


def _free_objects(match: Match) -> list[Token]:
    """The objects that no other part has taken, those of the infinitive last; of two, the first only."""
    used = match.words | match.taken
    free = [each for each in match.arguments.objects if each.i not in used and not _is_clock(each)]
    objects = [each for each in free if each not in match.inner] or free
    datives = [each for each in objects if each.dep_ == "dative"]
    return datives or (objects[:1] if _is_ditransitive(match.frame) else objects)


def _is_ditransitive(frame: Frame) -> bool:
    return sum(part.role == "object" for part in frame.parts) > 1


def _fill_infinitive(match: Match, part: Part) -> bool:
    """The infinitive's own objects and phrases become the frame's."""
    arguments, lemmas = match.arguments, part.noun.lemmas or ()
    # "committed to helping Peru"
    gerunds = [
        each.object for each in arguments.phrases if each.preposition == "to" and _is_verb(each.object)
    ]
    verbs = (each for each in (*arguments.infinitives, *gerunds) if each.lemma_.lower() in lemmas)
    verb = next(verbs, None)
    if verb is None:
        return False
    if match.frame.type == "AGREE" and any(child.dep_ == "neg" for child in verb.children):
        # "vowed not to negotiate"
        return False
    inner = verb_arguments(verb)
    # What is demanded or promised may be an event of its own.
    if match.frame.type not in ("REQUEST", "AGREE"):
        match.words.add(verb.i)
    match.inner = [*match.inner, *inner.objects]
    own = [each for each in arguments.phrases if not _is_where(each, match, verb)]
    arguments.phrases = [*inner.phrases, *own]
    arguments.objects = [*arguments.objects, *inner.objects]
    arguments.particles |= inner.particles
    return True


def _is_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and token.dep_ == "pcomp"


def _is_where(phrase: Phrase, match: Match, verb: Token) -> bool:
    """ "agreed in Lima to build": where they agreed, not where they build."""
    before = phrase.host == match.trigger and phrase.object.i < verb.i
    return before and phrase.preposition in ("in", "at")


def _fill_phrase(match: Match, part: Part) -> bool:
    phrases = [each for each in match.arguments.phrases if each.preposition in part.words]
    phrases = [each for each in phrases if each.host.i in match.words or not is_occasion(each.host)]
    if match.frame.type != "CONSULT" or match.frame.mode == "visit":
        phrases = [each for each in phrases if not _is_of_an_occasion(each, match)]
    if match.frame.form == "noun" and "by" in part.words:
        phrases = [each for each in phrases if is_its_own(each.object, match.trigger)]
    if match.frame.form == "noun" and is_help(match.trigger) and part.noun.slot == "R":
        # "With the support of Peru": Peru's.
        phrases = [each for each in phrases if each.preposition != "of"]
    if match.frame.form == "noun" and "from" in part.words and part.noun.slot == "A":
        # "Support, as part of the evacuation from Peru"; "its support of the war" is not the war's.
        backing = lemma_of(match.trigger) in ("support", "backing") and not is_help(match.trigger)
        phrases = [each for each in phrases if each.preposition != "of" or not backing]
        phrases = [each for each in phrases if each.object.head.head == match.trigger]
    if match.frame.form == "verb" and not _has_object(match.frame):
        # Without an object in the frame, a phrase of some other noun is none of the verb's.
        phrases = [each for each in phrases if each.host == match.trigger]
    # "blamed the raid on the embassy on Peru": the last.
    last = lemma_of(match.trigger) in BLAMING_ON
    objects = [each.object for each in sorted(phrases, key=lambda each: each.object.i, reverse=last)]
    return any(
        each.i not in match.words | match.taken and not _is_clock(each) and match.take(part.noun, [each])
        for each in objects
    )


def _is_of_an_occasion(phrase: Phrase, match: Match) -> bool:
    """ "Raised concerns in a call with Peru", where the parser's way to Peru leads over the call."""
    above = phrase.object.head.head
    if match.frame.mode == "visit" and match.frame.form == "noun" and phrase.object.dep_ == "pobj":
        # "Its visit focused on support to Peru": no visit to Peru.
        return lemma_of(above) in _HELP
    return phrase.object.dep_ == "pobj" and above.i not in match.words and is_occasion(above)


def is_occasion(noun: Token) -> bool:
    """ "raised concerns in a call with Peru", "discussed their talks with Peru": not with Peru."""
    during = noun.dep_ == "pobj" and noun.head.lower_ in _DURING
    discussed = noun.dep_ == "dobj" and lemma_of(noun.head) in _DISCUSSING
    return (during or discussed) and lemma_of(noun) in _OCCASIONS


def _has_object(frame: Frame) -> bool:
    return any(part.role in ("object", "infinitive") for part in frame.parts)


def _is_clock(token: Token) -> bool:
    """Days and hours fill no slot: "met on Thursday"."""
    return token.ent_type_ in ("DATE", "TIME") and token.pos_ in ("PROPN", "NOUN", "NUM")
