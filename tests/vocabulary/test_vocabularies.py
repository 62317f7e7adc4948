"""The vocabularies are closed and complete, and agree with each other."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from service.errors import NotFound
from service.vocabulary import terms
from service.vocabulary.terms import Term, event_score, event_sign, event_types, from_cameo, vocabulary

KINDS = set(vocabulary("actor_kinds"))
SENTENCE = re.compile(r"[A-Z][^\n]*\.")
# What terms may have beside label, definition and source; a misspelt field is not among them.
FIELDS = {
    "plover_events": {"quad", "score", "sign", "recipient_required", "cameo_roots", "aliases", "modes"},
    "quad_classes": {"sign"},
    "sectors": {"level"},
    "cameo": {"type", "mode", "goldstein", "swap", "note"},
    "positions": {"polarity", "targets", "opposite"},
    "relation_types": {
        "subject_kinds", "object_kinds", "symmetric", "exclusive", "inverse",
        "wikidata", "wikidata_inverse", "ftm",
    },
    "indicators": {"unit", "with", "kind", "symmetric", "trade", "commodity"},
    "units": {"dimension"},
    "speech_acts": {"class"},
    "modalities": {"weight", "plover"},
    "methods": {"versioned"},
    "actor_kinds": {"ftm"},
    "date_precisions": {"length"},
    "evidence_sections": {"body_text"},
}  # fmt: skip


@pytest.mark.parametrize("name", terms.NAMES)
def test_every_term_is_described(name: str) -> None:
    found = vocabulary(name).values()
    assert not [t.id for t in found if not (t.label.strip() and t.source.strip())]
    assert not [t.id for t in found if not SENTENCE.fullmatch(t.definition)]
    assert not [(t.id, field) for t in found for field in t.extra if field not in FIELDS.get(name, ())]


@pytest.mark.parametrize("name", terms.NAMES)
def test_every_vocabulary_names_title_source_and_licence(name: str) -> None:
    found = vocabulary(name)
    assert found.title
    assert found.source
    assert found.licence


@pytest.mark.parametrize("term", vocabulary("positions").values(), ids=lambda term: term.id)
def test_position(term: Term) -> None:
    value = terms.polarity(term.id)
    assert -1 <= value <= 1
    assert term.extra["targets"]
    assert set(term.extra["targets"]) <= {"actor", "topic", "fact"}
    if "opposite" in term.extra:
        opposite = terms.position(term.extra["opposite"])
        assert opposite.extra["opposite"] == term.id
        assert terms.polarity(opposite.id) * value < 0


def test_only_positions_without_a_side_have_polarity_zero() -> None:
    assert {t for t in vocabulary("positions") if terms.polarity(t) == 0} == {"neutral", "abstains"}


@pytest.mark.parametrize("term", vocabulary("relation_types").values(), ids=lambda term: term.id)
def test_relation_type(term: Term) -> None:
    extra = term.extra
    assert set(extra["subject_kinds"]) <= KINDS
    assert set(extra["object_kinds"]) <= KINDS | {"place"}
    assert extra["subject_kinds"]
    assert extra["object_kinds"]
    assert set(extra["exclusive"]) <= {"subject", "object", "title"}
    assert all(re.fullmatch(r"P\d+", extra[key]) for key in ("wikidata", "wikidata_inverse") if key in extra)
    if extra["symmetric"]:
        assert extra["inverse"] == term.label
        assert extra["subject_kinds"] == extra["object_kinds"]
    else:
        assert extra["inverse"] != term.label


@pytest.mark.parametrize("term", vocabulary("indicators").values(), ids=lambda term: term.id)
def test_indicator(term: Term) -> None:
    assert term.extra["unit"] in vocabulary("units")
    assert term.extra["with"] in ("required", "optional", "none")
    assert term.extra["kind"] in ("flow", "stock", "ratio")
    assert not term.extra.get("symmetric") or term.extra["with"] == "required"


def test_modality_weights() -> None:
    weights = {name: terms.modality_weight(name) for name in vocabulary("modalities")}
    assert weights == {
        "asserted": 1.0,
        "alleged": 0.7,
        "planned": 0.5,
        "conditional": 0.3,
        "denied": 0.0,
        "demanded": 0.0,
    }


def test_speech_acts_have_a_class_of_searle_or_are_forms() -> None:
    classes = {term.extra["class"] for term in vocabulary("speech_acts").values()}
    assert classes == {"assertive", "directive", "commissive", "expressive", "declaration", "any"}


@pytest.mark.parametrize(
    ("ask", "named"),
    [
        (lambda: vocabulary("../errors"), "plover_events"),
        (lambda: terms.position("suports"), "supports"),
        (lambda: terms.relation_type("ally"), "allied_with"),
        (lambda: terms.indicator("trade"), "trade_turnover"),
        (lambda: event_score("CONSULT", "ceasefire"), "visit"),
        (lambda: event_sign("DEMAND"), "REQUEST"),
        (lambda: from_cameo("999"), "163"),
    ],
)
def test_an_unknown_name_is_refused_with_the_names_there_are(ask: Callable[[], object], named: str) -> None:
    with pytest.raises(NotFound, match=named):
        ask()


def test_a_loaded_vocabulary_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        event_types()["AID"].extra["score"] = 0  # type: ignore[index]
    assert event_score("AID") == 10.0
