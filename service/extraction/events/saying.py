"""Who says what a sentence tells: verbs that report words, nouns of texts, and those who speak."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.events.modality import Scope
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.names.references import Resolver
from service.extraction.word_lists import word_lists

_GOVERNORS = word_lists("events", "governors.toml")
_ANNOUNCING = frozenset(("announcement", "declaration", "statement", "assertion"))
_ANNOUNCED = frozenset(("announce", "say", "state", "declare", "tell"))
_SOURCES = frozenset(("words", "according"))
# "“No,” she shot back": with "back" behind them.
_ANSWERING = frozenset(("shoot", "hit", "fire", "snap", "write", "call"))
# "He made it known that": "make" alone reports no words.
_KNOWN = frozenset(("clear", "known", "plain"))


def is_saying(token: Token) -> bool:
    """Whether a verb reports words."""
    return token.pos_ in ("VERB", "AUX") and is_saying_word(token)


def is_saying_word(token: Token) -> bool:
    """As `is_saying`, whatever the parser takes the word for."""
    lemma = token.lemma_.lower()
    if lemma == "make":
        return any(near.lower_ in _KNOWN for near in token.doc[token.i + 1 : token.i + 4])
    return lemma in _GOVERNORS["saying"] or is_answering(token)


def is_answering(token: Token) -> bool:
    """ "She shot back": whether a verb says so with "back" behind it."""
    back = any(child.lower_ == "back" for child in token.children)
    return back and token.lemma_.lower() in _ANSWERING


def is_utterance(token: Token) -> bool:
    """Whether a noun names a text that speaks: "the statement said"."""
    return token.lemma_.lower() in _GOVERNORS["utterances"]


def is_telling(token: Token) -> bool:
    """As `is_saying`, or how a text speaks: "it read"."""
    text = token.lemma_ == "read" and any(
        child.dep_ == "nsubj" and (child.lower_ == "it" or is_utterance(child)) for child in token.children
    )
    return text or is_saying(token)


def hear_clause(verb: Token, link: str, word: str, scope: Scope, resolver: Resolver) -> None:
    """Note who says what hangs on a verb, where the verb reports words and nobody nearer speaks."""
    if scope.spoken:
        return
    assuring = verb.lemma_.lower() in ("assure", "share", "convey") and link == "ccomp"
    if assuring or (is_saying(verb) and _reports(verb.lemma_.lower(), link, word)):
        scope.speakers, scope.spoken = resolver.all(deep_subjects(verb)), True
    elif link == "acl" and verb.lemma_.lower() in _ANNOUNCING and verb.pos_ == "NOUN":
        # "praised Peru's announcement that it will join": Peru says so.
        owners = resolver.all((child for child in verb.children if child.dep_ == "poss"), context=False)
        scope.speakers, scope.spoken = owners, bool(owners)


def _reports(lemma: str, link: str, word: str) -> bool:
    return (
        link in ("ccomp", "parataxis")
        or (link in ("advcl", "xcomp") and lemma in ("say", "tell", "report"))
        or (link == "pcomp" and word == "of" and lemma in ("accuse", "suspect"))
    )


def _said_aside(root: Token) -> Token | None:
    """ "As Peru's minister announced, Kenya will", "Kenya, its army said, has": the verb of who says so."""
    for clause in root.children:
        if clause.dep_ not in ("advcl", "parataxis"):
            continue
        words = {child.dep_ for child in clause.children}
        announced = clause.dep_ == "advcl" and clause.i < root.i and clause.lemma_.lower() in _ANNOUNCED
        if announced and any(child.lower_ == "as" for child in clause.children):
            return clause
        between = clause.dep_ == "parataxis" and is_saying(clause) and "nsubj" in words
        if between and not words & {"dobj", "ccomp", "xcomp"}:
            return clause
    return None


def hear_source(scope: Scope, resolver: Resolver) -> None:
    """Note the source, "according to X" or "in the words of X", unless somebody else speaks."""
    if scope.spoken:
        return
    if (aside := _said_aside(resolver.sentence.root)) is not None:
        scope.speakers, scope.spoken = resolver.all(deep_subjects(aside)), True
        return
    if resolver.words.isdisjoint(_SOURCES):
        return
    for token in resolver.tokens:
        words = token.lower_ == "words" and token.dep_ == "pobj" and token.head.lower_ == "in"
        if words or token.lower_ == "according":
            sources = [inner for child in token.children for inner in child.children if inner.dep_ == "pobj"]
            scope.speakers, scope.spoken = resolver.all(sources), True
