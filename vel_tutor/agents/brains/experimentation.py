"""Which variant of an experiment a unit sees: by a hash, the same everywhere and for ever.

The hash is version 2 of the one GrowthBook publishes with vectors for every language: FNV-1a of 32
bits over the seed and the unit, written down and hashed again, in ten thousand steps. Holdouts, who
are shown none of something for a while, go by one hash for all of them, which has no seed: that of
PostHog, so that the same people are held out of everything and are no sample of any experiment's
arm. A variant that was given once stays, whatever becomes of weights and coverage.
"""

import codecs
import hashlib
from dataclasses import dataclass
from itertools import accumulate
from typing import Annotated

from annotated_types import MaxLen

from vel_tutor.agents.facts import Share, Words
from vel_tutor.vocabulary import AgeBand

WITHIN_MS = 100
STEPS = 10_000
HOLDOUT_DIGITS = 15
"""Of the hexadecimal SHA-1 of a holdout's unit."""
_utf16 = codecs.getencoder("utf-16-le")
"""Looked up here: the first look loads a module, for which 200 askers at once would wait."""
_OFFSET, _PRIME = 0x811C9DC5, 0x01000193
CONTROL = "control"


@dataclass(frozen=True, kw_only=True)
class Arm:
    """One variant and its share of the traffic."""

    name: Words
    weight: Share


@dataclass(frozen=True, kw_only=True)
class Question:
    """One experiment as it stands, and one unit of it."""

    experiment: Words
    seed: Words
    """Random and kept to ourselves, so that nobody can choose an account by its variant."""
    unit: Words
    arms: Annotated[tuple[Arm, ...], MaxLen(20)]
    """The first is the control; weights add up to 1."""
    coverage: Share = 1.0
    """Share of all units that take part, 0..1."""
    is_holdout: bool = False
    """Whether an arm is shown none of something: then the hash of all holdouts decides."""
    is_open: bool = True
    """Whether it takes in new units."""
    changes_rewards: bool = False
    age_band: AgeBand | None = None
    """Of the person; unset where it is not known."""
    stored: Words = ""
    """The variant this unit was given before."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The variant to show, and whether the unit counts."""

    variant: str
    takes_part: bool
    reason: str

    @property
    def word(self) -> str:
        """The answer in a word, for the log."""
        return self.variant if self.takes_part else f"{self.variant}:out"


def advise(question: Question) -> Answer:
    """The stored variant, else the one the hash gives; the control for who does not take part."""
    if question.changes_rewards and question.age_band is not AgeBand.ADULT:
        why = "Nobody under 18 takes part in tests of how large a reward is."
        return control(question, why)
    if question.stored:
        return Answer(variant=question.stored, takes_part=True, reason="Given before; it stays.")
    if not question.is_open:
        return control(question, "The experiment takes in nobody new.")
    place = place_of(question)
    for arm, (begins, ends) in zip(question.arms, ranges(question), strict=True):
        if begins <= place < ends:
            return Answer(
                variant=arm.name,
                takes_part=True,
                reason=f"The hash says {place:.4f}, in [{begins:.4f}, {ends:.4f}).",
            )
    share = f"{question.coverage:.0%}"
    return control(question, f"The hash says {place:.4f}, outside the {share} that take part.")


def control(question: Question, why: str) -> Answer:
    """The first arm, for a unit that does not count."""
    first = question.arms[0].name if question.arms else CONTROL
    return Answer(variant=first, takes_part=False, reason=why)


def ranges(question: Question) -> tuple[tuple[float, float], ...]:
    """The stretch of [0, 1) that each arm takes; less coverage shortens it and moves no start."""
    ends = accumulate(arm.weight for arm in question.arms)
    return tuple(
        (end - arm.weight, end - arm.weight + question.coverage * arm.weight)
        for arm, end in zip(question.arms, ends, strict=True)
    )


def place_of(question: Question) -> float:
    """Where in [0, 1] the unit falls, by the hash of this kind of experiment."""
    if question.is_holdout:
        return holdout_fraction(question.unit)
    return fraction(question.seed, question.unit)


def holdout_fraction(unit: str) -> float:
    """Where `unit` falls among those who may be held out, the same for every holdout."""
    digest = hashlib.sha1(f"holdout-{unit}".encode(), usedforsecurity=False).hexdigest()
    return int(digest[:HOLDOUT_DIGITS], 16) / (16**HOLDOUT_DIGITS - 1)


def fraction(seed: str, unit: str) -> float:
    """Where in [0, 1) `unit` falls, in steps of 1 / `STEPS`."""
    return _fnv1a32(str(_fnv1a32(seed + unit))) % STEPS / STEPS


def _fnv1a32(text: str) -> int:
    """The published hash, over UTF-16 code units as in the browsers it was written for."""
    hashed = _OFFSET
    data, _ = _utf16(text)
    for at in range(0, len(data), 2):
        hashed = ((hashed ^ int.from_bytes(data[at : at + 2], "little")) * _PRIME) & 0xFFFFFFFF
    return hashed
