"""Heads that the model sets wrong: each function mends one kind and says whether it did."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from service.extraction.word_lists import word_lists

_WORDS = word_lists("grammar", "grammar_words.toml")
_VERBAL_ACTS = _WORDS["verbal_acts"]
_GIVING = frozenset(
    ("give", "award", "wish", "grant", "offer", "hand", "send", "lend", "sell", "promise", "owe")
)
_GATHERING = frozenset(("mass", "march", "rally", "gather", "converge", "riot", "demonstrate"))


def _subject_of_auxiliary(token: Token) -> bool:
    """ "Kuwait has been mediating": a subject hangs on the verb, not on "been"."""
    subjects = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")]
    for subject in subjects:
        subject.head = token.head
    return bool(subjects)


def _main_verb(token: Token) -> bool:
    """ "Malaysia hosted talks": a verb with an object that was taken for a participle of its subject."""
    noun = token.head
    if noun.dep_ != "ROOT" or token.tag_ not in ("VBN", "VBD") or token.i < noun.i:
        return False
    has_object = any(child.dep_ == "dobj" for child in token.children)
    # "Kenya's minister, who is due in Lima, offered talks": what stands between is closed.
    apart = noun.i + 1 < token.i - 1 and noun.nbor(1).text == token.nbor(-1).text == ","
    finite = apart or (token.tag_ == "VBD" and token.i == noun.i + 1)
    active = has_object or finite or token.lemma_.lower() in _GATHERING
    mistaken = noun.pos_ in ("NOUN", "PROPN") and active
    if mistaken:
        token.head, token.dep_, token.tag_ = token, "ROOT", "VBD"
        noun.head, noun.dep_ = token, "nsubj"
    return mistaken


def _set_free(token: Token) -> bool:
    """ "set free two sailors": "free" is no adjective of theirs."""
    verb = token.nbor(-1)
    mistaken = token.lower_ == "free" and verb.lemma_.lower() == "set"
    if mistaken:
        token.head, token.dep_ = verb, "prt"
    return mistaken


def _stopped_fighting(token: Token) -> bool:
    """ "agreed to stop fighting": what is stopped is a noun."""
    mistaken = token.lower_ == "fighting"
    if mistaken:
        token.dep_, token.tag_, token.pos_, token.lemma_ = "dobj", "NN", "NOUN", "fighting"
    return mistaken


def _unwelcome(token: Token) -> bool:
    """ "declared two envoys personae non gratae": Latin is no clause."""
    verb = token.head
    if token.lower_ not in ("persona", "personae") or verb.pos_ != "VERB":
        return False
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    if subject is not None:
        subject.head, subject.dep_ = verb, "dobj"
    token.dep_, token.pos_, token.lemma_ = "oprd", "NOUN", "persona"
    return True


def _told_of_others(saying: Token) -> bool:
    """ "rebels, who it said shot two": "who" is the subject of what is said of them."""
    subjects = [child for child in saying.children if child.dep_ == "nsubj"]
    if len(subjects) != 2 or subjects[0].lower_ not in ("who", "which", "that"):
        return False
    below = (child for child in saying.children if child.dep_ in ("xcomp", "ccomp") and child.pos_ == "VERB")
    inner = next((child for child in below if child.i > saying.i), None)
    if inner is None:
        return False
    subjects[0].head, inner.dep_ = inner, "ccomp"
    if inner.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in inner.children):
        inner.tag_ = "VBD"
    return True


def _let_go(let: Token) -> bool:
    """ "let go seven captives": the parser takes "let" for an auxiliary."""
    if let.lower_ != "let":
        return False
    verb = let.head
    let.head, let.dep_, let.pos_ = (let if verb.dep_ == "ROOT" else verb.head), verb.dep_, "VERB"
    for child in [each for each in verb.children if each != let]:
        child.head = let
    verb.head, verb.dep_ = let, "prt"
    return True


def _said_behind(saying: Token) -> bool:
    """ "Kenyan jets bombed a base, Peru said": the base was taken for a second subject of "said"."""
    subjects = [child for child in saying.children if child.dep_ == "nsubj"]
    verb = saying.head
    if len(subjects) != 2 or verb.dep_ != "ROOT" or verb.pos_ != "VERB":
        return False
    if not verb.i < subjects[0].i < subjects[1].i < saying.i:
        return False
    subjects[0].head, subjects[0].dep_ = verb, "dobj"
    saying.head, saying.dep_ = saying, "ROOT"
    verb.head, verb.dep_ = saying, "ccomp"
    return True


def _said_between(saying: Token) -> bool:
    """ "Taiwan, the envoy said, is a province": Taiwan is the subject of what is said of it."""
    subjects = [child for child in saying.children if child.dep_ == "nsubj"]
    if len(subjects) != 2 or not subjects[1].i < saying.i:
        return False
    told = next((child for child in saying.children if child.dep_ == "ccomp" and child.i > saying.i), None)
    if told is None:
        return False
    if subjects[0].nbor().text != "," or any(child.dep_ == "nsubj" for child in told.children):
        return False
    subjects[0].head = told
    return True


def _suffered(verb: Token) -> bool:
    """ "saw its ties cut off by Peru": a participle that was taken for a verb of its subject."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    deps = [child.dep_ for child in verb.children]
    mistaken = (
        verb.head.lemma_.lower() in ("see", "have")
        and "agent" in deps
        and "nsubj" in deps
        and "aux" not in deps
    )
    if mistaken:
        next(child for child in verb.children if child.dep_ == "nsubj").dep_ = "nsubjpass"
        verb.tag_ = "VBN"
    return mistaken


def _for_the_sentence(verb: Token) -> bool:
    """ "demanded that Peru withdraw, threatening war": who demands it threatens."""
    told, root = verb.head, verb.head.head
    mistaken = (
        verb.tag_ == "VBG"
        and verb.nbor(-1).text == ","
        and verb.lemma_.lower() in _VERBAL_ACTS
        and told.dep_ in ("ccomp", "xcomp")
        and root.dep_ == "ROOT"
        and root.lemma_.lower() in _VERBAL_ACTS
        and root.i < verb.i
    )
    if mistaken:
        verb.head = root
    return mistaken


def _given_two(noun: Token) -> bool:
    """ "awarded Peru's president a medal": two objects, not one with another name."""
    receiver, verb = noun.head, noun.head.head
    mistaken = (
        receiver.dep_ in ("dobj", "dative")
        and verb.lemma_.lower() in _GIVING
        and noun.left_edge.i == receiver.i + 1
    )
    if mistaken:
        noun.head, noun.dep_, receiver.dep_ = verb, "dobj", "dative"
    return mistaken


def _while_doing(gerund: Token) -> bool:
    """ "praised Peru's courage in taking them in, while also sending food": who took them in sent it."""
    above, words = gerund.head, {child.lower_ for child in gerund.children}
    if gerund.tag_ != "VBG" or not {"while", "also"} <= words or above.i > gerund.i:
        return False
    before = (each for each in above.subtree if above.i < each.i < gerund.i and each.dep_ == "pcomp")
    first = next((each for each in before if each.head.lower_ == "in" and each.tag_ == "VBG"), None)
    if first is not None:
        gerund.head, gerund.dep_ = first, "conj"
    return first is not None


# Each with the dependencies of the words that it looks at.
CLAUSE_MENDERS: tuple[tuple[Callable[[Token], bool], str], ...] = (
    (_given_two, "appos"),
    (_subject_of_auxiliary, "aux auxpass"),
    (_main_verb, "acl"),
    (_set_free, "amod"),
    (_stopped_fighting, "xcomp"),
    (_unwelcome, "dobj oprd attr ccomp xcomp"),
    (_told_of_others, "relcl"),
    (_let_go, "aux"),
    (_said_behind, "ccomp"),
    (_said_between, "ROOT ccomp conj parataxis advcl relcl acl xcomp"),
    (_suffered, "ccomp"),
    (_for_the_sentence, "advcl"),
    (_while_doing, "advcl"),
)
