"""In whose words sentences stand that name no speaker: quotations that run on, statements without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anyascii import anyascii
from spacy.tokens import Doc, Token

from service.extraction.events.quotations import Quotation, attributed, quoted_spans
from service.extraction.events.saying import is_saying
from service.extraction.grammar.parsing import offset_of
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver

# How sure it is that words without a speaker are those of who spoke last.
_CERTAINTY = 0.8


class Voices:
    """Who speaks in an article, paragraph by paragraph; `text` is that of the first."""

    def __init__(self, text: str = "") -> None:
        # Whose quotation stood last, and whose statement the paragraph belongs to.
        self.before: Sequence[Reference] = ()
        self.stated: Sequence[Reference] = ()
        self.begin(text)

    def begin(self, text: str) -> None:
        """Go on to a paragraph; one that begins with a quotation or tells of the speaker ends a statement."""
        self.text = text
        self.spans = quoted_spans(text)
        quoted = bool(self.spans) and self.spans[0][0] == 0
        if quoted and self.stated:
            # "A spokesman said:", and the quotation is the next paragraph.
            self.before = self.stated
        if quoted or (self.stated and _tells_of(self.stated, text)):
            self.stated = ()

    def of(self, resolver: Resolver, resolvers: Sequence[Resolver]) -> Sequence[Reference]:
        """Whose words a sentence of the paragraph quotes, by all of its sentences; nobody's if none."""
        if self.stated:
            return _spoken_at(resolver.tokens[0], self.stated)
        if not self.spans:
            return ()
        first, last = offset_of(resolver.tokens[0]), offset_of(resolver.tokens[-1])
        heard = _spoken_at(resolver.doc[0], self.before)
        for span in self.spans:
            if last < span[0]:
                break
            quotation = attributed(resolver.doc, span, self.text, resolvers, heard)
            heard = quotation.speakers if quotation is not None else heard
            if first < span[1]:
                return heard
        return ()

    def quotations(self, doc: Doc, resolvers: Sequence[Resolver]) -> list[Quotation]:
        """The quotations of the paragraph, now that its sentences were read; each of them, in a statement."""
        if self.stated:
            return list(self._sentences(resolvers))
        found = []
        self.before = _spoken_at(doc[0], self.before) if self.spans else self.before
        for span in self.spans:
            quotation = attributed(doc, span, self.text, resolvers, self.before)
            if quotation is not None:
                found.append(quotation)
                self.before = quotation.speakers
        if resolvers:
            self.stated = _announced(self.text, resolvers[-1])
        return found

    def _sentences(self, resolvers: Sequence[Resolver]) -> Iterator[Quotation]:
        starts = [offset_of(each.tokens[0]) for each in resolvers]
        for resolver, start, end in zip(resolvers, starts, [*starts[1:], len(self.text)], strict=True):
            speakers = _spoken_at(resolver.tokens[0], self.stated)
            yield Quotation(start, end, self.text[start:end].strip(), speakers, None)


def _spoken_at(token: Token, speakers: Sequence[Reference]) -> tuple[Reference, ...]:
    """Those who spoke in a paragraph before, as the word at which their words go on refers to them."""
    known = ((each, 1.0 if each.how == "antecedent" else _CERTAINTY) for each in speakers)
    return tuple(each.at(token, "antecedent", certainty) for each, certainty in known)


def _tells_of(speakers: Sequence[Reference], text: str) -> bool:
    """Whether a text has the last name of any who speak: nobody says that of oneself."""
    words = set(re.findall(r"\w+", anyascii(text).lower()))
    return any(each.id.rpartition("-")[2] in words for each in speakers if "-" in each.id)


def _announced(text: str, last: Resolver) -> Sequence[Reference]:
    """ "Mr Tarus said:" at the end of a paragraph: whose words follow without marks of quotation."""
    verb = last.sentence.root
    if not text.rstrip().endswith(":") or not is_saying(verb):
        return ()
    return last.all(deep_subjects(verb))
