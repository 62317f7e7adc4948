"""What an argument of an event refers to: an actor with its country, and how that was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from service.extraction.grammar.lemmas import lemma_of
from service.extraction.grammar.nouns import RELATIVES, prepositional_objects, with_conjuncts
from service.extraction.names import antecedents, noun_phrases
from service.extraction.names.gazetteer import gazetteer
from service.extraction.names.memory import BLOC_CODES, Memory, Reference
from service.extraction.names.mentions import Mention
from service.extraction.word_lists import word_lists

# How far references are followed from noun to noun.
_DEEPEST = 5
# Words of a title between an organization and a name: "Commission President".
_TITLE = 4
_SCORES = {"name": 1.0, "demonym": 0.95, "metonym": 0.9, "surname": 0.8, "place": 0.6}
_CHAMBERS = word_lists("names", "reference_words.toml")["chambers"]
_AGAINST_THE_STATE = frozenset(("REB", "OPP", "LAB", "CRM"))
# The other Korea, by the one that is named and the words before it.
_KOREAS = {("kor", "north and"): "prk", ("prk", "south and"): "kor"}


class Resolver:
    """Resolves the tokens of one sentence; `memory` holds what stood before it."""

    def __init__(self, doc: Doc, sentence: Span, covering: Sequence[Mention | None], memory: Memory) -> None:
        self.doc = doc
        self.sentence = sentence
        self.covering = covering
        self.memory = memory
        self.roles = gazetteer().roles
        self.tokens = list(sentence)
        # What the lexicons look up: the lemma of each token, and all words of the sentence with their lemmas.
        self.lemmas = [lemma_of(token) for token in self.tokens]
        written = (word for token in self.tokens for word in (token.lemma_.lower(), token.lower_))
        # "$2.5bn" is a sum of dollars to a lexicon, whatever its currency.
        sums = ("dollar",) if any(token.tag_ == "$" for token in self.tokens) else ()
        self.words = frozenset((*self.lemmas, *written, *sums))
        self.speakers: Sequence[Reference] = ()
        # In whose words the sentence stands where no verb of its own tells: by quotation or statement.
        self.voice: Sequence[Reference] = ()
        # With whom each code has had to do in the sentence so far.
        self.counterparts: dict[str, tuple[Reference, ...]] = {}
        # Who helped whom in it, by their codes.
        self.helping: set[frozenset[str]] = set()
        # The pronouns whose antecedents are being looked for: none refers to itself.
        self.resolving: set[int] = set()

    def hear(self, speakers: Sequence[Reference]) -> None:
        """Let "I" and "we" mean those who say a clause, else those in whose words the sentence stands."""
        self.speakers = speakers or self.voice

    def all(self, tokens: Iterable[Token], *, places: bool = False, context: bool = True) -> list[Reference]:
        """The actors of several tokens and of what is joined to them, each once, in the order of the text.

        With `context`, a noun such as "police" without a country takes that of the sentence or text.
        """
        found: dict[str, Reference] = {}
        for token in tokens:
            for each in with_conjuncts(token):
                for reference in self.of(each, places=places):
                    if context or reference.how != "context":
                        found.setdefault(reference.id, reference)
        return list(found.values())

    def all_within(self, token: Token, places: bool, depth: int) -> list[Reference]:
        """As `all`, for one token inside another's phrase."""
        parts = with_conjuncts(token)
        found = [each for part in parts for each in self.of(part, places=places, depth=depth + 1)]
        return list({each.id: each for each in found}.values())

    def of(self, token: Token, *, places: bool = False, depth: int = 0) -> list[Reference]:
        """The actors that one noun or pronoun refers to; `places` lets a town stand for its country."""
        if depth > _DEEPEST:
            return []
        if token.lower_ in RELATIVES and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
            return self.of_relative(token, places, depth)
        mention = self.covering[token.i]
        if mention is None and token.pos_ == "PRON" and token.lower_ != "each":
            return self.pronoun(token)
        if mention is not None and not _only_modifies(token, mention) and not self._is_of_another(token):
            named = self.named(mention, places)
            if named is not None and mention.entry.kind == "person":
                named = replace(named, code=self._organization_before(mention) or named.code)
            if named is not None and (person := self._compatriot(token, mention)) is not None:
                return [person.at(token, "antecedent", 0.8)]
            if named is not None:
                return [*self._other_korea(mention), *self._joined_before(mention), named]
        return noun_phrases.of_noun(self, token, places, depth)

    def of_relative(self, pronoun: Token, places: bool = False, depth: int = 0) -> list[Reference]:
        """The actors of the noun to which a relative clause belongs, by its pronoun."""
        relative = pronoun.head
        while relative.dep_ not in ("relcl", "ROOT"):
            relative = relative.head
        return self.of(relative.head, places=places, depth=depth + 1) if relative.dep_ == "relcl" else []

    def mentions(self) -> Iterator[Mention]:
        """The names of the sentence, each once, in the order of the text."""
        for at in range(self.sentence.start, self.sentence.end):
            mention = self.covering[at]
            if mention is not None and mention.start == at:
                yield mention

    def by_code(self, mentions: Iterable[Mention]) -> dict[str, Reference]:
        """The actors that some names mean, by code; of several of one code the first. No towns."""
        found: dict[str, Reference] = {}
        for mention in mentions:
            reference = self.named(mention, False)
            if reference is not None:
                found.setdefault(reference.code, reference)
        return found

    def pronoun(self, token: Token) -> list[Reference]:
        """The antecedent of a personal or possessive pronoun."""
        return antecedents.of_pronoun(self, token)

    def named(self, mention: Mention, places: bool = True) -> Reference | None:
        """The actor that a name names."""
        entry, start, end = mention.entry, mention.start, mention.end
        if entry.code is None or (mention.how == "place" and not places):
            return None
        score = _SCORES[mention.how]
        if mention.others and mention.others[0].code != entry.code:
            score *= 0.7
        sector = entry.sector or ("GOV" if entry.kind == "person" else None)
        others = tuple(other.id for other in mention.others)
        return Reference(entry.id, entry.code, sector, start, end, mention.how, score, others)

    def _compatriot(self, token: Token, mention: Mention) -> Reference | None:
        """ "The Swede said": of whom the text told last, where he acts for an organization of states."""
        person = self.memory.person
        alone = mention.how == "demonym" and token.dep_ == "nsubj" and token.tag_ in ("NN", "NNP")
        one = alone and any(child.lower_ == "the" for child in token.children)
        return person if one and person is not None and person.code in BLOC_CODES else None

    def _is_of_another(self, token: Token) -> bool:
        """ "Argentina's Congress" is not the one in Washington, "Kosovo's Serbs" are not Serbia's."""
        owned = [child for child in token.children if self.covering[child.i] is not None]
        if token.text not in _CHAMBERS:
            # "Ecuadorean Indians"
            native = token.text == "Indians" and bool(owned)
            return native or (token.tag_ in ("NNPS", "NNS") and any(each.dep_ == "poss" for each in owned))
        # "Congress in Lima"
        towns = prepositional_objects(token, ("in", "of"))
        placed = any(self.covering[each.i] is not None for each in towns)
        return placed or any(child.dep_ in ("poss", "amod", "compound") for child in owned)

    def _other_korea(self, mention: Mention) -> list[Reference]:
        """ "North and South Korea" names two."""
        if mention.entry.id not in ("kor", "prk"):
            return []
        start = mention.start - 2
        other = _KOREAS.get((mention.entry.id, self.doc[max(0, start) : mention.start].text.lower()))
        if other is None:
            return []
        return [Reference(other, other.upper(), None, start, mention.end, "name", 1.0)]

    def _organization_before(self, person: Mention) -> str | None:
        """ "NATO chief Jens Stoltenberg" acts for NATO, not for his country."""
        before = self.covering[max(self.sentence.start, person.start - _TITLE - 1) : person.start]
        mention = next((each for each in reversed(before) if each is not None), None)
        if mention is None or mention.entry.code not in BLOC_CODES or mention.end == person.start:
            return None
        title = self.doc[mention.end : person.start]
        plain = all(each.pos_ in ("NOUN", "PROPN", "ADJ") or each.text == "-" for each in title)
        office = any(self.is_role(each) or each.lower_ == "chief" for each in title)
        return mention.entry.code if plain and office else None

    def _joined_before(self, mention: Mention) -> list[Reference]:
        """ "Thai and Cambodian troops", where the latter are a name of their own."""
        if (
            mention.end - mention.start < 2
            or mention.start < 2
            or self.doc[mention.start - 1].lower_ != "and"
        ):
            return []
        other = self.covering[mention.start - 2]
        country = other is not None and (other.how == "demonym" or other.entry.kind == "country")
        named = self.named(other, False) if other is not None and country else None
        return [named] if named is not None else []

    def sector_of(self, noun: Token) -> str | None:
        """The sector of a noun that acts for a country: that of "rebel" for "rebel commander"."""
        lemma = noun.lemma_.lower()
        before = [child.lower_ for child in noun.children if child.dep_ in ("compound", "amod")]
        whole = (self.roles.get(f"{word} {lemma}") for word in before)
        against = (sector for word in before if (sector := self.roles.get(word)) in _AGAINST_THE_STATE)
        return next(filter(None, whole), None) or next(against, None) or self.roles.get(lemma)

    def is_role(self, token: Token) -> bool:
        """Whether a noun is one that acts for a country: "minister", "troops", "police"."""
        lemma = token.lemma_.lower()
        # "Came to office", "Tarus's office": none that acts for a country.
        bare = lemma == "office" and not any(child.dep_ in ("det", "compound") for child in token.children)
        return (lemma in self.roles and not bare) or token.ent_type_ == "PERSON"


def _only_modifies(token: Token, mention: Mention) -> bool:
    """Whether a name's head is an adjective of a noun behind it: "the Russian" against "Russian troops"."""
    return (
        mention.how == "demonym"
        and token.dep_ in ("amod", "compound", "nmod")
        and token.head.i >= mention.end
    )
