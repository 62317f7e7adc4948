"""Stories of a fictional world: what its countries did and said to each other, before anybody prints it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from generated_actors import Json, Wheel, World

from service.claims.fact_schemas import EventSchema
from service.claims.facts import make_fact
from service.vocabulary.terms import event_types, vocabulary

# Thousandths of the types among ICEWS events: see README.md.
TYPES = {
    "CONSULT": 328,
    "AGREE": 164,
    "ACCUSE": 97,
    "SUPPORT": 95,
    "COERCE": 91,
    "ASSAULT": 88,
    "PROTEST": 45,
}
TYPES |= {"REQUEST": 21, "REJECT": 21, "THREATEN": 11, "AID": 9, "SANCTION": 8, "RETREAT": 7, "CONCEDE": 5}
TYPES |= {"MOBILIZE": 4, "COOPERATE": 4}
MODALITIES = {"asserted": 84, "alleged": 7, "planned": 4, "conditional": 3, "demanded": 2}
STATUSES = {"accepted": 93, "proposed": 6, "rejected": 1}
CONTEXTS = Wheel(("diplomatic", "military", "economic", "territory", "technology", "migration"), 1.0)
BEGIN, DAYS, CRISES = date(2015, 1, 1), 3650, 120
EVENT = EventSchema()


@dataclass
class Story:
    """Sentences, and for each the claim that it makes."""

    day: date
    sentences: list[str] = field(default_factory=list)
    claims: list[Json] = field(default_factory=list)

    def add(self, sentence: str, kind: str, fact: Json, told: Json) -> None:
        """One more sentence."""
        self.sentences.append(sentence)
        self.claims.append({"kind": kind, kind: fact, "summary": sentence[:300], **told})


class Teller:
    """Tells what happened: in crises, between those who met before, anew, and what others told already."""

    def __init__(self, world: World, rng: random.Random) -> None:
        self.world, self.rng = world, rng
        crises = [(*world.pair(), rng.randrange(DAYS), rng.uniform(5, 60)) for _ in range(CRISES)]
        self.crises = Wheel(crises, 0.8)
        self.pairs: list[tuple[str, str]] = []
        self.told: list[tuple[Json, date]] = []
        terms = vocabulary("positions").values()
        self.positions = {
            kind: [(t.id, float(t.extra["polarity"])) for t in terms if kind in t.extra["targets"]]
            for kind in ("actor", "topic", "fact")
        }

    def story(self) -> Story:
        """What happened between two on one day and what they say of it; or another's story once more."""
        if self.told and self.rng.random() < 0.2:
            return self._retold()
        one, other, day = self._happening()
        story = Story(day)
        while not story.claims or self.rng.random() < 0.45:
            event = self._event(one, other, day)
            story.add(_sentence(event), "event", event, self._standing("report"))
            self.told.append((event, day))
            if self.rng.random() < 0.03:
                denier = self.world.face(other, day)
                denial = {
                    "affirmed": False,
                    "modality": "denied",
                    "speech_act": "denial",
                    "method": "curated",
                }
                story.add(f"{denier} denied this.", "event", event, {**denial, "speakers": [denier]})
            if self.rng.random() < 0.55:
                self._stance(story, one, other, event)
        return story

    def _happening(self) -> tuple[str, str, date]:
        """Who did it to whom, and when: half of the days lie in bursts, as do those of real events."""
        chance = self.rng.random()
        if chance < 0.5:
            one, other, start, scale = self.crises.draw(self.rng)
            day = min(int(start + self.rng.expovariate(1 / scale)), DAYS)
        else:
            one, other = self.rng.choice(self.pairs) if self.pairs and chance < 0.75 else self.world.pair()
            day = self.rng.randrange(DAYS)
        self.pairs.append((one, other))
        if self.rng.random() < 0.5:
            one, other = other, one
        return one, other, BEGIN + timedelta(days=day)

    def _event(self, one: str, other: str, day: date) -> Json:
        kind = self._weighed(TYPES)
        extra = event_types()[kind].extra
        initiators = {self.world.face(one, day), *self._joined(0.06)}
        recipients: set[str] = set()
        if extra["recipient_required"] or self.rng.random() < 0.94:
            recipients = {self.world.face(other, day), *self._joined(0.05)} - initiators
        event: Json = {"type": kind, "initiators": sorted(initiators), "recipients": sorted(recipients)}
        event |= self._dated(day)
        modes = list(extra.get("modes", {}))
        if modes and self.rng.random() < 0.6:
            event["mode"] = self.rng.choice(modes)
        if self.rng.random() < 0.3:
            event["place"] = f"city-{self.rng.choice((one, other))}"
        if self.rng.random() < 0.5:
            event["contexts"] = [CONTEXTS.draw(self.rng)]
        topics = {self.world.topic_wheel.draw(self.rng) for _ in range(self.rng.randrange(3))}
        return {**event, "topics": sorted(topics)}

    def _joined(self, probability: float) -> list[str]:
        return [self.world.country_wheel.draw(self.rng)] if self.rng.random() < probability else []

    def _dated(self, day: date) -> Json:
        """Mostly a day; sometimes a month, a year, several days, or no date at all."""
        chance, text = self.rng.random(), day.isoformat()
        if chance < 0.92:
            return {"date": text}
        if chance < 0.96:
            return {"date": text[: 7 if chance < 0.95 else 4]}
        last = day + timedelta(days=self.rng.randrange(1, 30))
        return {"date": text, "until": last.isoformat()} if chance < 0.98 else {}

    def _stance(self, story: Story, one: str, other: str, event: Json) -> None:
        """What the one thinks of the other, a topic or the event: near the mood of the pair then."""
        holder, chance = self.world.face(one, story.day), self.rng.random()
        kind = "actor" if chance < 0.72 else "topic" if chance < 0.92 else "fact"
        topic = self.world.topic_wheel.draw(self.rng)
        target = {"actor": other, "topic": topic, "fact": _fact_id(event)}[kind]
        mood = random.Random(f"{one} {other} {story.day.year // 3}").uniform(-1, 1)  # noqa: S311 - no secret
        near = {name: (0.1 + abs(polarity - mood)) ** -2 for name, polarity in self.positions[kind]}
        position = self._weighed(near)
        stance: Json = {"holders": [holder], "position": position, "target": {kind: target}}
        if kind != "topic" and self.rng.random() < 0.5:
            stance["topics"] = [topic]
        told = {**self._standing("statement"), "speakers": [self.world.holder(one, story.day)]}
        story.add(f"{holder} {position.replace('_', ' ')} {target}.", "stance", stance, told)
        if self.rng.random() < 0.02:
            contrary = "praises" if position == "condemns" else "condemns"
            contradicting = {**stance, "position": contrary}
            story.add(f"Others take it that {holder} {contrary} {target}.", "stance", contradicting, told)

    def _retold(self) -> Story:
        """Somebody else's story of what was told lately, often in fewer words."""
        event, day = self.told[-1 - int(self.rng.random() ** 2 * min(len(self.told), 5000))]
        if self.rng.random() < 0.4:
            event = {
                name: value for name, value in event.items() if name not in ("mode", "contexts", "place")
            }
        story = Story(day)
        story.add(_sentence(event), "event", event, self._standing("report"))
        return story

    def _standing(self, act: str) -> Json:
        """How a claim is made; a third are curated, the rest found by rules."""
        told: Json = {"speech_act": act, "modality": self._weighed(MODALITIES)}
        if self.rng.random() < 0.33:
            return {**told, "method": "curated"}
        confidence, status = round(self.rng.uniform(0.5, 1), 2), self._weighed(STATUSES)
        return {**told, "method": "rules@1", "confidence": confidence, "status": status}

    def _weighed(self, weights: Any) -> str:
        return str(self.rng.choices(list(weights), list(weights.values()))[0])


def _sentence(event: Json) -> str:
    deed = " ".join([event["type"], *([event["mode"]] if "mode" in event else [])]).lower()
    did, suffered = " and ".join(event["initiators"]), " and ".join(event["recipients"]) or "nobody"
    about = " and ".join(event["topics"]).replace("-", " ") or "something"
    return f"On {event.get('date', 'some day')} {did} did {deed} toward {suffered} about {about}."


def _fact_id(event: Json) -> str:
    loaded: Any = EVENT.load(event)
    return make_fact("event", loaded, "").id
