"""Figures in words: never without an interval, never of too few people."""

from datetime import date

from vel_tutor.domain.insight import rules
from vel_tutor.domain.insight.rules import Period
from vel_tutor.domain.insight.summing import Cut, Sums
from vel_tutor.domain.insight.views import FigureView, KLineView
from vel_tutor.measure.shares import Interval, wilson
from vel_tutor.vocabulary import KGoal, LoopKind, Role

ALL_LOOPS = "All loops chosen"
LOOPS = {
    LoopKind.BUDDY_CHALLENGE: "Buddy challenge",
    LoopKind.RESULTS_RALLY: "Results rally",
    LoopKind.PROUD_PARENT: "Proud parent",
    LoopKind.STREAK_RESCUE: "Streak rescue",
    LoopKind.ACHIEVEMENT: "Achievement spotlight",
}
PERSONAS = {Role.STUDENT: "Students", Role.PARENT: "Parents", Role.TUTOR: "Tutors"}


def loop_title(loop: str) -> str:
    """The name of a loop on our pages."""
    return LOOPS.get(LoopKind(loop), loop.replace("_", " ").capitalize())


def too_few(n: int) -> str:
    """What stands where a figure would mislead."""
    return f"not enough data yet (n = {n}, need {rules.ENOUGH})"


def k_figure(found: Interval | None, n: int) -> FigureView:
    """A K-factor of a cohort of `n`."""
    if found is None:
        return FigureView(words=too_few(0))
    enough = n >= rules.ENOUGH
    return FigureView(
        value=found.value,
        low=found.low,
        high=found.high,
        is_enough=enough,
        words=f"{found.value:.2f}" if enough else too_few(n),
        interval=f"{found.low:.2f} to {found.high:.2f}" if enough else "",
    )


def share_figure(successes: int, n: int) -> FigureView:
    """A share of `n` people in percent, with the interval of Wilson."""
    if not n:
        return FigureView(words="nobody yet")
    found = wilson(successes, n)
    enough = n >= rules.ENOUGH
    return FigureView(
        value=found.value,
        low=found.low,
        high=found.high,
        is_enough=enough,
        words=f"{found.value:.0%}" if enough else too_few(n),
        interval=f"{found.low:.0%} to {found.high:.0%}" if enough else "",
    )


def line(key: str, title: str, sums: Sums, cut: Cut, exposed: int) -> KLineView:
    """What one cut of the people of a period brought in; `exposed` were shown a prompt of it."""
    n = sums.people(cut)
    joined = sums.total(KGoal.SIGNUP, cut)
    return KLineView(
        key=key,
        title=title,
        people=n,
        joined=joined,
        valued=sums.total(KGoal.FIRST_VALUE, cut),
        signup=k_figure(sums.k(KGoal.SIGNUP, cut), n),
        first_value=k_figure(sums.k(KGoal.FIRST_VALUE, cut), n),
        exposed=exposed,
        per_exposed=_per_exposed(joined, exposed),
    )


def _per_exposed(joined: float, exposed: int) -> str:
    if not exposed:
        return "nobody was shown it"
    return f"{joined / exposed:.2f}" if exposed >= rules.ENOUGH else too_few(exposed)


def maturity(period: Period, today: date) -> str:
    """Whether the figures of `period` can still change."""
    if period.is_final(today):
        return "final"
    return f"so far, final on {day_words(period.final_on)}"


def day_words(day: date) -> str:
    """A day as our pages write it."""
    return f"{day.day} {day:%b %Y}"


def period_words(period: Period) -> str:
    """A run of days as our pages write it."""
    return f"{day_words(period.first)} to {day_words(period.last)}"
