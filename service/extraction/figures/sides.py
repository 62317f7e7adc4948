"""The parties of a figure: who stands in the places that its rule names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from service.extraction.figures.figure_fits import Fit
from service.extraction.figures.figure_phrases import modifiers_of
from service.extraction.figures.figure_rules import Rule, lexicon
from service.extraction.figures.parties import as_country, behind, marked_for, of_the_text, owners
from service.extraction.figures.quantities import Quantity
from service.extraction.grammar.nouns import prepositional_objects
from service.extraction.grammar.subjects import deep_objects, deep_subjects
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver
from service.extraction.relations.ties import all_direct, identified
from service.vocabulary.terms import indicator

if TYPE_CHECKING:
    from service.extraction.figures.measures import Measure

Parties = tuple[Reference | None, Reference | None]
# Where an act is, or what it is aimed at; behind which prepositions its deeds follow.
_SCENES = ("on", "in", "against", "at", "near", "over")
_BY_ACTS = ("in", "by", "during", "after", "from")


class Sides:
    """Finds the parties of the figures of one sentence; `last` is the figure before."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.last: Measure | None = None

    def parties(self, fitting: Fit, quantity: Quantity) -> Parties:
        """Whose figure it is and with whom; nobody where the words leave it open."""
        rule = fitting.rule
        receiving = fitting.verb is not None and fitting.verb.lemma_.lower() in rule.receiving
        of = self._first(("own", "from", "by") if receiving else rule.of, fitting, quantity, "of")
        if "pair" in rule.flags and len(of) == 2:
            return of[0], of[1]
        with_ = self._first(("subject",) if receiving else rule.with_, fitting, quantity, "with")
        if of and of[0].how == "pronoun" and of[0].id in {each.id for each in with_}:
            # "Wounded five of them": whoever did it is not whom "them" means.
            return None, None
        with_ = [each for each in with_ if not of or each.id != of[0].id]
        if len(of) != 1 or len(with_) > 1 or indicator(fitting.indicator or "loans").extra["with"] == "none":
            return (of[0], None) if len(of) == 1 and len(with_) <= 1 else (None, None)
        return of[0], with_[0] if with_ else None

    def _first(self, roles: tuple[str, ...], fitting: Fit, quantity: Quantity, side: str) -> list[Reference]:
        """The parties in the first of these places where any stands."""
        for role in roles:
            found = _fitting(self._at(role, fitting, quantity, side), fitting.rule)
            if found:
                return found
        return []

    def _at(self, role: str, fitting: Fit, quantity: Quantity, side: str) -> list[Reference]:
        """The parties in one place of a rule: the head of indicator_words.toml names the places."""
        resolver, noun = self.resolver, fitting.noun
        places: dict[str, Callable[[], list[Reference]]] = {
            "own": lambda: owners(noun, resolver) if noun is not None else [],
            "self": lambda: resolver.of(noun) if noun is not None else [],
            "named": lambda: all_direct(identified(noun)[0], resolver) if noun is not None else [],
            "holder": lambda: self._with_it(noun),
            "subject": lambda: self._doers(fitting),
            "object": lambda: self._receivers(fitting, quantity),
            "counted": lambda: behind(quantity.root, ("of",), resolver),
            "scene": lambda: self._of_acts(fitting, "scene"),
            "attacker": lambda: self._of_acts(fitting, "attacker"),
            "two": lambda: self._both_sides(noun),
            "before": lambda: self._before(side),
            "context": lambda: self._of_the_text(fitting, quantity),
        }
        if role in places:
            return places[role]()
        preposition, *beyond = role.split()
        hosts = _hosts(fitting, quantity, with_verb=role != "of")
        if beyond:
            # "On the border with Peru": the first preposition stands before a noun that has the party.
            inner = [each for host in hosts for each in prepositional_objects(host, (preposition,))]
            hosts, preposition = [each for each in inner if each.lemma_.lower() == beyond[0]], beyond[1]
        # "Killed in a Russian attack" tells who attacked, not who was killed.
        acts = lexicon()["acts"] if side == "of" and preposition in _SCENES else frozenset[str]()
        found = (behind(host, (preposition,), resolver, acts) for host in hosts)
        named = next((each for each in found if each), [])
        if not named and preposition == "for" and noun is not None:
            return marked_for(noun, resolver)
        return named

    def _both_sides(self, noun: Token | None) -> list[Reference]:
        """ "Bilateral trade": between the two that the sentence names, or else the pair of the text."""
        if noun is None or modifiers_of(noun).isdisjoint(lexicon()["mutual"]):
            return []
        named = [as_country(each) for each in self.resolver.by_code(self.resolver.mentions()).values()]
        found = named or [as_country(each) for each in self.resolver.memory.pair]
        return [replace(each, how="context", score=0.7) for each in found] if len(found) == 2 else []

    def _of_the_text(self, fitting: Fit, quantity: Quantity) -> list[Reference]:
        """The country of the text, other than the one on the other side."""
        partners = self._first(fitting.rule.with_, fitting, quantity, "with") if fitting.rule.with_ else []
        return of_the_text(self.resolver, frozenset(each.code for each in partners))

    def _with_it(self, noun: Token | None) -> list[Reference]:
        """ "Peru, with an area of": the name before "with"."""
        if noun is None or noun.head.lower_ != "with" or noun.head.head.pos_ != "PROPN":
            return []
        return all_direct([noun.head.head], self.resolver)

    def _doers(self, fitting: Fit) -> list[Reference]:
        verb, by = fitting.verb, fitting.rule.by
        if (
            verb is None
            or verb.pos_ not in ("VERB", "AUX")
            or (by is not None and verb.lemma_.lower() not in by)
        ):
            return []
        # The parser takes Malaysia of "last year Malaysia imported" for a time.
        subjects = deep_subjects(verb) or [
            child for child in verb.lefts if child.dep_ == "npadvmod" and child.pos_ == "PROPN"
        ]
        return self.resolver.all(_named_beside(each, self.resolver) for each in subjects)

    def _receivers(self, fitting: Fit, quantity: Quantity) -> list[Reference]:
        """ "Lent Greece 5 billion": the object that is neither the figure nor what it counts."""
        own = {each.i for each in (fitting.noun, quantity.root, *fitting.carriers) if each is not None}
        objects = deep_objects(fitting.verb) if fitting.verb is not None else []
        found = self.resolver.all(objects, places=True, context=False)
        return [each for each in found if not any(each.start <= i < each.end for i in own)]

    def _of_acts(self, fitting: Fit, side: str) -> list[Reference]:
        """ "Killed in an Israeli strike on Gaza": whose act it was, or where."""
        for act in _acts(fitting.verb) if fitting.verb is not None else []:
            if side == "scene":
                # "The bombing of a school in Peru"
                hosts = [act, *prepositional_objects(act, ("of", "on"))]
                found = [each for host in hosts for each in behind(host, _SCENES, self.resolver)]
            else:
                found = owners(act, self.resolver) + behind(act, ("by",), self.resolver)
            if found:
                return found
        return []

    def _before(self, side: str) -> list[Reference]:
        last = (self.last.of if side == "of" else self.last.with_) if self.last is not None else None
        return [replace(last, how="before", score=round(last.score * 0.9, 3))] if last is not None else []


def _named_beside(subject: Token, resolver: Resolver) -> Token:
    """ "NATO's newest member, Sweden, spends": Sweden does."""
    beside = [child for child in subject.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    mention = resolver.covering[beside[0].i] if len(beside) == 1 and subject.pos_ == "NOUN" else None
    return beside[0] if mention is not None and mention.entry.kind == "country" else subject


def _hosts(fitting: Fit, quantity: Quantity, *, with_verb: bool) -> list[Token]:
    """The words on which a phrase that names a party may hang."""
    nouns = [each for each in (fitting.noun, quantity.root, *fitting.carriers) if each is not None]
    # "Sanctions in force against Peru"
    inner = prepositional_objects(fitting.noun, ("in",)) if fitting.noun is not None else []
    nouns += [each for each in inner if each.lower_ in ("force", "place", "effect")]
    # "Soldiers stationed in Peru"
    participles = [child for each in nouns for child in each.children if child.dep_ == "acl"]
    verb = [fitting.verb] if fitting.verb is not None and with_verb else []
    return [*nouns, *(each for each in participles if each.tag_ == "VBN"), *verb]


def _acts(verb: Token) -> list[Token]:
    """The attacks or wars of which the deed of a verb, or of one joined to it, is a part."""
    verbs = [verb, *(child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB")]
    around = [each for one in verbs for each in prepositional_objects(one, _BY_ACTS)]
    agents = deep_subjects(verb) if verb.pos_ == "VERB" else []
    return [each for each in (*agents, *around) if each.lemma_.lower() in lexicon()["acts"]]


def _fitting(found: list[Reference], rule: Rule) -> list[Reference]:
    if "person" not in rule.flags:
        found = [as_country(each) for each in found]
    if "body" in rule.flags:
        found = [each for each in found if each.id != each.code.lower() or each.code in ("NATO", "EUR")]
    return list({each.id: each for each in found}.values())
