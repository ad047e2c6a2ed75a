"""In which zone a learner's days run, and how long each of them really was: pure.

A zone chosen in the settings counts from the next 03:00 on, so that the day it is chosen in ends
where it began, and at most once in 24 hours. Everything follows from the choices and their times;
when somebody looks makes no difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from vel_tutor.domain.incentives import rules

LEAST_BETWEEN_MOVES = timedelta(hours=24)
ONE_DAY = timedelta(days=1)
_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Choice:
    """At `at` somebody said that they live in `time_zone` from now on."""

    at: datetime
    time_zone: str


@dataclass(frozen=True)
class Stay:
    """From `since` on, days run by the clock of `time_zone`."""

    since: datetime
    time_zone: str


Stays = tuple[Stay, ...]


@lru_cache(maxsize=65536)
def begins(day: date, time_zone: str) -> datetime:
    """`rules.day_begins`, remembered: whole zones ask for the same few moments."""
    return rules.day_begins(day, time_zone)


def stays_of(home: str, choices: Sequence[Choice]) -> Stays:
    """Where somebody's days ran, who began at `home` and then made `choices`, oldest first."""
    stays = [Stay(_EVER, home)]
    for number, choice in enumerate(choices):
        here = stays[-1]
        at = _next_rollover(choice.at, here.time_zone)
        while len(stays) > 1 and at < here.since + LEAST_BETWEEN_MOVES:
            at = _next_rollover(at, here.time_zone)
        is_overtaken = number + 1 < len(choices) and choices[number + 1].at < at
        if not is_overtaken and choice.time_zone != here.time_zone:
            stays.append(Stay(at, choice.time_zone))
    return tuple(stays)


def stay_at(at: datetime, stays: Stays) -> Stay:
    """The stay in force `at`."""
    return next(stay for stay in reversed(stays) if stay.since <= at)


def day_of(at: datetime, stays: Stays) -> date:
    """The learner's day that `at` belongs to."""
    return rules.local_day(at, stay_at(at, stays).time_zone)


def day_ends(at: datetime, stays: Stays) -> datetime:
    """When the learner's day that runs `at` is over."""
    return _next_rollover(at, stay_at(at, stays).time_zone)


def time_lived(day: date, stays: Stays) -> timedelta:
    """How long `day` ran until it was first over; less than a day by travel, nothing if skipped.

    Living it again, by flying west across it, adds nothing: it was judged by then.
    """
    lived = timedelta()
    for number, stay in enumerate(stays):
        first, last = begins(day, stay.time_zone), begins(day + ONE_DAY, stay.time_zone)
        until = stays[number + 1].since if number + 1 < len(stays) else last
        if stay.since < last:
            lived += max(min(until, last) - max(stay.since, first), timedelta())
        if until >= last:
            break
    return lived


def _next_rollover(at: datetime, time_zone: str) -> datetime:
    """The first moment after `at` at which a day ends in `time_zone`."""
    day = rules.local_day(at, time_zone) + ONE_DAY
    while begins(day, time_zone) <= at:
        day += ONE_DAY
    return begins(day, time_zone)
