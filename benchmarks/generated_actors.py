"""A fictional world to tell stories of: countries, who held which office, ministries, blocs, outlets, topics.

Nobody in it exists. Low numbers are the hubs: whatever draws from a Wheel draws c001 most often.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]
Term = tuple[str, date, date]

COUNTRIES, MINISTRIES, OUTLETS, AGENCIES = 190, 60, 90, 6
OTHERS = (
    ("o", "organization", "Bloc", 40),
    ("g", "group", "Movement", 60),
    ("k", "organization", "Works", 80),
)
# Zipf exponents with which the shares of the busiest come out as in real event data: see README.md.
ACTOR_EXPONENT, OUTLET_EXPONENT, TOPIC_EXPONENT, OTHER_EXPONENT = 1.1, 0.8, 0.9, 0.8
TITLES = ("President", "Foreign Minister", "Spokesperson", "Defence Minister")
FIRST, LAST = date(2010, 1, 1), date(2024, 12, 31)
ADJECTIVES: tuple[str, ...] = ("border", "coastal", "regional", "civil", "naval", "rural", "joint", "open")
ADJECTIVES += ("common", "digital")
MATTERS: tuple[str, ...] = ("trade", "fisheries", "energy", "talks", "security", "transit", "water", "loans")
MATTERS += ("tariffs", "rails")
STEMS: tuple[str, ...] = ("Zub", "Quor", "Vlim", "Hesk", "Drob", "Yent", "Plaz", "Wirr", "Osk", "Fenn")
STEMS += ("Grul", "Tavv", "Ibb", "Jorl", "Kest", "Murr", "Nolz", "Rusk", "Selv", "Ulq")
ENDINGS = ("avia", "onda", "este", "ulmark", "isa", "orra", "emland", "ubar", "achie", "itania")
TIES = ("allied_with", "borders", "partner_of", "rival_of", "sanctions", "supplies", "disputes_with")


class Wheel:
    """Draws an item, the n-th with the weight of n to the power of minus the exponent."""

    def __init__(self, items: Sequence[Any], exponent: float) -> None:
        self.items = items
        self.cumulated: list[float] = []
        total = 0.0
        for rank in range(1, len(items) + 1):
            total += rank**-exponent
            self.cumulated.append(total)

    def draw(self, rng: random.Random) -> Any:
        """One item."""
        return self.items[bisect(self.cumulated, rng.random() * self.cumulated[-1])]


@dataclass
class World:
    """Who there is; `tenures` are (person, since, until) by country and title."""

    rng: random.Random
    tenures: dict[str, dict[str, list[Term]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.countries = _ids("c", COUNTRIES)
        self.ministries = {country: f"m{country[1:]}" for country in self.countries[:MINISTRIES]}
        self.others = {letter: _ids(letter, count) for letter, _, _, count in OTHERS}
        self.outlets = [f"outlet-{number:02}" for number in range(1, OUTLETS + 1)]
        self.agencies = [f"wire-{number}" for number in range(1, AGENCIES + 1)]
        self.topics = [f"{adjective}-{matter}" for matter in MATTERS for adjective in ADJECTIVES]
        self.country_wheel = Wheel(self.countries, ACTOR_EXPONENT)
        self.outlet_wheel = Wheel(self.outlets, OUTLET_EXPONENT)
        self.topic_wheel = Wheel(self.topics, TOPIC_EXPONENT)
        # A bloc, a movement, a company, in turn, so that each of them has busy ones.
        mixed = [one for three in zip(*self.others.values(), strict=False) for one in three]
        self.other_wheel = Wheel(mixed, OTHER_EXPONENT)
        people = iter(range(1, 10_000))
        for rank, country in enumerate(self.countries):
            titles = TITLES[: 4 if rank < 20 else 3 if rank < 60 else 2]
            self.tenures[country] = {title: list(self._terms(people)) for title in titles}

    def _terms(self, people: Iterator[int]) -> Iterator[Term]:
        """One after another in one office, each for two to seven years."""
        since = FIRST
        while since < LAST:
            until = since + timedelta(days=int(self.rng.uniform(2, 7) * 365))
            yield f"p{next(people):04}", since, until
            since = until + timedelta(days=1)

    def pair(self) -> tuple[str, str]:
        """Two countries, the busy ones often."""
        one = other = self.country_wheel.draw(self.rng)
        while other == one:
            other = self.country_wheel.draw(self.rng)
        return one, other

    def holder(self, country: str, day: date) -> str:
        """Who holds one of the country's offices on the day."""
        terms = self.rng.choice(list(self.tenures[country].values()))
        return next((person for person, since, until in terms if since <= day <= until), terms[-1][0])

    def face(self, country: str, day: date) -> str:
        """Who acts for the country: itself, else an office-holder, a ministry, or a body of no country."""
        chance = self.rng.random()
        if chance < 0.70:
            return country
        if chance < 0.88:
            return self.holder(country, day)
        if chance < 0.93:
            return self.ministries.get(country, country)
        return str(self.other_wheel.draw(self.rng))

    def declarations(self) -> Iterator[Json]:
        """Every actor, outlet, topic and place."""
        for number, country in enumerate(self.countries):
            name = STEMS[number % len(STEMS)] + ENDINGS[number // len(STEMS)]
            yield _actor(country, "country", name, metonyms=[f"the {name} Palace"], demonyms=[f"{name}n"])
            yield self._city(country, name)
            if country in self.ministries:
                yield _actor(self.ministries[country], "organization", f"Foreign Ministry of {name}")
            for terms in self.tenures[country].values():
                yield from (
                    _actor(person, "person", f"{self._name()} {self._name()}") for person, _, _ in terms
                )
        for letter, kind, sort, _ in OTHERS:
            yield from (_actor(one, kind, f"{self._name()} {sort} {one[1:]}") for one in self.others[letter])
        for id_ in (*self.outlets, *self.agencies):
            name = id_.replace("-", " ").title()
            yield {"record": "outlet", "id": id_, "name": name, "agency": id_ in self.agencies}
        for id_ in self.topics:
            yield {"record": "topic", "id": id_, "name": id_.replace("-", " ")}

    def _city(self, country: str, name: str) -> Json:
        latitude, longitude = round(self.rng.uniform(-60, 70), 3), round(self.rng.uniform(-180, 180), 3)
        place = {"record": "place", "id": f"city-{country}", "name": f"{name} City", "country": country}
        return {**place, "latitude": latitude, "longitude": longitude}

    def _name(self) -> str:
        return self.rng.choice(STEMS) + self.rng.choice(ENDINGS)

    def relations(self) -> Iterator[Json]:
        """Offices, capitals, ministries and memberships, then ties of pairs without end."""
        for country in self.countries:
            yield {"type": "has_capital", "subject": country, "object": {"place": f"city-{country}"}}
            for title, terms in self.tenures[country].items():
                yield from self._offices(country, title, terms)
        for country, ministry in self.ministries.items():
            yield {**_tie("part_of", ministry, country), "speaks_for": True}
        for bloc in self.others["o"]:
            members = {self.country_wheel.draw(self.rng) for _ in range(self.rng.randrange(8, 60))}
            yield from ({**_tie("member_of", one, bloc), "since": self._year()} for one in sorted(members))
        yield from (_tie("based_in", one, self.country_wheel.draw(self.rng)) for one in self.others["g"])
        while True:
            tie = _tie(self.rng.choice(TIES), *self.pair())
            yield {**tie, "since": self._year(), "topics": [self.topic_wheel.draw(self.rng)]}

    def _offices(self, country: str, title: str, terms: list[Term]) -> Iterator[Json]:
        """Who held the office; of every tenth holder it is also said that the term ended later."""
        for person, since, until in terms:
            office = {**_tie("holds_office", person, country), "title": title, "speaks_for": True}
            office["since"] = since.isoformat()
            yield {**office, "until": until.isoformat()}
            if self.rng.random() < 0.1:
                yield {**office, "until": (until + timedelta(days=self.rng.randrange(1, 90))).isoformat()}

    def _year(self) -> str:
        return str(self.rng.randrange(1990, 2025))


def _ids(letter: str, count: int) -> list[str]:
    return [f"{letter}{number:03}" for number in range(1, count + 1)]


def _actor(id_: str, kind: str, name: str, **more: Any) -> Json:
    return {"record": "actor", "id": id_, "kind": kind, "name": name, **more}


def _tie(kind: str, subject: str, object_: str) -> Json:
    return {"type": kind, "subject": subject, "object": {"actor": object_}}
