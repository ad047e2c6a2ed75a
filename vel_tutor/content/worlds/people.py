"""First names for invented people, and the draw that worlds share."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Person:
    name: str
    he: str
    his: str

    @property
    def cap(self) -> str:
        """He or She, to begin a sentence."""
        return self.he.capitalize()


_SHE = (
    "Amara Elif Grace Hana Ines Kira Leila Mei Noor Priya Rosa Sade Tala Wren Yara Zoe Dina Nadia"
)
_HE = (
    "Ben Carlos Emil Farid Jamal Kofi Leo Luis Mateo Nikhil Omar Ravi Tariq Viktor Yusuf Hugo Idris"
)
PEOPLE: tuple[Person, ...] = (
    *(Person(name, "she", "her") for name in _SHE.split()),
    *(Person(name, "he", "his") for name in _HE.split()),
)
NAMES: tuple[str, ...] = tuple(person.name for person in PEOPLE)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("March", "April", "May", "June", "July", "August", "September", "October", "November")


def rolls(world: str, seed: int) -> Random:
    """The dice of one world, always the same."""
    return Random(f"{world}/{seed}")  # noqa: S311  (repeatable, not secret)


def some(rng: Random, pool: Sequence[T], count: int) -> tuple[T, ...]:
    """`count` different ones in random order."""
    return tuple(rng.sample(pool, count))


def clock(minutes: int) -> str:
    """`2:15` of minutes after twelve."""
    return f"{(minutes // 60 - 1) % 12 + 1}:{minutes % 60:02d}"
