"""In whose words sentences stand that name no speaker: quotations that run on, statements without marks."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from service.extraction.events.quotations import Quotation, attributed, quoted_spans
from service.extraction.events.saying import is_saying
from service.extraction.grammar.parsing import offset_of
from service.extraction.grammar.subjects import deep_subjects
from service.extraction.names.memory import Reference
from service.extraction.names.references import Resolver


class Voices:
    """Who speaks in an article, paragraph by paragraph; `text` is that of the first."""

    def __init__(self, text: str = "") -> None:
        # Whose quotation stood last, and whose statement the paragraph belongs to.
        self.before: Sequence[Reference] = ()
        self.stated: Sequence[Reference] = ()
        self.begin(text)

    def begin(self, text: str) -> None:
        """Go on to a paragraph of this text; one that begins with a quotation ends a statement."""
        self.text = text
        self.spans = quoted_spans(text)
        if self.spans and self.spans[0][0] == 0:
            self.stated = ()

    def of(self, resolver: Resolver, resolvers: Sequence[Resolver]) -> Sequence[Reference]:
        """Whose words a sentence of the paragraph quotes, by all of its sentences; nobody's if none."""
        if self.stated:
            return self.stated
        first, last = offset_of(resolver.tokens[0]), offset_of(resolver.tokens[-1])
        heard = self.before
        for span in self.spans:
            if last < span[0]:
                break
            quotation = attributed(resolver.doc, span, self.text, resolvers, heard)
            heard = quotation.speakers if quotation is not None else heard
            if first < span[1]:
                return heard
        return ()

    def quotations(self, doc: Doc, resolvers: Sequence[Resolver]) -> list[Quotation]:
        """The quotations of the paragraph, now that its sentences were read; all of it, in a statement."""
        if self.stated:
            return [Quotation(0, len(self.text), self.text, tuple(self.stated), None)]
        found = []
        for span in self.spans:
            quotation = attributed(doc, span, self.text, resolvers, self.before)
            if quotation is not None:
                found.append(quotation)
                self.before = quotation.speakers
        if resolvers:
            self.stated = _announced(self.text, resolvers[-1])
        return found


def _announced(text: str, last: Resolver) -> Sequence[Reference]:
    """ "Mr Tarus said:" at the end of a paragraph: whose words follow without marks of quotation."""
    verb = last.sentence.root
    if not text.rstrip().endswith(":") or not is_saying(verb):
        return ()
    return last.all(deep_subjects(verb))
