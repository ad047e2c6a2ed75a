"""The K-factor page: the same tables on the screen and in the files one takes away."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.insight.asking import filters_of
from vel_tutor.domain.insight.reporting import SEED_LEARNERS, k_report
from vel_tutor.domain.insight.views import (
    FigureView,
    FunnelLineView,
    KLineView,
    KReport,
    KScreen,
    ReturnView,
    SeriesView,
    TableView,
)
from vel_tutor.vocabulary import LoopKind

_K = (
    "Active learners (n)",
    "Credited sign-ups",
    "K at sign-up",
    "95 % interval",
    "Credited first values",
    "K at first value",
    "95 % interval of it",
)


def k_screen(actor: Actor, asked: Mapping[str, str]) -> KScreen:
    """What the page shows for an address that asks for `asked`.

    Raises:
        NotAllowed: `actor` is neither product manager nor admin.
    """
    filters = filters_of(asked, clock.now().date())
    report = k_report(actor, filters)
    tables: dict[str, Any] = {name: make(report) for name, make in _TABLES.items()}
    points: dict[str, Any] = dict(_points(report))
    return KScreen(
        period=report.period,
        as_of=report.as_of,
        model=report.model + (", net of fraud" if filters.is_net else ", raw"),
        signup=report.headline.signup,
        first_value=report.headline.first_value,
        people=report.headline.people,
        maturity=report.headline.maturity,
        verdict=report.verdict,
        is_achieved=report.is_achieved,
        is_empty=report.is_empty,
        cycle=report.cycle,
        outlook=_outlook(report),
        alerts=report.alerts,
        simulation=filters.simulation,
        simulations=report.simulations,
        **tables,
        **points,
    )


def k_table(actor: Actor, asked: Mapping[str, str], name: str) -> TableView:
    """One table of the page, for a file.

    Raises:
        NotAllowed: `actor` is neither product manager nor admin.
        NotFound: the page has no such table.
    """
    if name not in _TABLES:
        raise NotFound
    return _TABLES[name](k_report(actor, filters_of(asked, clock.now().date())))


def _outlook(report: KReport) -> str:
    if not report.projection:
        return ""
    last = report.projection[-1]
    return f"{SEED_LEARNERS} learners become {last.people} in {last.week} weeks if this goes on"


def _loops(report: KReport) -> TableView:
    lines = (report.headline, *report.loops)
    return TableView(
        name="loops",
        caption=f"K-factor by loop, {report.period}",
        headers=("Loop", *_K, "People shown it", "Sign-ups per person shown it", "Maturity"),
        rows=tuple(
            (
                *_k_cells(line),
                _exposed(line, len(report.loops)),
                line.per_exposed,
                line.maturity,
            )
            for line in lines
        ),
    )


def _exposed(line: KLineView, loops: int) -> str:
    """People count once however many loops they were shown, so a part of all loops has no sum."""
    is_whole = bool(line.key) or loops == len(LoopKind)
    return str(line.exposed) if is_whole else "choose one loop or all"


def _k_table(
    name: str, first: str, words: str, lines: Callable[[KReport], Sequence[KLineView]]
) -> Callable[[KReport], TableView]:
    def make(report: KReport) -> TableView:
        return TableView(
            name=name,
            caption=f"{words}, {report.period}",
            headers=(first, *_K, "Maturity"),
            rows=tuple((*_k_cells(line), line.maturity) for line in lines(report)),
        )

    return make


def _k_cells(line: KLineView) -> tuple[str, ...]:
    return (
        line.title,
        str(line.people),
        f"{line.joined:.2f}",
        line.signup.words,
        line.signup.interval,
        f"{line.valued:.2f}",
        line.first_value.words,
        line.first_value.interval,
    )


def _funnel(report: KReport) -> TableView:
    return TableView(
        name="funnel",
        caption=f"From invitation to reward, each person once, opened {report.period}",
        headers=(
            "Loop",
            "Sent",
            "Opened",
            "Joined",
            "First value",
            "Joined with first value",
            "Rewarded",
            "Joined with first value, of opened",
        ),
        rows=tuple(_funnel_cells(line) for line in report.funnel),
    )


def _funnel_cells(line: FunnelLineView) -> tuple[str, ...]:
    counts = (line.sent, line.opened, line.joined, line.valuable, line.won, line.rewarded)
    share = f"{line.won / line.opened:.0%}" if line.opened else "nobody yet"
    return (line.title, *map(str, counts), share)


def _returns(report: KReport) -> TableView:
    return TableView(
        name="returns",
        caption=f"Who is back, of people who joined {report.period}",
        headers=(
            "Day",
            "Invited (n)",
            "Invited, back",
            "95 % interval",
            "By themselves (n)",
            "By themselves, back",
            "95 % interval of them",
            "Difference",
            "Lift",
        ),
        rows=tuple(_return_cells(line) for line in report.returns),
    )


def _return_cells(line: ReturnView) -> tuple[str, ...]:
    return (
        f"D{line.after}",
        str(line.invited),
        line.invited_share.words,
        line.invited_share.interval,
        str(line.organic),
        line.organic_share.words,
        line.organic_share.interval,
        line.difference,
        line.lift,
    )


def _waits(report: KReport) -> TableView:
    return TableView(
        name="waits",
        caption=f"From first touch to first value, opened {report.period}",
        headers=("Loop", "People (n)", "Reached it", "Median of all, those on their way too"),
        rows=tuple(
            (line.title, str(line.people), str(line.valuable), line.median) for line in report.waits
        ),
    )


def _histogram(report: KReport) -> TableView:
    return TableView(
        name="histogram",
        caption=f"Time to first value of those who reached it, opened {report.period}",
        headers=("Time", *(line.title for line in report.waits)),
        rows=tuple(
            (bars[0].title, *(str(bar.people) for bar in bars))
            for bars in zip(*(line.bars for line in report.waits), strict=True)
        ),
    )


_TABLES: Mapping[str, Callable[[KReport], TableView]] = {
    "loops": _loops,
    "personas": _k_table(
        "personas", "Who invites", "K-factor by who invites", lambda r: r.personas
    ),
    "channels": _k_table("channels", "Channel", "K-factor by channel", lambda r: r.channels),
    "cohorts": _k_table("cohorts", "Cohort", "K-factor by cohort", lambda r: r.cohorts),
    "funnel": _funnel,
    "returns": _returns,
    "waits": _waits,
    "histogram": _histogram,
}


def _points(report: KReport) -> dict[str, SeriesView]:
    """Only figures of enough people become points."""
    cohorts = tuple(reversed(report.cohorts))
    titles = tuple(line.title for line in cohorts)
    days = tuple(f"D{line.after}" for line in report.returns)
    overall = report.funnel[0]
    bars = report.waits[0].bars
    return {
        "k_signup_points": _series(titles, [line.signup for line in cohorts]),
        "k_value_points": _series(titles, [line.first_value for line in cohorts]),
        "invited_points": _series(days, [line.invited_share for line in report.returns], 100),
        "organic_points": _series(days, [line.organic_share for line in report.returns], 100),
        "funnel_points": SeriesView(
            x=("Sent", "Opened", "Joined", "First value", "Joined with it", "Rewarded"),
            y=(
                overall.sent,
                overall.opened,
                overall.joined,
                overall.valuable,
                overall.won,
                overall.rewarded,
            ),
        ),
        "wait_points": SeriesView(
            x=tuple(bar.title for bar in bars), y=tuple(bar.people for bar in bars)
        ),
    }


def _series(x: tuple[str, ...], figures: Sequence[FigureView], scale: int = 1) -> SeriesView:
    return SeriesView(
        x=x,
        y=tuple(scale * one.value if one.is_enough else None for one in figures),
        below=tuple(scale * (one.value - one.low) for one in figures),
        above=tuple(scale * (one.high - one.value) for one in figures),
    )
