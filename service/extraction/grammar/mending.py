"""Parses mended where the model errs often in this kind of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from service.extraction.grammar.mended_clauses import CLAUSE_MENDERS
from service.extraction.grammar.mended_joints import JOINT_MENDERS
from service.extraction.grammar.mended_lists import LIST_MENDERS
from service.extraction.grammar.mended_phrases import PHRASE_MENDERS
from service.extraction.grammar.mended_relatives import RELATIVE_MENDERS
from service.extraction.grammar.mended_subjects import SUBJECT_MENDERS
from service.extraction.grammar.mended_verbs import VERB_MENDERS

_Mender = TypeVar("_Mender")


def _by_dependency(menders: Iterable[tuple[_Mender, str]]) -> Mapping[str, tuple[_Mender, ...]]:
    """The menders of each dependency. Most words have none, and a page has a thousand words."""
    found: dict[str, tuple[_Mender, ...]] = {}
    for mender, dependencies in menders:
        for dependency in dependencies.split():
            found[dependency] = (*found.get(dependency, ()), mender)
    return found


_OF_VERBS = _by_dependency(VERB_MENDERS)
_OF_HEADS = _by_dependency(
    (*CLAUSE_MENDERS, *PHRASE_MENDERS, *JOINT_MENDERS, *LIST_MENDERS, *RELATIVE_MENDERS, *SUBJECT_MENDERS)
)


def mend(doc: Doc, pipeline: Language) -> Doc:
    """The parse with its heads set right where they are known to be wrong; the same document."""
    for token in doc[1:]:
        dependency = token.dep_
        if not any(mended(token, pipeline) for mended in _OF_VERBS.get(dependency, ())):
            any(mended(token) for mended in _OF_HEADS.get(dependency, ()))
    return doc
