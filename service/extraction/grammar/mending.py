"""Parses mended where the model errs often in this kind of text."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from service.extraction.grammar.mended_clauses import CLAUSE_MENDERS
from service.extraction.grammar.mended_joints import JOINT_MENDERS
from service.extraction.grammar.mended_verbs import VERB_MENDERS

_MENDERS = (*CLAUSE_MENDERS, *JOINT_MENDERS)
# No mender looks at these: a third of all words.
_NEVER_WRONG = frozenset(("det", "punct", "case", "cc", "nummod"))


def mend(doc: Doc, pipeline: Language) -> Doc:
    """The parse with its heads set right where they are known to be wrong; the same document."""
    for token in doc[1:]:
        if token.dep_ in _NEVER_WRONG:
            continue
        if not any(mended(token, pipeline) for mended in VERB_MENDERS):
            any(mended(token) for mended in _MENDERS)
    return doc
