"""The country in which a sentence or text is set, for nouns that name none: "police", "the government"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.grammar.quoted import is_quoted
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import NAMED, Reference, country_at
from service.extraction.names.mentions import Mention
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_AT_HOME = frozenset(("REB", "OPP", "CVL", "COP", "LAB", "EDU"))
_WORDS = word_lists("names", "reference_words.toml")
_PLACING = _WORDS["placing"]
_FRONTIERS = word_lists("grammar", "grammar_words.toml")["frontiers"]
_PLACES = _WORDS["kinds_of_places"]
_TOWARD = frozenset(("to", "with", "against", "toward", "towards", "by"))
_ASKING = frozenset(
    ("demand", "insist", "ask", "request", "urge", "press", "call", "push", "appeal", "lobby")
)
_ANSWERING = frozenset(("return", "respond", "retaliate", "resist", "repel", "fire", "shoot", "answer"))
_MISSIONS = frozenset(("embassy", "consulate", "mission", "residence"))
# "The minister praised Peru's navy": others than Peru's minister.
_JUDGING = word_lists("events", "event_words.toml")["judging"]
# Besides the United Kingdom.
_WITH_FOREIGN_SECRETARIES = frozenset(("IND", "PAK", "PHL", "BGD", "LKA", "NPL", "HKG", "MEX"))
_OFFICES = frozenset(("minister", "president", "secretary", "chancellor", "ambassador"))


def of_setting(resolver: Resolver, token: Token) -> list[Reference]:
    """The country of the place that the sentence names, else the only one in it, else the text's."""
    code = (
        _of_the_same_army(resolver, token)
        or _of_the_speakers(resolver, token)
        or _of_whitehall(resolver, token)
        or place_of_the_sentence(resolver, token)
    )
    score = 0.5
    if code is None and _is_of_the_street(resolver, token) and _is_about_home(resolver):
        code = resolver.memory.home
    if code is None:
        told = resolver.memory.setting(_subject_above(resolver, token))
        code, score = told or _nearest(resolver, token), 0.35
    if code is None or not gazetteer().is_country(code):
        return []
    sector = resolver.sector_of(token)
    return [country_at(code, token.i, "context", score, sector)]


def _is_about_home(resolver: Resolver) -> bool:
    """Whether the text is about the country that it was sent from, at its beginning by the sentence."""
    memory = resolver.memory
    if memory.codes or memory.home is None:
        return memory.is_about_home()
    named = {mention.entry.code for mention in resolver.mentions()} - {None}
    return not named or memory.home in named


def _of_the_speakers(resolver: Resolver, token: Token) -> str | None:
    """ "A Kenyan spokesman said: “The Prime Minister met …”": an office of the speakers' own country."""
    if not token.is_title or token.lemma_.lower() not in _OFFICES or not is_quoted(token):
        return None
    found = {each.code for each in resolver.speakers}
    return found.pop() if len(found) == 1 else None


def _of_whitehall(resolver: Resolver, token: Token) -> str | None:
    """ "The Foreign Secretary" is Britain's, but in texts about the other countries that have one."""
    if token.text != "Secretary" or all(child.lower_ != "foreign" for child in token.children):
        return None
    named = {mention.entry.code for mention in resolver.mentions()} | resolver.memory.codes.keys()
    return "GBR" if named.isdisjoint(_WITH_FOREIGN_SECRETARIES) else None


def _of_the_same_army(resolver: Resolver, token: Token) -> str | None:
    """ "Peruvian jets bombed the port and the navy sealed it off": Peru's navy, unless it fires back."""
    root = resolver.sentence.root
    # "Peruvian jets bombed the port, the army said."
    told = [child for child in root.children if child.dep_ == "ccomp" and child.i < root.i]
    clauses = (child for clause in (root, *told) for child in clause.children)
    subject = next((child for child in clauses if child.dep_ == "nsubj" and child.i < token.i), None)
    if subject is None or subject == token or subject.is_ancestor(token):
        return None
    forces = (resolver.sector_of(subject), resolver.sector_of(token)) == ("MIL", "MIL")
    if not forces or token.head.lemma_.lower() in _ANSWERING or not _names_somebody(resolver, subject):
        return None
    found = {each.code for each in resolver.of(subject) if each.how in NAMED}
    return found.pop() if len(found) == 1 else None


def _subject_above(resolver: Resolver, token: Token) -> str | None:
    """ "Peru's ministry said that police": the country of the subject of a clause above."""
    for clause in token.ancestors:
        joined = clause.dep_ == "conj" and token.dep_ == "nsubj" and token.head == clause
        if not (joined or clause.dep_ in ("ccomp", "advcl", "xcomp")) or clause.head.pos_ != "VERB":
            continue
        for child in clause.head.children:
            if child.dep_ == "nsubj" and child.i < token.i and _names_somebody(resolver, child):
                found = [each for each in resolver.of(child) if each.how in NAMED]
                if len(found) == 1 and gazetteer().is_country(found[0].code):
                    return found[0].code
    return None


def _names_somebody(resolver: Resolver, subject: Token) -> bool:
    """Whether a subject has a name of its own: one without would ask for the subject above it, and so on."""
    return any(resolver.covering[each.i] is not None for each in (subject, *subject.children))


def country_of(place: str) -> str | None:
    """The code of the country of a dateline's place: of "LIMA" or "Lima, Peru", not of "LIMA/NAIROBI"."""
    named = gazetteer().names.get(place.split(",", maxsplit=1)[0].title(), ())
    codes = {naming.entry.code for naming in named}
    code = codes.pop() if len(codes) == 1 else None
    return code if code is not None and gazetteer().is_country(code) else None


def _is_of_the_street(resolver: Resolver, token: Token) -> bool:
    """ "Residents", "Rosa Quispe, 61": people without an office, who live where the report comes from."""
    titles = (child.lemma_.lower() in resolver.roles for child in token.children if child.dep_ == "compound")
    return resolver.sector_of(token) == "CVL" or (token.ent_type_ == "PERSON" and not any(titles))


def place_of_the_sentence(resolver: Resolver, token: Token | None = None) -> str | None:
    """The code of the country in which the sentence says something happens, or of the only one it names.

    What is quoted tells nothing of where those are who say it: of a `token` outside the marks.
    """
    told = token is not None and not is_quoted(token)
    named: set[str] = set()
    for mention in resolver.mentions():
        code = mention.entry.code
        if code is None or (told and is_quoted(resolver.doc[mention.start])):
            continue
        if token is not None and _is_elsewhere(resolver, mention, token):
            continue
        placed = mention.entry.kind == "country" or mention.how == "place"
        if placed and (_is_located(resolver, mention) or _is_of_a_place(resolver, mention)):
            return code
        if gazetteer().is_country(code) and (token is None or not _is_a_mission(resolver, mention)):
            named.add(code)
    return named.pop() if len(named) == 1 else None


def begins_in_a_place(resolver: Resolver) -> bool:
    """ "In Lima, …" """
    first = min(resolver.mentions(), key=lambda mention: mention.start, default=None)
    return first is not None and first.start == resolver.sentence.start + 1 and _is_located(resolver, first)


def _is_elsewhere(resolver: Resolver, country: Mention, token: Token) -> bool:
    """Whether a country is what the one whom a noun means acts upon, or stands in a clause about others.

    "The government asked Peru for boats", "demanded that Peruvian ships leave" and "thanked Chile, which sent
    a crew from Peru".
    """
    name = resolver.doc[country.start : country.end].root
    while name.dep_ == "conj":
        name = name.head
    if name.dep_ in ("dobj", "dative") and token.head == name.head:
        return token.dep_ == "nsubj"
    if name.dep_ == "pobj" and name.head.lower_ in _TOWARD:
        # "The delivery of missiles to Peru" may tell whose they are.
        host = name.head.head
        return token.dep_ == "nsubj" or not (host == token or host.is_ancestor(token))
    verb = name.head.head
    if name.dep_ == "poss" and name.head.dep_ == "dobj" and token.head == verb:
        # "The minister welcomed Peru's offer."
        return token.dep_ == "nsubj" and verb.lemma_.lower() in _JUDGING
    if name.dep_ == "nsubj" and name.head.dep_ == "advcl" and verb.lemma_.lower() in _ASKING:
        # "The minister pressed for Peru to act."
        return token.dep_ == "nsubj" and token.head == verb
    clause = next((each for each in name.ancestors if each.dep_ in ("relcl", "ccomp")), None)
    if clause is not None and clause.dep_ == "ccomp" and clause.head.lemma_.lower() not in _ASKING:
        return False
    return clause is not None and token not in (clause.head, *clause.head.subtree)


def _nearest(resolver: Resolver, token: Token) -> str | None:
    """The country that a sentence names next to people who act at home: rebels, the opposition, crowds."""
    if resolver.roles.get(token.lemma_.lower()) not in _AT_HOME:
        return None
    named = [
        mention
        for mention in resolver.mentions()
        if mention.entry.code is not None and gazetteer().is_country(mention.entry.code)
    ]
    named = [each for each in named if not _is_a_mission(resolver, each)] or named
    nearest = min(named, key=lambda mention: abs(mention.start - token.i), default=None)
    return nearest.entry.code if nearest is not None else None


def _is_a_mission(resolver: Resolver, country: Mention) -> bool:
    """ "At the Peruvian embassy": an embassy is not in the country that it belongs to."""
    return resolver.doc[country.end - 1].head.lemma_.lower() in _MISSIONS


def _is_a_frontier(resolver: Resolver, country: Mention) -> bool:
    """ "Near the Peruvian border": on which side of it is not said."""
    return resolver.doc[country.end - 1].head.lemma_.lower() in _FRONTIERS


def _is_of_a_place(resolver: Resolver, country: Mention) -> bool:
    """ "In the Peruvian capital" """
    noun = resolver.doc[country.end - 1].head
    if noun.lemma_.lower() in _MISSIONS:
        return False
    return noun.lemma_.lower() in _PLACES and noun.dep_ == "pobj" and noun.head.lower_ in _PLACING


def _is_located(resolver: Resolver, country: Mention) -> bool:
    if _is_a_mission(resolver, country) or _is_a_frontier(resolver, country):
        return False
    first = country.start == resolver.sentence.start
    before = "" if first else resolver.doc[country.start - 1].lower_
    return before in _PLACING or resolver.doc[country.end - 1].head.lower_ in _PLACING
