"""Tells a story of the demo once more, with its own building, floor, days and sometimes a name and a number."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from uuid import UUID

from linli.demo.people import Neighbour
from linli.demo.stories import STORIES, Story

OFTEN = 0.08
"""How often the resident whom visitors sign in as is the one who reports."""


@dataclass(frozen=True)
class Told:
    """A story as one resident tells it of one place."""

    story: Story
    text: str
    place: UUID
    community: str
    teller: int


@dataclass(frozen=True)
class Spot:
    """A building of the demo: where, in which community, and what people call it."""

    place: UUID
    community: str
    name: str


def tell(random: Random, spots: list[Spot], neighbours: list[Neighbour]) -> Told:
    """One story, drawn by weight."""
    story = random.choices(STORIES, weights=[story.weight for story in STORIES])[0]
    spot = random.choice(spots)
    teller = 0 if random.random() < OFTEN else random.randrange(len(neighbours))
    text = random.choice(story.told).format(
        building=spot.name,
        floor=random.randint(2, 6),
        days=random.randint(2, 5),
        hour=random.randint(10, 11),
        age=random.randint(74, 90),
        name=neighbours[teller].name,
        phone=neighbours[teller].phone,
    )
    return Told(story, text, spot.place, spot.community, teller)
