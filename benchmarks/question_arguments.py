"""What the benchmark asks: every question, with seeded arguments."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import orjson

from service.graph.connection import Database
from service.queries.contract import Query

# Each question with the arguments that it is asked with: alternatives stand between |, and for `$what`
# one of what Sample knows is drawn. `$one` and `$other` are the two of a pair of which something is told.
QUESTIONS: dict[str, str] = {
    "actors/list": "q=$name | q=$name kind=country | country=$country | kind=person identifier=x:1",
    "actors/detail": "id=$actor | id=$actor as_of=$day",
    "actors/relations": "id=$actor | id=$country type=holds_office | id=$actor as_of=$day",
    "actors/events": "id=$actor | id=$country rollup=true | id=$actor role=recipient | id=$actor from=$day",
    "actors/stances": "id=$actor | id=$country rollup=true | id=$actor role=target | id=$actor from=$day",
    "actors/statements": "id=$speaker | id=$country rollup=true | id=$speaker kind=stance",
    "actors/timeline": "id=$actor | id=$country rollup=true | id=$actor kinds=event,stance from=$day",
    "actors/neighbours": "id=$actor | id=$country rollup=true | id=$actor kinds=event,stance",
    "actors/allies": "id=$country | id=$country kind=country | id=$country as_of=$day",
    "actors/suggest": "prefix=$name",
    "actors/match": "queries=$names",
    "actors/properties": "ids=$countries",
    "events/list": (
        "actor=$actor | initiator=$one recipient=$other | topic=$topic from=$day | from=$day to=2024-12-31 |"
        " type=ASSAULT,COERCE initiator=$country rollup=true | type=AID | quad=4 from=$day |"
        " min_voices=2 actor=$actor"
    ),
    "events/detail": "id=$event",
    "events/claims": "id=$event | id=$event same_happening=true",
    "events/timeseries": (
        "initiator=$one recipient=$other | actor=$actor interval=year by=type | from=$year to=$year |"
        " initiator=$country rollup=true by=quad | topic=$topic | type=ASSAULT interval=year"
    ),
    "events/distribution": (
        "by=outlet actor=$actor | by=type from=$year to=$year | by=type initiator=$one recipient=$other"
    ),
    "events/narratives": "id=$event | id=$event group_by=speaker",
    "dyads/detail": "a=$one b=$other | a=$this-country b=$that-country rollup=true",
    "dyads/events": (
        "a=$one b=$other | a=$this-country b=$that-country rollup=true | a=$one b=$other from=$day"
    ),
    "dyads/series": "a=$one b=$other | a=$this-country b=$that-country rollup=true interval=year",
    "dyads/stances": "a=$one b=$other | a=$this-country b=$that-country interval=year rollup=true",
    "stances/list": (
        "holder=$one target=$other | holder=$actor | target=$actor | topic=$topic |"
        " from=$day position=praises"
    ),
    "stances/flips": "holder=$one target=$other | holder=$actor | topic=$topic",
    "stances/silent": "topic=$topic | topic=$topic bloc=o001 from=$year | topic=$topic kind=country",
    "stances/matrix": (
        "holders=$few-countries targets=$few-countries | holders=$countries targets=$few-countries |"
        " topic=$topic"
    ),
    "stances/explain": "holder=$this-country target=$that-country | holder=$one target=$other rollup=true",
    "alignment/list": "actors=$few-countries | actors=$countries from=$year",
    "topics/list": "q=$word",
    "topics/stances": "id=$topic | id=$topic from=$day",
    "claims/list": (
        "speaker=$speaker | fact=$fact | publication=$publication | outlet=$outlet | q=$word | kind=stance |"
        " speaker=$country rollup=true | from=$day modality=alleged | q=$word outlet=$outlet"
    ),
    "claims/detail": "id=$claim",
    "claims/evidence": "id=$claim | id=$claim around=1",
    "claims/corroboration": "id=$claim",
    "claims/contradictions": "id=$claim",
    "contradictions/list": "reason=measure_mismatch | reason=denied | from=$day",
    "articles/list": "outlet=$outlet | q=$word | q=$word outlet=$outlet",
    "articles/detail": "id=$article",
    "outlets/list": " | agency=true",
    "outlets/scorecard": "id=$outlet",
    "datasets/list": "",
    "datasets/detail": "id=dataset-customs-a | id=dataset-ties",
    "sanctions/list": "imposer=$country | target=$country rollup=true | from=$day",
    "relations/list": "subject=$actor | object=$country | type=holds_office object=$country as_of=$day",
    "measures/list": "of=$country | indicator=trade_turnover of=$this-country with=$that-country",
    "measures/compare": "indicator=trade_turnover of=$this-country with=$that-country",
    "trade/list": "reporter=$country | reporter=$this-country partner=$that-country",
    "status/summary": "",
    "merges/list": " | actor=$actor",
    "changes/list": "since=$day",
    "paths/list": "from=$this-country to=$that-country | from=$one to=$other",
    "network/summary": "actors=$few-countries | actors=$countries from=$year to=$year",
    "communities/list": "kinds=relation | kinds=event from=$year to=$year",
    "centrality/list": "kinds=relation measure=degree | kinds=event from=$year to=$year",
}

# One row for each of many claims: who is in many claims is drawn often, so the hubs are asked for most.
CLAIMS = """
MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 20000
MATCH (c)-[told:STATES {affirmed: true, status: 'accepted'}]->(f) WHERE told.retracted_at.year = 9999
MATCH (c)-[:FROM]->(p:Publication)
RETURN c.id AS claim, f.id AS fact, p.id AS publication, p.id STARTS WITH 'article' AS printed,
       head([l IN labels(f) WHERE l <> 'Fact']) AS kind,
       head(COLLECT { MATCH (c)-[:SPOKEN_BY]->(a) RETURN a.id }) AS speaker,
       head(COLLECT { MATCH (f)-[:ABOUT]->(t) RETURN t.id }) AS topic,
       head(COLLECT { MATCH (f)-[:INITIATED_BY|HELD_BY|SUBJECT|OF]->(a) RETURN a.id ORDER BY a.id }) AS one,
       head(COLLECT { MATCH (f)-[:DIRECTED_AT|TOWARD|OBJECT|WITH]->(a:Actor)
                      RETURN a.id ORDER BY a.id DESC }) AS other
ORDER BY claim
"""
NAMES = (
    "MATCH (a:Actor) WHERE a.name IS NOT NULL RETURN a.id AS id, a.name AS name, a.kind AS kind ORDER BY id"
)
OUTLETS = "MATCH (o:Outlet)<-[:PUBLISHED_BY]-(p) RETURN o.id AS id, count(p) AS printed ORDER BY id"


class Sample:
    """What there is in the graph to be asked for."""

    def __init__(self, database: Database, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - nothing here is secret
        claims = database.read(CLAIMS)
        names = database.read(NAMES)
        countries = {row["id"] for row in names if row["kind"] == "country"}
        outlets = [row["id"] for row in database.read(OUTLETS) for _ in range(row["printed"])]
        pairs = [row for row in claims if row["one"] and row["other"] and row["one"] != row["other"]]
        self.pairs = [(row["one"], row["other"]) for row in pairs]
        self.country_pairs = [pair for pair in self.pairs if set(pair) <= countries]
        self.pools: dict[str, Sequence[str]] = {
            "outlet": outlets,
            "name": [word for row in names for word in row["name"].split()],
            "speaker": [row["speaker"] for row in claims if row["speaker"]],
            "topic": [row["topic"] for row in claims if row["topic"]],
            "claim": [row["claim"] for row in claims],
            "publication": [row["publication"] for row in claims],
            "article": [row["publication"] for row in claims if row["printed"]],
            "fact": [row["fact"] for row in claims],
        }
        for kind in ("Event", "Stance", "Relation", "Measure"):
            self.pools[kind.lower()] = [row["fact"] for row in claims if row["kind"] == kind]

    def arguments(self, query: Query, asked: str) -> Iterator[dict[str, str]]:
        """Arguments without end; where they came before, another least confidence makes a new question."""
        alternatives = [dict(part.split("=", 1) for part in one.split()) for one in asked.split("|")]
        seen: set[tuple[tuple[str, str], ...]] = set()
        while True:
            drawn = self._drawn()
            chosen = self.rng.choice(alternatives)
            given = {name: drawn[what[1:]] if what[0] == "$" else what for name, what in chosen.items()}
            if tuple(given.items()) in seen and "min_confidence" in query.door.fields:
                given["min_confidence"] = f"{self.rng.uniform(0, 0.4):.6f}"
            seen.add(tuple(given.items()))
            yield given

    def _drawn(self) -> dict[str, str]:
        """One of everything, all of it for one request: its pair, its day and so on."""
        pair, countries = self.rng.choice(self.pairs), self.rng.choice(self.country_pairs)
        day = date(2015, 1, 1) + timedelta(days=self.rng.randrange(3600))
        many = dict.fromkeys(one for _ in range(12) for one in self.rng.choice(self.country_pairs))
        return {name: self.rng.choice(pool) for name, pool in self.pools.items()} | {
            "one": pair[0],
            "other": pair[1],
            "actor": self.rng.choice(pair),
            "this-country": countries[0],
            "that-country": countries[1],
            "country": self.rng.choice(countries),
            "few-countries": ",".join([*many][:4]),
            "countries": ",".join([*many][:10]),
            "word": self.rng.choice(self.pools["topic"]).split("-")[0],
            "day": day.isoformat(),
            "year": str(day.year),
            "names": self._queries(),
        }

    def _queries(self) -> str:
        """Ten names to be reconciled at once."""
        names = {f"q{number}": {"name": self.rng.choice(self.pools["name"])} for number in range(10)}
        return orjson.dumps(names).decode()
