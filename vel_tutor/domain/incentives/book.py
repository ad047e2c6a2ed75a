"""The book of one streak: what happened on each day, and what follows from it. Pure.

A past day is settled once it is over where the learner lives: practised days count; a gap day is
bridged, without counting, by travel, a declared pause or a shield; anything else ends the streak.
Every deed settles first, so it makes no difference how late anybody looks. A practice that arrives
late opens the book again at its day, gives back what had been spent on it and settles anew.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from vel_tutor.domain.incentives import zones
from vel_tutor.domain.incentives.rules import (
    MOST_SHIELDS,
    PAUSE_WINDOW,
    PAUSES_PER_WINDOW,
    SHIELD_WINDOW,
    SHIELDS_PER_WINDOW,
    SHORT_DAY,
    TRAVEL_WINDOW,
    TRAVELS_PER_WINDOW,
)
from vel_tutor.vocabulary import DayKind

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Shield:
    """A shield that is held: it guards the day it was given on, and all later ones."""

    id: UUID
    given_at: datetime
    is_rescue: bool = False
    """Won by rescuing a streak together: not held back by the weekly limit."""


@dataclass(frozen=True)
class Page:
    """One day of the book; a day without a page was a gap that nothing bridged."""

    kind: DayKind
    shield: Shield | None = None


@dataclass(frozen=True)
class Break:
    """Where a streak ended."""

    length: int
    """What it had come to."""
    own: int
    """The part of it that was practised, without what a restart had given back."""


PRACTISED = Page(DayKind.PRACTISED)


@dataclass
class Book:
    """What a streak depends on. `pages` and `breaks` reach back at least `rules.LOOKBACK`."""

    stays: zones.Stays
    pages: dict[date, Page] = field(default_factory=dict[date, Page])
    pauses: tuple[tuple[date, date], ...] = ()
    """First and last days of the breaks somebody announced."""
    shields: list[Shield] = field(default_factory=list[Shield])
    """Held now, oldest first."""
    breaks: dict[date, Break] = field(default_factory=dict[date, Break])
    through: date | None = None
    """The last settled day; None before the first practice."""
    length: int = 0
    """Practised days of the streak up to `through`, and what a restart gave back."""
    restored: int = 0
    """The part of `length` that a restart gave back."""

    def today(self, now: datetime) -> date:
        """The learner's day at `now`."""
        return zones.day_of(now, self.stays)

    def streak(self, now: datetime) -> int:
        """The length at `now`, today included once it is practised; the book must be settled."""
        today = self.today(now)
        is_new = self.through is not None and today > self.through
        return self.length + (is_new and self.is_practised(today))

    def is_practised(self, day: date) -> bool:
        return self.pages.get(day) == PRACTISED

    def is_paused(self, day: date) -> bool:
        """Whether a break was announced for `day`."""
        return any(first <= day <= last for first, last in self.pauses)

    def settle(self, now: datetime) -> None:
        """Close every day that is over; nothing changes when told again."""
        today = self.today(now)
        if self.through is None:
            return
        day = self.through + ONE_DAY
        while day < today and (self.length or self._lies_ahead(day)):
            self._close(day)
            day += ONE_DAY
        self.through = max(self.through, today - ONE_DAY)

    def practise(self, at: datetime, now: datetime) -> date | None:
        """Count a practice of `at` that is told of at `now`.

        Returns:
            The day, if this was the first practice of it.
        """
        self.settle(now)
        day = zones.day_of(at, self.stays)
        if self.is_practised(day):
            return None
        if self.through is None:
            self.through = day - ONE_DAY
        if day <= self.through:
            self._reopen(day, self.through)
        self.pages[day] = PRACTISED
        self.settle(now)
        return day

    def take(self, shield: Shield) -> bool:
        """Hold one more shield, if there is room; settle before."""
        if len(self.shields) >= MOST_SHIELDS:
            return False
        self.shields.append(shield)
        return True

    def pause_days_left(self, last: date) -> int:
        """How many more days up to `last` may be announced as a break."""
        taken = {day for day, page in self.pages.items() if page.kind is DayKind.PAUSE}
        for first, end in self.pauses:
            days = (first + ONE_DAY * step for step in range((end - first).days + 1))
            taken |= {day for day in days if self.through is None or day > self.through}
        return max(PAUSES_PER_WINDOW - sum(last - PAUSE_WINDOW < day <= last for day in taken), 0)

    def restart(self, at_break: date) -> int:
        """Give half of the streak that ended on `at_break` back; says how many days."""
        given = self.breaks[at_break].length // 2
        self.length += given
        self.restored += given
        return given

    def _lies_ahead(self, day: date) -> bool:
        return any(other >= day for other in self.pages)

    def _close(self, day: date) -> None:
        if self.is_practised(day):
            self.length += 1
        elif self.length:
            page = self._bridge(day)
            if page is None:
                self.breaks[day] = Break(self.length, self.length - self.restored)
                self.length = self.restored = 0
            else:
                self.pages[day] = page

    def _bridge(self, day: date) -> Page | None:
        """What carries the streak over `day`, which was not practised."""
        if self._had_travel(day):
            return Page(DayKind.TRAVEL)
        if self.is_paused(day) and self._used(DayKind.PAUSE, day, PAUSE_WINDOW) < PAUSES_PER_WINDOW:
            return Page(DayKind.PAUSE)
        shield = self._shield_for(day)
        if shield is None:
            return None
        self.shields.remove(shield)
        return Page(DayKind.SHIELD, shield)

    def _had_travel(self, day: date) -> bool:
        return (
            zones.time_lived(day, self.stays) < SHORT_DAY
            and self._used(DayKind.TRAVEL, day, TRAVEL_WINDOW) < TRAVELS_PER_WINDOW
        )

    def _shield_for(self, day: date) -> Shield | None:
        """The oldest shield that may be spent on `day`."""
        is_full = self._used(DayKind.SHIELD, day, SHIELD_WINDOW) >= SHIELDS_PER_WINDOW
        return next(
            (
                shield
                for shield in self.shields
                if self.today(shield.given_at) <= day and (shield.is_rescue or not is_full)
            ),
            None,
        )

    def _used(self, kind: DayKind, day: date, window: timedelta) -> int:
        """How many days of `window` before `day` were bridged so; rescue shields do not count."""
        return sum(
            page.kind is kind
            and day - window < other < day
            and not (page.shield and page.shield.is_rescue)
            for other, page in self.pages.items()
        )

    def _reopen(self, day: date, until: date) -> None:
        """Unsettle everything from `day` to `until`, and give back what was spent there."""
        broken = min((other for other in self.breaks if other >= day), default=None)
        if broken is not None:
            ended = self.breaks[broken]
            self.length, self.restored = ended.length, ended.length - ended.own
            until = broken - ONE_DAY
        unsettled = (other for other in self.pages if day <= other <= until)
        self.length -= sum(self.is_practised(other) for other in unsettled)
        self.breaks = {other: kept for other, kept in self.breaks.items() if other < day}
        for other, page in sorted(self.pages.items()):
            if other >= day and page.kind is not DayKind.PRACTISED:
                del self.pages[other]
                if page.shield:
                    self._give_back(page.shield)
        self.through = day - ONE_DAY

    def _give_back(self, shield: Shield) -> None:
        """Hold it again; what came since and has no room beside it had none in the first place."""
        self.shields.append(shield)
        self.shields.sort(key=lambda held: held.given_at)
        del self.shields[MOST_SHIELDS:]
