"""The actors that a noun's own words name: adjectives and possessors before it, phrases behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import RELATIVES, with_conjuncts
from service.extraction.names.blocs import of_bloc
from service.extraction.names.memory import Reference
from service.extraction.names.mentions import Mention
from service.extraction.names.owners import of_shared_owner
from service.extraction.word_lists import word_lists

if TYPE_CHECKING:
    from service.extraction.names.references import Resolver

_WORDS = word_lists("names", "reference_words.toml")
_OPPOSITES = _WORDS["opposites"]
_TYING = _WORDS["tying"]
_HYPHENATED = _WORDS["hyphenated"]
_OWNED = _WORDS["owned"]
# "Hackers working for Peru"
_SERVING = frozenset(("work", "act", "fight", "serve", "speak", "spy"))
_MADE_THERE = _WORDS["made_there"]
_MAKING = _WORDS["making"]
_FIGHTS = word_lists("grammar", "grammar_words.toml")["fights"]
_ATTACKS = word_lists("events", "event_words.toml")["attacks"]
_JOINING = frozenset(("accession", "membership", "bid", "candidacy", "process"))
_BEFORE = frozenset(("amod", "compound", "nmod", "poss", "npadvmod", "det", "nummod"))
# The prepositions whose objects may be the actor, the likeliest first.
_OF_PLACES = ("including", "by", "of", "between", "from", "in", "for", "at", "with", "against")
_OF_ACTORS = ("including", "of", "from", "in", "for", "at", "to")
_BROKERING = frozenset(
    (
        "broker",
        "mediate",
        "sponsor",
        "host",
        "arrange",
        "facilitate",
        "back",
        "oversee",
        "craft",
        "engineer",
        "fashion",
    )
)
_HUNTED = frozenset(
    ("want", "seek", "accuse", "suspect", "oppose", "criticise", "criticize", "condemn", "hate")
)
# These only lead from nouns that act for a country.
_OF_ROLES = frozenset(("for", "at", "with", "against", "to"))
# How far a possessor's own words are followed.
_OWNERS_PHRASES = 3
_OWNERS_NOUN = 4


def of_modifiers(resolver: Resolver, token: Token, places: bool) -> list[Reference]:
    """Actors named by adjectives, compounds and possessors before a noun."""
    found: list[Reference] = []
    owners: list[Reference] = []
    for child in token.children:
        if child.dep_ not in _BEFORE or child.i > token.i + 1:
            continue
        if child.dep_ == "poss" and (child.pos_ == "PRON" or child.lower_ == "whose"):
            if token.lemma_.lower() not in _OPPOSITES:
                owners = resolver.of_relative(child) if child.lower_ == "whose" else resolver.pronoun(child)
        elif child.lower_ not in _HYPHENATED and not (child.dep_ == "poss" and is_opposed(token)):
            for each in with_conjuncts(child):
                _add_modifier(resolver, each, places, found)
    if token.lemma_.lower() in _JOINING and len(found) > 1:
        # "Peru's ASEAN membership"
        found = found[:1]
    # The adjective says more of a noun than its owner: "her Estonian counterpart", "its Kenyan guests".
    named = found or owners or of_shared_owner(resolver, token)
    unique = {reference.code: reference for reference in reversed(named)}
    return list(reversed(unique.values()))


def _add_modifier(resolver: Resolver, word: Token, places: bool, found: list[Reference]) -> None:
    named = _named_by(resolver, word)
    if named is not None:
        found.append(named)
    elif word.text == "Commission":
        # "Commission spokesman"
        found += of_bloc(resolver, word)
    elif word.lower_ in _OWNED:
        # "a British-flagged tanker"
        beside = (child for child in word.children if child.i < word.i)
        found += [each for child in beside if (each := _named_by(resolver, child)) is not None]
    elif word.dep_ in ("poss", "compound", "nmod", "conj") or word.ent_type_ == "PERSON":
        inner = of_modifiers(resolver, word, places)
        if not inner and word.dep_ in ("poss", "nmod"):
            inner = of_phrases(resolver, word, places, _OWNERS_PHRASES)
        found += inner
        if word.dep_ == "poss" and not found:
            found += resolver.of(word, places=places, depth=_OWNERS_NOUN)


def _named_by(resolver: Resolver, word: Token) -> Reference | None:
    mention = resolver.covering[word.i]
    behind = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    if mention is not None and word.dep_ == "compound" and behind in _WORDS["imposed"]:
        # "Syria sanctions" are on Syria, "EU sanctions" the EU's.
        imposing = mention.entry.kind != "country" or mention.entry.code == "USA"
        return resolver.named(mention) if imposing or mention.how != "name" else None
    if mention is None or _stands_before_participle(word) or _stands_behind_anti(resolver, mention):
        return None
    if is_made_there(mention, resolver):
        return None
    return resolver.named(mention)


def is_made_there(mention: Mention, resolver: Resolver) -> bool:
    """ "The Lusaka accord": where it was made, not who acts."""
    word = resolver.doc[mention.end - 1]
    noun = word.head.lemma_.lower()
    made = word.dep_ == "compound" and (noun in _MADE_THERE or noun in _ATTACKS)
    return made and mention.how in ("metonym", "place")


def is_opposed(token: Token) -> bool:
    """Whether a possessor is on the other side of what is said to be its: "America's rivals"."""
    return lemma_of(token) in _OPPOSITES or any(
        child.lemma_.lower() in _OPPOSITES for child in token.children if child.dep_ in ("amod", "compound")
    )


def noun_of(resolver: Resolver, mention: Mention) -> Token:
    """The noun that a name is or belongs to, of several that are joined the first."""
    noun = resolver.doc[mention.start : mention.end].root
    while noun.dep_ in ("compound", "amod", "nmod", "poss", "conj"):
        noun = noun.head
    return noun


def stands_aside(resolver: Resolver, mention: Mention) -> bool:
    """ "Anti-Peruvian bias", "the first aid since Peru's attack": whether a name is that of no side."""
    word = noun_of(resolver, mention)
    if any(child.lower_ in ("especially", "particularly", "notably") for child in word.children):
        return True
    if _stands_behind_anti(resolver, mention) or _is_one_of_a_name(resolver, mention):
        return True
    if mention.end < len(resolver.doc) and resolver.doc[mention.end].lemma_.lower() == "sanction":
        # "Welcomed new Peru sanctions": nobody welcomes Peru.
        return True
    return word.dep_ == "pobj" and (word.head.lower_ == "since" or is_help(word.head.head))


def is_help(noun: Token) -> bool:
    """ "Attacked with support from Peru": who helps is not the other side."""
    return noun.lemma_.lower() in _WORDS["help"] and noun.dep_ == "pobj" and noun.head.lower_ == "with"


def _is_one_of_a_name(resolver: Resolver, mention: Mention) -> bool:
    """ "The Peru-Chile-Kenya partnership", "the Peruvian-Chilean conflict": no side for itself."""
    doc, covering = resolver.doc, resolver.covering
    for hyphen, other in ((mention.start - 1, mention.start - 2), (mention.end, mention.end + 1)):
        if 0 <= other < len(doc) and doc[hyphen].text == "-" and covering[other] is not None:
            return True
    return False


def _stands_behind_anti(resolver: Resolver, mention: Mention) -> bool:
    """ "Anti-Peruvian riots": whether a name tells against whom something is."""
    if mention.start == 0 or not resolver.doc[mention.start - 1].text.endswith("-"):
        return False
    return resolver.doc[max(0, mention.start - 2) : mention.start].text.lower() in ("anti-", "counter-")


def _stands_before_participle(token: Token) -> bool:
    """Whether a name only belongs to a participle: "US-backed rebels" are not the US."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].text != "-":
        return False
    return doc[token.i + 2].lower_ in _HYPHENATED


def of_phrases(resolver: Resolver, token: Token, places: bool, depth: int) -> list[Reference]:
    """Actors named by phrases and participles behind a noun: "the army of Peru", "rebels backed by Peru"."""
    given = token.lemma_.lower() in _WORDS["given"]
    if given and (givers := _of_participles(resolver, token, depth)):
        # "the support to Kenya offered by Peru"
        return givers
    for preposition in _prepositions(resolver, token, places):
        near = places or preposition.lower_ in ("in", "at", "from", "of")
        for inner in preposition.children:
            if inner.dep_ == "pobj" and (found := resolver.all_within(inner, near, depth)):
                return found
    return _of_participles(resolver, token, depth) or (_of_clauses(resolver, token, depth) if places else [])


def _prepositions(resolver: Resolver, token: Token, places: bool) -> Iterator[Token]:
    """The prepositions behind a noun whose objects may be the actor, the likeliest first."""
    words = _OF_PLACES if places else _OF_ACTORS
    found = [each for each in token.children if each.dep_ in ("prep", "agent") and each.lower_ in words]
    made, attack = token.lemma_.lower() in _MADE_THERE, token.lemma_.lower() in _ATTACKS
    for each in sorted(found, key=lambda each: words.index(each.lower_)):
        if each.lower_ == "against" and token.lemma_.lower() in _FIGHTS:
            # "joined the fight against Peru": those who fight are others.
            continue
        if (made or (attack and not places)) and each.lower_ in ("in", "at"):
            # "an accord in Lima", "the blast in Lima killed two": where it was, not who acts.
            continue
        if each.lower_ not in _OF_ROLES or places or resolver.is_role(token):
            yield each


def _of_clauses(resolver: Resolver, token: Token, depth: int) -> list[Reference]:
    """ "the tariffs that Peru imposed", "a letter in which Peru complained": whose they are."""
    for clause in token.children:
        if clause.dep_ == "relcl" and not resolver.is_role(token) and _tells_whose(clause):
            subjects = (each for each in clause.children if each.dep_ == "nsubj")
            return [each for subject in subjects for each in resolver.all_within(subject, False, depth)]
    return []


def _tells_whose(clause: Token) -> bool:
    """Whether a relative clause tells who made its noun, or who speaks "in which"."""
    if not any(each.dep_ == "nsubj" and each.lower_ not in RELATIVES for each in clause.children):
        return False
    return clause.lemma_.lower() in _MAKING or clause.doc[clause.left_edge.i].lower_ == "in"


def _of_participles(resolver: Resolver, token: Token, depth: int) -> list[Reference]:
    """ "a drone launched by the Houthis", "hackers linked to Peru", "a man held in Lima"."""
    for child in token.children:
        if child.dep_ not in ("acl", "relcl") or child.tag_ not in ("VBN", "VBG", "VBD"):
            continue
        if token.lemma_.lower() in _MADE_THERE and child.lemma_.lower() in _BROKERING:
            # "a deal brokered by Peru": between others.
            continue
        if child.lemma_.lower() in _HUNTED and child.tag_ == "VBN":
            # "a general wanted by Peru": anybody's but Peru's.
            continue
        serving = ("by", "for") if child.lemma_.lower() in _SERVING else ("by",)
        words = ("by", "to", "with", "in", "at") if child.lemma_.lower() in _TYING else serving
        for inner in child.children:
            if inner.dep_ in ("prep", "agent") and inner.lower_ in words:
                objects = (each for each in inner.children if each.dep_ == "pobj")
                found = [each for object_ in objects for each in resolver.all_within(object_, True, depth)]
                if found:
                    return found
    return []
