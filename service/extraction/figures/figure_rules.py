"""The rules of indicator_words.toml: how the news states the indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from service.extraction.word_lists import toml_table
from service.vocabulary.terms import indicator


@dataclass(frozen=True)
class Rule:
    """One entry of the file, which describes the fields."""

    id: str
    indicator: str
    units: frozenset[str]
    of: tuple[str, ...]
    with_: tuple[str, ...]
    nouns: tuple[tuple[tuple[frozenset[str], ...], str], ...]
    verbs: frozenset[str]
    via: frozenset[str]
    near: frozenset[str]
    unless: frozenset[str]
    receiving: frozenset[str]
    topic: str | None
    says: str
    growth: str
    sign: int
    by: frozenset[str] | None
    flags: frozenset[str]

    @property
    def unit(self) -> str | None:
        """The unit of the rule's indicator; None where it takes that of the figure before."""
        return str(indicator(self.indicator).extra["unit"]) if self.indicator else None


@cache
def lexicon() -> Mapping[str, frozenset[str]]:
    """The general words of the file."""
    return {name: frozenset(words) for name, words in _file()["words"].items()}


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order of the file."""
    return tuple(_rule(entry) for entry in _file()["rule"])


def _file() -> Mapping[str, Any]:
    return toml_table("figures", "indicator_words.toml")


def _rule(entry: dict[str, Any]) -> Rule:
    def words(name: str) -> frozenset[str]:
        return frozenset(entry.get(name, ()))

    return Rule(
        entry["id"], entry["indicator"], words("units"), tuple(entry["of"]), tuple(entry.get("with", ())),
        tuple(_phrase(noun) for noun in entry.get("nouns", ())), words("verbs"),
        frozenset(entry.get("via", ("",))), words("near"), _listed(entry, "unless") or frozenset(),
        words("receiving"), entry.get("topic"),
        entry.get("says", "any"), entry.get("as", "growth_factor" if "topic" in entry else ""),
        entry.get("sign", 1), _listed(entry, "by"),
        frozenset(key for key, value in entry.items() if value is True),
    )  # fmt: skip


def _listed(entry: Mapping[str, Any], name: str) -> frozenset[str] | None:
    """The list of [words] that an entry names, where it names one."""
    return lexicon()[entry[name]] if name in entry else None


def _phrase(text: str) -> tuple[tuple[frozenset[str], ...], str]:
    *modifiers, head = text.split("+")
    return tuple(frozenset(each.split("|")) for each in modifiers), head


@cache
def triggers() -> frozenset[str]:
    """Lemmas of which a sentence must have one for any rule to fit."""
    heads = {head for rule in rules() for _, head in rule.nouns if not rule.verbs}
    return frozenset(heads | {verb for rule in rules() for verb in rule.verbs})
