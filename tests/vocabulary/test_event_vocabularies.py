"""PLOVER event types and CAMEO codes agree with the manual and with the choices that their files record."""

from __future__ import annotations

import pytest

from service.vocabulary import terms
from service.vocabulary.terms import event_score, event_sign, from_cameo, vocabulary

EVENTS = terms.event_types()
MODES = [(t.id, mode) for t in EVENTS.values() for mode in (None, *t.extra.get("modes", {}))]
# Codes whose act is another PLOVER type than the one that the manual gives their root; each note says why.
LEAVE_THEIR_ROOT = {"055", "056", "116", "1712", "175", "191", "192"}


def test_every_mode_is_described() -> None:
    modes = [mode for t in EVENTS.values() for mode in t.extra.get("modes", {}).values()]
    assert not [mode for mode in modes if not mode["definition"].endswith(".")]
    assert all(set(mode) <= {"score", "sign", "definition"} for mode in modes)


@pytest.mark.parametrize(
    ("name", "count"), [("plover_events", 16), ("plover_contexts", 37), ("quad_classes", 4), ("cameo", 316)]
)
def test_counts(name: str, count: int) -> None:
    assert len(vocabulary(name)) == count


def test_cameo_has_its_twenty_roots_and_every_code_has_its_parent() -> None:
    codes = set(vocabulary("cameo"))
    assert {code for code in codes if len(code) == 2} == {f"{root:02d}" for root in range(1, 21)}
    assert all(code[:-1] in codes for code in codes if len(code) > 2)


@pytest.mark.parametrize(("event_type", "mode"), MODES)
def test_score_lies_in_range_and_agrees_with_sign(event_type: str, mode: str | None) -> None:
    score, sign = event_score(event_type, mode), event_sign(event_type, mode)
    assert -10 <= score <= 10
    assert sign in (-1, 0, 1)
    if event_type != "REQUEST":
        assert score * sign > 0


@pytest.mark.parametrize("event_type", EVENTS)
def test_quad_class_agrees_with_sign(event_type: str) -> None:
    quad = terms.term("quad_classes", str(terms.quad_class(event_type)))
    assert quad.extra["sign"] == event_sign(event_type)


def test_request_is_neutral_only_to_assist_and_to_meet() -> None:
    signs = {mode: event_sign("REQUEST", mode) for mode in (None, "assist", "change", "yield", "meet")}
    assert signs == {None: -1, "assist": 0, "change": -1, "yield": -1, "meet": 0}


def test_traps_of_the_manual_are_settled_as_recorded() -> None:
    assert event_score("ACCUSE") == -3.0
    assert terms.quad_class("SANCTION") == 4
    assert event_score("SANCTION") == -6.0
    assert from_cameo("163") == ("SANCTION", "discontinue")
    assert event_score("PROTEST", "vandalize") == event_score("PROTEST") == -5.0
    required = {t.id for t in EVENTS.values() if t.extra["recipient_required"]}
    assert required == {"AID", "COOPERATE", "SANCTION"}


def test_old_type_names_are_aliases_of_one_type_each() -> None:
    aliases = [(alias, t.id) for t in EVENTS.values() for alias in t.extra.get("aliases", ())]
    assert sorted(aliases) == [
        ("DEMAND", "REQUEST"),
        ("DISAPPROVE", "ACCUSE"),
        ("FIGHT", "ASSAULT"),
        ("INVESTIGATE", "ACCUSE"),
    ]


def test_every_cameo_target_exists() -> None:
    dropped = set()
    for code, term in vocabulary("cameo").items():
        assert -10 <= term.extra["goldstein"] <= 10
        target = from_cameo(code)
        if target is None:
            dropped.add(code)
        else:
            event_score(*target)  # raises for a type or mode that PLOVER lacks
    assert dropped == {code for code in vocabulary("cameo") if code[:2] in ("01", "02")} | {"08"}


def test_cameo_codes_follow_the_roots_of_the_manual_except_where_noted() -> None:
    roots = {root: t.id for t in EVENTS.values() for root in t.extra["cameo_roots"]}
    strays = set()
    for code, term in vocabulary("cameo").items():
        target = from_cameo(code)
        if target is not None and target[0] != roots.get(code[:2], roots.get(code[:3])):
            strays.add(code)
            assert term.extra["note"]
    assert strays == LEAVE_THEIR_ROOT


def test_cameo_follows_the_edition_that_event_data_uses() -> None:
    """In an older edition 163 halts talks, 166 imposes sanctions and 016 voices sympathy."""
    values = {
        code: vocabulary("cameo")[code].extra["goldstein"] for code in ("016", "022", "124", "163", "166")
    }
    assert values == {"016": -2.0, "022": 3.2, "124": -4.0, "163": -8.0, "166": -7.0}


def test_host_and_guest_change_places() -> None:
    assert [code for code, term in vocabulary("cameo").items() if term.extra.get("swap")] == ["043"]
