"""Cohorts, maturity and alarms: pure decisions about figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vel_tutor.vocabulary import CohortSpan, KAlarm, Standing

READERS = (Standing.PRODUCT_MANAGER, Standing.ADMIN)
WINDOW = timedelta(days=14)
"""An invitation may bring somebody for this long; then what it brought is final."""
SPANS = (7, 14, 30)
"""Days of the ranges offered."""
LONGEST_RANGE = 366
ENOUGH = 100
"""People under which a figure is not shown, and no alarm is given."""
TARGET_SIGNUP, TARGET_FIRST_VALUE = 1.20, 1.0
REACHED_UNTIL = 1.15
"""An alarm that the target is reached ends below this."""
WARN_BELOW, WARN_UNTIL, WARN_DAYS = 0.8, 0.85, 3
FORTNIGHT = 14
"""Days of the cohort whose K-factor is watched (PRD, success metrics)."""
RETURNS = (1, 7, 14, 30)
"""After how many days we look who is back."""
WEEKS_KEPT, MONTHS_KEPT = 53, 12


@dataclass(frozen=True, order=True)
class Period:
    """Days from `first` to `last`, both of them in it."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def final_on(self) -> date:
        """The first day on which nothing of the period can change any more."""
        return self.last + WINDOW + timedelta(days=1)

    def is_final(self, today: date) -> bool:
        return today >= self.final_on


def days_until(today: date, days: int) -> Period:
    """The `days` days that end with `today`."""
    return Period(today - timedelta(days=days - 1), today)


def cohort(day: date, span: CohortSpan) -> Period:
    """The ISO week or the month `day` is in."""
    if span is CohortSpan.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6))
    first = day.replace(day=1)
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def cohorts(period: Period, span: CohortSpan) -> tuple[Period, ...]:
    """Every week or month with a day in `period`, the latest first."""
    found: list[Period] = []
    day = period.last
    while day >= period.first:
        found.append(cohort(day, span))
        day = found[-1].first - timedelta(days=1)
    return tuple(found)


def standing_periods(first: date, today: date) -> set[Period]:
    """Every period that is kept rolled up without anybody asking."""
    weeks = max(first, today - timedelta(weeks=WEEKS_KEPT))
    months = max(first, today - timedelta(days=31 * MONTHS_KEPT))
    return {
        *(days_until(today, days) for days in SPANS),
        *cohorts(Period(weeks, today), CohortSpan.WEEK),
        *cohorts(Period(months, today), CohortSpan.MONTH),
    }


@dataclass(frozen=True)
class Value:
    """The final K-factor of the fortnight that ended on `day`."""

    day: date
    people: int
    k: float
    low: float


@dataclass(frozen=True)
class Episode:
    """From the day an alarm was due until it was over (None: it is on)."""

    alarm: KAlarm
    began_on: date
    k: float
    cleared_on: date | None = None


def episodes(values: Sequence[Value]) -> tuple[Episode, ...]:
    """What there was to tell, from the final values of every day so far, in order of days.

    The same values always give the same episodes, so a restart repeats and forgets nothing. A
    value of too few people neither begins nor ends anything.
    """
    trusted = [value for value in values if value.people >= ENOUGH]
    return tuple(
        sorted(
            (
                *_spells(trusted, KAlarm.REACHED),
                *_spells(trusted, KAlarm.CONFIRMED),
                *_spells(trusted, KAlarm.WARNING),
            ),
            key=lambda episode: (episode.began_on, episode.alarm),
        )
    )


def _spells(values: Sequence[Value], alarm: KAlarm) -> Iterator[Episode]:
    begun: Value | None = None
    low: list[date] = []
    for value in values:
        low = _low_run(low, value)
        if begun is None and _is_due(alarm, value, len(low)):
            begun = value
        elif begun is not None and _is_over(alarm, value):
            yield Episode(alarm, begun.day, begun.k, value.day)
            begun = None
    if begun is not None:
        yield Episode(alarm, begun.day, begun.k)


def _low_run(low: list[date], value: Value) -> list[date]:
    """The days up to `value`, each after the other, on which K was below the line."""
    if value.k >= WARN_BELOW:
        return []
    follows = bool(low) and value.day - low[-1] == timedelta(days=1)
    return [*low, value.day] if follows else [value.day]


def _is_due(alarm: KAlarm, value: Value, low_days: int) -> bool:
    match alarm:
        case KAlarm.REACHED:
            return value.k >= TARGET_SIGNUP
        case KAlarm.CONFIRMED:
            return value.low >= TARGET_SIGNUP
        case KAlarm.WARNING:
            return low_days >= WARN_DAYS


def _is_over(alarm: KAlarm, value: Value) -> bool:
    return value.k > WARN_UNTIL if alarm is KAlarm.WARNING else value.k < REACHED_UNTIL
