"""A million made-up lives: do streaks keep their promises whatever people and jobs do?

`python -m bench.streaks --cases 1000000 --json`: each life is a learner somewhere, near a change of
the clocks more often than not, who practises most days at odd hours, sometimes without a net, flies
between zones, takes breaks, wins shields and starts again. It is lived several times: looked at
after every day, only at the end, at random, and with every practice told of at once or late. The
answers must agree, and hold against what is written here beside the rules.
"""

import json
import random
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID
from zoneinfo import ZoneInfo

import click

from vel_tutor.domain.incentives import rules, zones
from vel_tutor.domain.incentives.book import Book, Shield
from vel_tutor.vocabulary import TIME_ZONES, DayKind

FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2030, 12, 1, tzinfo=UTC)
ONE_DAY, ONE_HOUR = timedelta(days=1), timedelta(hours=1)
HOURS = range(int((LAST - FIRST) / ONE_HOUR))


@dataclass(frozen=True)
class Deed:
    """Something that happens at `at`; a practice may be told of later."""

    at: datetime
    kind: str
    told_at: datetime
    zone: str = ""
    shield: Shield | None = None
    days: tuple[int, int] = (0, 0)


@dataclass
class Life:
    """What one learner does between `start` and `end`."""

    home: str
    start: datetime
    end: datetime
    deeds: list[Deed] = field(default_factory=list)
    is_devoted: bool = False
    """Practises on every day that is long enough."""

    @property
    def stays(self) -> zones.Stays:
        moves = [zones.Choice(deed.at, deed.zone) for deed in self.deeds if deed.kind == "move"]
        return zones.stays_of(self.home, moves)


@cache
def clock_changes(zone: str) -> tuple[datetime, ...]:
    """Roughly when the clocks of `zone` change, to three days."""
    place, found = ZoneInfo(zone), []
    before = FIRST.astimezone(place).utcoffset()
    for step in range(0, (LAST - FIRST).days, 3):
        at = FIRST + step * ONE_DAY
        offset = at.astimezone(place).utcoffset()
        if offset != before:
            found.append(at)
        before = offset
    return tuple(found)


def life(number: int, seed: int) -> Life:
    """The life with this number: the same for the same seed, whoever lives it."""
    dice = random.Random(f"{seed}-{number}")  # noqa: S311
    home = TIME_ZONES[number % len(TIME_ZONES)]
    changes = clock_changes(home)
    if changes and dice.random() < 0.6:
        start = dice.choice(changes) - dice.randrange(1, 12) * ONE_DAY
    else:
        start = FIRST + dice.choice(HOURS) * ONE_HOUR
    lived = Life(home, start, start + dice.randrange(4, 30) * ONE_DAY)
    lived.is_devoted = dice.random() < 0.2
    _travel(lived, dice)
    _practise(lived, dice)
    if not lived.is_devoted:
        _the_rest(lived, dice)
    lived.deeds.sort(key=lambda deed: deed.told_at)
    return lived


def _moment(lived: Life, dice: random.Random) -> datetime:
    return lived.start + (lived.end - lived.start) * dice.random()


def _travel(lived: Life, dice: random.Random) -> None:
    for _ in range(dice.choices((0, 1, 2, 3), (60, 20, 15, 5))[0]):
        at = _moment(lived, dice)
        lived.deeds.append(Deed(at, "move", at, zone=dice.choice(TIME_ZONES)))
    lived.deeds.sort(key=lambda deed: deed.at)


def _practise(lived: Life, dice: random.Random) -> None:
    """On most days, or on each, at an hour of its own; sometimes told of up to a day later."""
    habit = 1.0 if lived.is_devoted else dice.uniform(0.3, 1.0)
    at, stays = lived.start, lived.stays
    while at < lived.end:
        ends = zones.day_ends(at, stays)
        if dice.random() < habit:
            then = at + (ends - at) * dice.random() * 0.999
            late = dice.random() * rules.LATEST_REPORT if dice.random() < 0.25 else timedelta()
            lived.deeds.append(Deed(then, "practise", then + late))
        at = ends


def _the_rest(lived: Life, dice: random.Random) -> None:
    for number in range(dice.randrange(5)):
        at, is_rescue = _moment(lived, dice), dice.random() < 0.2
        shield = Shield(UUID(int=number), at, is_rescue=is_rescue)
        lived.deeds.append(Deed(at, "shield", at, shield=shield))
    if dice.random() < 0.3:
        at, first = _moment(lived, dice), dice.randrange(6)
        lived.deeds.append(Deed(at, "pause", at, days=(first, first + dice.randrange(9))))
    if dice.random() < 0.3:
        at = _moment(lived, dice)
        lived.deeds.append(Deed(at, "restart", at))


@dataclass
class Lived:
    """How a life went."""

    book: Book
    practised: set[date] = field(default_factory=set)
    """By our own reckoning, beside the book."""
    credits: Counter[date] = field(default_factory=Counter)
    """How often the book called a day new."""


def live(lived: Life, looks: list[datetime]) -> Lived:
    """Live it, and look in between at `looks`."""
    went = Lived(Book(lived.stays))
    looks = sorted(looks)
    for deed in lived.deeds:
        reached = bisect_left(looks, deed.told_at)
        for at in looks[:reached]:
            went.book.settle(at)
        del looks[:reached]
        DEEDS[deed.kind](went, deed)
    went.book.settle(_after(lived))
    return went


def _after(lived: Life) -> datetime:
    return max(lived.end, lived.deeds[-1].told_at if lived.deeds else lived.end)


def _do_practise(went: Lived, deed: Deed) -> None:
    day = went.book.practise(deed.at, deed.told_at)
    went.practised.add(_own_day(deed.at, went.book.stays))
    if day:
        went.credits[day] += 1


def _own_day(at: datetime, stays: zones.Stays) -> date:
    """The day of `at`, by the wall clock alone."""
    zone = [stay.time_zone for stay in stays if stay.since <= at][-1]
    wall = at.astimezone(ZoneInfo(zone))
    return wall.date() if wall.hour >= 3 else wall.date() - ONE_DAY


def _do_shield(went: Lived, deed: Deed) -> None:
    went.book.settle(deed.at)
    if deed.shield:
        went.book.take(deed.shield)


def _do_pause(went: Lived, deed: Deed) -> None:
    went.book.settle(deed.at)
    first, last = (went.book.today(deed.at) + step * ONE_DAY for step in deed.days)
    if (last - first).days + 1 <= went.book.pause_days_left(last):
        went.book.pauses = (*went.book.pauses, (first, last))


def _do_restart(went: Lived, deed: Deed) -> None:
    went.book.settle(deed.at)
    last = max(went.book.breaks, default=None)
    if last is not None and not went.book.restored:
        went.book.restart(last)


DEEDS: dict[str, Callable[[Lived, Deed], None]] = {
    "practise": _do_practise,
    "shield": _do_shield,
    "pause": _do_pause,
    "restart": _do_restart,
    "move": lambda went, deed: None,
}


def faults(lived: Life, seed: int) -> Iterator[str]:
    """Every promise that this life shows broken."""
    dice = random.Random(seed)  # noqa: S311
    lazy = live(lived, [])
    punctual = live(lived, _rollovers(lived))
    erratic = live(lived, [_moment(lived, dice) for _ in range(dice.randrange(20))])
    if _outcome(punctual) != _outcome(lazy):
        yield "a job that is late changes the outcome"
    if _outcome(erratic) != _outcome(lazy):
        yield "a job that runs at random changes the outcome"
    yield from _broken_promises(lived, lazy)
    if not any(deed.kind == "restart" for deed in lived.deeds):
        yield from _late_word(lived, lazy)


def _late_word(lived: Life, lazy: Lived) -> Iterator[str]:
    """Telling late may not cost or bring anything.

    Who takes an offer between a practice and the word of it decides on what could be seen then, so
    lives with a restart are left out here.
    """
    at_once = live(_told_at_once(lived), [])
    at_once.book.settle(_after(lived))
    if _outcome(at_once) != _outcome(lazy):
        yield "telling of a practice late changes the outcome"


def _broken_promises(lived: Life, went: Lived) -> Iterator[str]:
    book, before = went.book, _outcome(went)
    book.settle(_after(lived))
    book.settle(_after(lived) - ONE_DAY)
    if _outcome(went) != before:
        yield "settling twice is not the same as once"
    if not all(book.is_practised(day) for day in went.practised):
        yield "a practised day is lost"
    if set(went.credits) != went.practised or any(n > 1 for n in went.credits.values()):
        yield "a day is credited twice, or none"
    if book.streak(_after(lived)) != _recount(book, _after(lived)):
        yield "the length is not what the days add up to"
    if len(book.shields) > rules.MOST_SHIELDS or _over_limits(book):
        yield "more is bridged than there may be"
    ended = zones.day_of(lived.end, lived.stays)
    if lived.is_devoted and min(book.breaks, default=ended) < ended and not _short_days(lived):
        yield "a streak without a gap is broken"


def _outcome(went: Lived) -> tuple[object, ...]:
    book = went.book
    return book.pages, book.breaks, book.length, book.restored, book.shields, book.through


def _rollovers(lived: Life) -> list[datetime]:
    found, at, stays = [], lived.start, lived.stays
    while at < lived.end:
        at = zones.day_ends(at, stays)
        found += [at - timedelta(seconds=1), at, at + timedelta(minutes=5)]
    return found


def _told_at_once(lived: Life) -> Life:
    deeds = sorted((replace(deed, told_at=deed.at) for deed in lived.deeds), key=lambda d: d.at)
    return replace(lived, deeds=deeds)


def _recount(book: Book, now: datetime) -> int:
    """The length by going back over the days."""
    length, day = book.restored, book.today(now)
    if day not in book.pages:
        day -= ONE_DAY
    while day in book.pages:
        length += book.is_practised(day)
        day -= ONE_DAY
    return length


def _over_limits(book: Book) -> bool:
    limits = (
        (DayKind.SHIELD, rules.SHIELDS_PER_WINDOW, rules.SHIELD_WINDOW),
        (DayKind.TRAVEL, rules.TRAVELS_PER_WINDOW, rules.TRAVEL_WINDOW),
        (DayKind.PAUSE, rules.PAUSES_PER_WINDOW, rules.PAUSE_WINDOW),
    )
    for kind, most, window in limits:
        days = sorted(
            day
            for day, page in book.pages.items()
            if page.kind is kind and not (page.shield and page.shield.is_rescue)
        )
        if any(later - day < window for day, later in zip(days, days[most:], strict=False)):
            return True
    return False


def _short_days(lived: Life) -> int:
    """Days that travel cut so short that they may be missed, beyond those that are forgiven."""
    stays = lived.stays
    day, last = zones.day_of(lived.start, stays), zones.day_of(lived.end, stays)
    short = 0
    while day <= last:
        short += zones.time_lived(day, stays) < rules.SHORT_DAY
        day += ONE_DAY
    return max(short - rules.TRAVELS_PER_WINDOW, 0)


@dataclass
class Report:
    """What a run of lives came to."""

    cases: int = 0
    zones: set[str] = field(default_factory=set)
    clock_changes: int = 0
    journeys: int = 0
    late: int = 0
    days: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def add(self, other: "Report") -> None:
        self.cases += other.cases
        self.zones |= other.zones
        self.clock_changes += other.clock_changes
        self.journeys += other.journeys
        self.late += other.late
        self.days += other.days
        self.faults += other.faults
        self.examples = (self.examples + other.examples)[:10]


def examine(first: int, last: int, seed: int) -> Report:
    """Live the lives numbered `first` to `last`, the last one left out."""
    report = Report()
    for number in range(first, last):
        lived = life(number, seed)
        report.cases += 1
        report.zones.add(lived.home)
        report.clock_changes += any(
            lived.start <= at <= lived.end for at in clock_changes(lived.home)
        )
        report.journeys += len(lived.stays) - 1
        report.late += sum(deed.told_at > deed.at for deed in lived.deeds)
        report.days += (lived.end - lived.start).days
        for fault in faults(lived, number):
            report.faults[fault] += 1
            report.examples.append(f"{fault}: life {number} of seed {seed}")
    return report


@click.command()
@click.option("--cases", default=100_000, show_default=True)
@click.option("--seed", default=7, show_default=True)
@click.option("--processes", default=2, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def main(cases: int, seed: int, processes: int, *, as_json: bool) -> None:
    """Live CASES lives and say which promises did not hold."""
    started, report = time.perf_counter(), Report()
    step = 2000
    starts = range(0, cases, step)
    with ProcessPoolExecutor(processes) as pool:
        ends = [min(start + step, cases) for start in starts]
        for part in pool.map(examine, starts, ends, [seed] * len(starts)):
            report.add(part)
    result = {
        "cases": report.cases,
        "faults": dict(report.faults),
        "zones": len(report.zones),
        "days": report.days,
        "lives_over_a_clock_change": report.clock_changes,
        "journeys": report.journeys,
        "practices_told_late": report.late,
        "seconds": round(time.perf_counter() - started, 1),
    }
    click.echo(json.dumps(result) if as_json else "\n".join(f"{k}: {v}" for k, v in result.items()))
    for example in report.examples:
        click.echo(example, err=True)
    raise SystemExit(bool(report.faults))


if __name__ == "__main__":
    main()
