"""How far people came, who is back, how long it took: added up from what each day holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import numpy as np
from numpy.typing import NDArray

from vel_tutor.core.db import Transaction
from vel_tutor.domain.insight import figures, rules
from vel_tutor.domain.insight.facts import run
from vel_tutor.domain.insight.journeys import BITS
from vel_tutor.domain.insight.rules import Period
from vel_tutor.domain.insight.summing import Cut
from vel_tutor.domain.insight.views import BarView, FunnelLineView, ReturnView, WaitView
from vel_tutor.measure.shares import newcombe, relative_lift
from vel_tutor.measure.waiting import kaplan_meier
from vel_tutor.vocabulary import DayCount, DelayKind

STEPS = ("sent", "opened", "joined", "valuable", "won", "rewarded")
BARS = (
    (5, "under 5 minutes"),
    (15, "5 to 15 minutes"),
    (60, "15 to 60 minutes"),
    (6 * 60, "1 to 6 hours"),
    (24 * 60, "6 to 24 hours"),
    (3 * 24 * 60, "1 to 3 days"),
    (7 * 24 * 60, "3 to 7 days"),
    (14 * 24 * 60, "7 to 14 days"),
    (None, "14 days or more"),
)
"""The histogram: each bar ends before so many minutes."""


@dataclass(frozen=True)
class Asked:
    """Of whom: people of one simulation who came on days of `period`, by `cut`."""

    simulation: str
    period: Period
    cut: Cut

    def values(self) -> dict[str, object]:
        return {
            "simulation": self.simulation,
            "first": self.period.first,
            "last": self.period.last,
            "personas": list(self.cut.personas),
        }


def funnel(tx: Transaction, asked: Asked) -> tuple[FunnelLineView, ...]:
    """Each loop chosen, and all of them, where each person counts once."""
    rows = run(
        tx,
        f"""
        SELECT loop, earlier, {", ".join(f"sum({step})" for step in STEPS)} FROM funnel_day
        WHERE simulation = :simulation AND day BETWEEN :first AND :last
          AND persona = ANY(:personas)
        GROUP BY loop, earlier
        """,
        **asked.values(),
    ).all()
    loops = [loop for loop in BITS if loop in asked.cut.loops]
    chosen = sum(BITS[loop] for loop in loops)
    per_loop = [
        _funnel_line(
            loop, figures.loop_title(loop), (cells for name, _, *cells in rows if name == loop)
        )
        for loop in loops
    ]
    overall = _funnel_line(
        "",
        figures.ALL_LOOPS,
        (cells for name, earlier, *cells in rows if name in loops and not earlier & chosen),
    )
    return (overall, *per_loop)


def _funnel_line(key: str, title: str, rows: Iterable[list[int]]) -> FunnelLineView:
    added = [sum(column) for column in zip(*rows, strict=True)] or [0] * len(STEPS)
    return FunnelLineView(
        key=key, title=title, **{step: int(n) for step, n in zip(STEPS, added, strict=True)}
    )


def returns(tx: Transaction, asked: Asked, counting: DayCount) -> tuple[ReturnView, ...]:
    """People who joined in the period: those invited against those who came by themselves."""
    rows = run(
        tx,
        """
        SELECT after, is_referred, sum(people), sum(back) FROM coming_back
        WHERE simulation = :simulation AND day BETWEEN :first AND :last
          AND persona = ANY(:personas) AND counting = :counting
        GROUP BY after, is_referred
        """,
        counting=counting.value,
        **asked.values(),
    )
    found = {(after, invited): (int(people), int(back)) for after, invited, people, back in rows}
    return tuple(_return_line(after, found) for after in rules.RETURNS)


def _return_line(after: int, found: Mapping[tuple[int, bool], tuple[int, int]]) -> ReturnView:
    invited, invited_back = found.get((after, True), (0, 0))
    organic, organic_back = found.get((after, False), (0, 0))
    enough = min(invited, organic) >= rules.ENOUGH
    return ReturnView(
        after=after,
        invited=invited,
        invited_back=invited_back,
        organic=organic,
        organic_back=organic_back,
        invited_share=figures.share_figure(invited_back, invited),
        organic_share=figures.share_figure(organic_back, organic),
        difference=_difference(invited_back, invited, organic_back, organic) if enough else "",
        lift=_lift(invited_back, invited, organic_back, organic) if enough else "",
    )


def _difference(a: int, n: int, b: int, m: int) -> str:
    found = newcombe(a, n, b, m)
    limits = f"({100 * found.low:+.1f} to {100 * found.high:+.1f})"
    return f"{100 * abs(found.value):.1f} points {_way(found.value)} {limits}"


def _lift(a: int, n: int, b: int, m: int) -> str:
    found = relative_lift(a, n, b, m)
    if found is None:
        return ""
    limits = f"({found.low:+.0%} to {found.high:+.0%})"
    return f"{abs(found.value):.0%} {_way(found.value)}, relative {limits}"


def _way(difference: float) -> str:
    """In words, for a sign at the beginning of a cell would make a formula of it."""
    return "fewer" if difference < 0 else "more"


def waits(tx: Transaction, asked: Asked) -> tuple[WaitView, ...]:
    """From the first touch to first value, by loop; who has not got there counts as waiting."""
    rows = _delays(tx, asked, DelayKind.FIRST_VALUE)
    now = tx.now
    loops = [loop for loop in BITS if loop in asked.cut.loops]
    lines = [_wait_line(loop, figures.loop_title(loop), (loop,), rows, now) for loop in loops]
    return (_wait_line("", figures.ALL_LOOPS, tuple(loops), rows, now), *lines)


def cycle_days(tx: Transaction, asked: Asked) -> tuple[float, int]:
    """The median from somebody's first touch to their own first invitation; and of how many."""
    rows = _delays(tx, asked, DelayKind.OWN_INVITE)
    minutes = np.repeat([row.minutes for row in rows], [row.people for row in rows])
    return (float(np.median(minutes)) / (24 * 60), len(minutes)) if len(minutes) else (0.0, 0)


@dataclass(frozen=True)
class _DelayRow:
    loop: str
    since: datetime
    happened: bool
    minutes: int
    people: int


def _delays(tx: Transaction, asked: Asked, kind: DelayKind) -> list[_DelayRow]:
    rows = run(
        tx,
        """
        SELECT loop, max(day), happened, minutes, sum(people)
        FROM delay
        WHERE simulation = :simulation AND kind = :kind AND day BETWEEN :first AND :last
          AND persona = ANY(:personas)
        GROUP BY loop, happened, minutes, CASE WHEN NOT happened THEN day END
        """,
        kind=kind.value,
        **asked.values(),
    )
    return [
        _DelayRow(loop, datetime.combine(day, time.min, UTC), happened, minutes, int(people))
        for loop, day, happened, minutes, people in rows
        if loop in asked.cut.loops
    ]


def _wait_line(
    key: str, title: str, loops: tuple[str, ...], rows: list[_DelayRow], now: datetime
) -> WaitView:
    mine = [row for row in rows if row.loop in loops]
    done = _spread([(row.minutes, row.people) for row in mine if row.happened])
    waiting = _spread([(_waiting(row, now), row.people) for row in mine if not row.happened])
    return WaitView(
        key=key,
        title=title,
        people=len(done) + len(waiting),
        valuable=len(done),
        median=_median(done, waiting),
        bars=_bars(done),
    )


def _waiting(row: _DelayRow, now: datetime) -> float:
    return max((now - row.since - timedelta(minutes=row.minutes)).total_seconds() / 60, 0.0)


def _spread(counted: list[tuple[float, int]]) -> NDArray[np.float64]:
    return np.repeat([value for value, _ in counted], [people for _, people in counted]).astype(
        float
    )


def _median(done: NDArray[np.float64], waiting: NDArray[np.float64]) -> str:
    people = len(done) + len(waiting)
    if people < rules.ENOUGH:
        return figures.too_few(people)
    median = kaplan_meier(done, waiting).median
    return duration(median) if median is not None else "fewer than half are there yet"


def duration(minutes: float) -> str:
    """A time in the unit that suits it."""
    if minutes < 120:
        return f"{minutes:.0f} minutes"
    return f"{minutes / 60:.0f} hours" if minutes < 48 * 60 else f"{minutes / 1440:.1f} days"


def _bars(done: NDArray[np.float64]) -> tuple[BarView, ...]:
    ends = [end for end, _ in BARS if end is not None]
    counts = np.bincount(np.searchsorted(ends, done, side="right"), minlength=len(BARS))
    largest = max(int(counts.max()), 1)
    return tuple(
        BarView(title=title, people=int(n), percent=round(100 * int(n) / largest))
        for (_, title), n in zip(BARS, counts, strict=True)
    )
