"""How an adaptive test goes: its parts, its clocks, where it starts. Pure decisions."""

from dataclasses import replace
from datetime import datetime, timedelta
from math import sqrt
from random import Random

from vel_tutor.content.hardness import GRADE_LEVEL
from vel_tutor.measure import norms, select
from vel_tutor.measure.pool import Blueprint
from vel_tutor.vocabulary import Pace, Subject

PARTS = (10, 10, 12)
"""Questions in each part: 30 that count and 2 that are tried out, if it takes that many."""
EXTRA_PART = 10
"""A part that makes up for time that ran out."""
TRYOUTS = 2
TRYOUT_PLACES = range(5, 21)
"""Numbers of the questions, from 1, at which one that does not count may stand."""
FEWEST = 12
"""Answers that count, below which nothing can be said."""
SECONDS_A_QUESTION = {Subject.MATH: 90, Subject.READING: 110, Subject.SCIENCE: 80}
PACES: dict[Pace, float | None] = {
    Pace.STANDARD: 1.0,
    Pace.EXTENDED: 1.5,
    Pace.DOUBLE: 2.0,
    Pace.UNTIMED: None,
}
WARNINGS = (timedelta(minutes=5), timedelta(minutes=1))
LATEST = timedelta(seconds=1)
"""How late an answer may arrive: what the line takes, and no more."""
UNSEEN_FOR = timedelta(days=180)
"""A learner does not meet the same question again before that."""
NORM_WINDOW = timedelta(days=180)
LONGEST_MS = 10 * 60 * 1000
"""The most one question can count: somebody who walks away is not still thinking."""

STEADY_SD = 0.7
"""How sure an earlier test may make us: people change more than its error says."""
VARIANCE_A_MONTH = 0.04
_MONTH = timedelta(days=30)
_MS = timedelta(milliseconds=1)
_SECOND_MS, _MINUTE_MS = 1000, 60_000


def part_size(number: int) -> int:
    """Questions in part `number`, from 1."""
    return PARTS[number - 1] if number <= len(PARTS) else EXTRA_PART


def budget_ms(subject: Subject, pace: Pace, size: int) -> int | None:
    """The time a part has, in whole minutes; None where time does not count."""
    factor = PACES[pace]
    if factor is None:
        return None
    minutes = -(-SECONDS_A_QUESTION[subject] * size * factor // 60)
    return int(minutes) * _MINUTE_MS


def left_ms(left: int, since: datetime | None, now: datetime) -> int:
    """What is left of a clock that had `left` milliseconds when it began to run."""
    return max(0, left - ((now - since) // _MS if since else 0))


def spent_ms(before: int, since: datetime | None, now: datetime) -> int:
    """Milliseconds on one question: before the last pause, and since then; never over the cap."""
    running = (now - since) // _MS if since else 0
    return min(LONGEST_MS, before + max(0, running))


def tryout_numbers(seed: int) -> tuple[int, ...]:
    """The question numbers, from 1, at which this test asks something that does not count."""
    rng = Random(f"{seed}/tryouts")  # noqa: S311  (repeatable, not secret)
    return tuple(sorted(rng.sample(TRYOUT_PLACES, TRYOUTS)))


def grade_level(subject: Subject, grade: int) -> float:
    """The middle of a grade, in logits."""
    return GRADE_LEVEL[subject][grade]


def start(
    subject: Subject, grade: int, earlier: tuple[float, float, timedelta] | None = None
) -> tuple[float, float]:
    """Mean and standard deviation of what is expected before the first answer.

    Args:
        earlier: theta and its error in the last test of the subject, and how long ago that was.
    """
    if earlier is None:
        return grade_level(subject, grade), norms.LEARNER_SD
    theta, se, ago = earlier
    sd = sqrt(se**2 + VARIANCE_A_MONTH * (ago / _MONTH))
    return theta, min(max(sd, STEADY_SD), norms.LEARNER_SD)


def limits(mix: Blueprint, expired: int = 0) -> select.Rules:
    """The limits of a test in which time ran out over `expired` questions, which do not count."""
    usual = select.DIAGNOSTIC
    return replace(
        usual,
        blueprint=mix,
        shortest=usual.shortest + expired,
        longest=usual.longest + expired,
    )


def minutes_words(ms: int) -> str:
    """Time left in words, rounded up to what one would say."""
    if ms <= _MINUTE_MS:
        seconds = -(-ms // _SECOND_MS)
        return "1 second" if seconds == 1 else f"{seconds} seconds"
    minutes = -(-ms // _MINUTE_MS)
    return f"{minutes} minutes"
