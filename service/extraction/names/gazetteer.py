"""Names of actors and places as the news prints them, from the bundled claims and the gazetteer's files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from service.extraction.names.bundled_records import bundled_records
from service.extraction.word_lists import toml_table

# Bodies of these organizations count as the organization: the coding rules know no finer code.
_BODIES = {"un": "UNO", "eu": "EUR", "nato": "NATO", "g7": "G7", "brics": "BRICS", "west": "WEST"}
_TIES = ("part_of", "subsidiary_of", "based_in", "member_of", "affiliated_with", "citizen_of")
_DATASETS = ("countries", "organizations", "people")
# "President El-Sisi" is written so behind a title.
_ARTICLE = re.compile(r"(?<!\w)(?:al|el|ibn|bin)(?=-)")
_PREFIX = re.compile(r"^(?:al|el|as|ash|ar|an)-", re.IGNORECASE)
_FAMILY_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "HUN"))
# Shorter names are more often initials than actors, unless they are written in capitals.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Office:
    """A title held in an organization or country, from `since` to `until` (partial ISO dates)."""

    title: str
    of: str
    since: str | None = None
    until: str | None = None

    def held_on(self, day: str) -> bool:
        """Whether the office was held on `day`, as far as the dates tell."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day[: len(self.until)] <= self.until
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor or place: its id, and the code of the country or organization for which it acts."""

    id: str
    kind: str
    name: str
    code: str | None
    sector: str | None = None
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """One way in which a name may be meant: `how` is name, demonym, metonym or place."""

    entry: Entry
    how: str


@dataclass(frozen=True)
class Gazetteer:
    """Everything that has a name: namings by name, entries by id, persons by surname and by office."""

    names: Mapping[str, tuple[Naming, ...]]
    entries: Mapping[str, Entry]
    surnames: Mapping[str, tuple[Entry, ...]]
    roles: Mapping[str, str]
    declared: Mapping[str, dict[str, Any]]

    def is_country(self, code: str) -> bool:
        """Whether a code is that of a country, not of an organization or bloc."""
        entry = self.entries.get(code.lower())
        return entry is not None and entry.kind == "country"


@dataclass
class _Making:
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    aliases: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    ties: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=lambda: dict(_BODIES))
    sectors: dict[str, str] = field(default_factory=dict)
    offices: dict[str, list[Office]] = field(default_factory=lambda: defaultdict(list))
    places: list[tuple[str, str]] = field(default_factory=list)

    def declare(self, record: dict[str, Any]) -> None:
        id_ = record["id"]
        self.records.setdefault(id_, {"record": "actor", **{k: record[k] for k in ("id", "kind", "name")}})
        for name in (record["name"], record.get("official_name"), *record.get("aliases", ())):
            if name:
                self.aliases[id_].setdefault(name, "name")
        for how in ("demonym", "metonym"):
            for name in record.get(how + "s", ()):
                self.aliases[id_].setdefault(name, how)

    def relate(self, relation: dict[str, Any]) -> None:
        object_ = relation["object"].get("actor")
        if object_ is None:
            return
        if relation["type"] in _TIES:
            self.ties.setdefault(relation["subject"], object_)
        elif relation["type"] == "holds_office":
            office = Office(relation["title"], object_, relation.get("since"), relation.get("until"))
            self.offices[relation["subject"]].append(office)

    def code(self, id_: str, depth: int = 0) -> str | None:
        if id_ in self.codes:
            return self.codes[id_]
        record = self.records.get(id_)
        if record is not None and record["kind"] == "country":
            return id_.upper()
        offices = self.offices.get(id_, ())
        above = offices[-1].of if offices else self.ties.get(id_)
        if above is not None and depth < 4 and (code := self.code(above, depth + 1)) is not None:
            return code
        if id_ in self.ties and depth < 4:
            return self.code(self.ties[id_], depth + 1)
        return "IGO" if record is not None and record["kind"] == "organization" else None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read once for each process."""
    making = _Making()
    for name in _DATASETS:
        for record in bundled_records(name):
            if record["record"] == "actor":
                making.declare(record)
            elif record["record"] == "claim" and record["kind"] == "relation":
                making.relate(record["relation"])
    _groups(making)
    _organizations(making)
    _leaders(making)
    for id_, names in _table("metonyms.toml").items():
        for name in names:
            making.aliases[id_].setdefault(name, "metonym")
    _cities(making)
    making.codes |= _BODIES
    return _finished(making)


def is_declared(id_: str) -> bool:
    """Whether an id is that of an actor whom the gazetteer knows; else it is that of a place."""
    return id_ in gazetteer().declared


def _groups(making: _Making) -> None:
    table = _table("armed_groups.toml")
    making.codes |= {id_: country.upper() for id_, country in table.get("countries", {}).items()}
    making.sectors |= {id_: sector for sector, ids in table.get("sectors", {}).items() for id_ in ids}
    for group in table.get("group", ()):
        kind = "organization" if group.get("sector") in ("PTY", "MIL", "SPY", "COP", "LEG") else "group"
        making.declare({**group, "kind": kind})
        making.codes[group["id"]] = group["country"].upper()
        making.sectors[group["id"]] = group["sector"]


def _organizations(making: _Making) -> None:
    table = _table("organizations.toml")
    making.codes |= {id_: code.upper() for id_, code in table.get("codes", {}).items()}
    for organization in table.get("organization", ()):
        making.declare({**organization, "kind": "organization"})
        making.codes[organization["id"]] = organization["code"].upper()


def _leaders(making: _Making) -> None:
    for leader in _table("leaders.toml").get("leader", ()):
        making.declare({**leader, "kind": "person"})
        of = leader.get("country") or leader["organization"]
        making.ties.setdefault(leader["id"], of)
        for office in leader.get("offices", ()):
            making.offices[leader["id"]].append(
                Office(office["title"], of, office.get("since"), office.get("until"))
            )


def _cities(making: _Making) -> None:
    for id_, cities in _table("cities.toml").items():
        if id_ != "ambiguous":
            making.places += [(city, id_) for city in cities]
    for record in bundled_records("countries"):
        if record["record"] == "place" and record.get("country"):
            making.places.append((record["name"], record["country"]))


def _finished(making: _Making) -> Gazetteer:
    entries = {
        id_: Entry(
            id_, record["kind"], record["name"], making.code(id_), making.sectors.get(id_),
            tuple(making.offices.get(id_, ())),
        )
        for id_, record in making.records.items()
    }  # fmt: skip
    names: dict[str, list[Naming]] = defaultdict(list)
    for id_, aliases in making.aliases.items():
        for alias, how in aliases.items():
            if id_ in entries and len(alias) >= SHORTEST:
                names[alias].append(Naming(entries[id_], how))
                capital = _ARTICLE.sub(lambda article: article[0].capitalize(), alias)
                if capital not in aliases:
                    names[capital].append(Naming(entries[id_], how))
    for city, id_ in making.places:
        if id_ in entries and not any(naming.how == "metonym" for naming in names.get(city, ())):
            names[city].append(Naming(entries[id_], "place"))
    by_surname: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind == "person" and " " in entry.name:
            for surname in surnames(entry.name.split(), entry.code):
                by_surname[surname].append(entry)
    roles = {lemma: sector for sector, lemmas in _table("roles.toml").items() for lemma in lemmas}
    return Gazetteer(
        {name: tuple(namings) for name, namings in names.items()},
        entries,
        {name: tuple(dict.fromkeys(each)) for name, each in by_surname.items()},
        roles,
        making.records,
    )


def surnames(words: Sequence[str], code: str | None) -> tuple[str, ...]:
    """The last word of a name, without its article: "Abadi" of "al-Abadi"; also the first in East Asia."""
    last = words[-1]
    bare = _PREFIX.sub("", last)
    found = (last, bare) if bare != last else (last,)
    return (*found, words[0]) if code in _FAMILY_FIRST else found


def _table(name: str) -> Mapping[str, Any]:
    return toml_table("names", f"gazetteer/{name}")
