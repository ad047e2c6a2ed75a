"""Everything the K-factor page shows, read from sums only."""

from dataclasses import replace
from datetime import date

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import Invalid
from vel_tutor.domain.insight import alarms, curves, figures, periods, rules, summing
from vel_tutor.domain.insight.curves import Asked
from vel_tutor.domain.insight.facts import run
from vel_tutor.domain.insight.rolling import THE_BEGINNING
from vel_tutor.domain.insight.rules import Period
from vel_tutor.domain.insight.summing import EVERYTHING, Cut, Sums
from vel_tutor.domain.insight.views import (
    KFilters,
    KLineView,
    KReport,
    ProjectionView,
)
from vel_tutor.measure.spread import projected
from vel_tutor.vocabulary import CohortSpan, CreditModel, LoopKind

MODELS = {
    CreditModel.LAST: "last touch",
    CreditModel.FIRST: "first touch",
    CreditModel.LINEAR: "all touches alike",
    CreditModel.DECAY: "later touches more (half after 7 days)",
}
PROJECTED_WEEKS = (0, 2, 4, 6, 8, 10, 12)
SEED_LEARNERS = 100


def default_filters(today: date, simulation: str = "") -> KFilters:
    """The last thirty days of everybody."""
    period = rules.days_until(today, rules.SPANS[-1])
    return KFilters(simulation=simulation, starts_on=period.first, ends_on=period.last)


def k_report(actor: Actor | None, filters: KFilters) -> KReport:
    """What the people active in the chosen days brought in, and what became of it.

    Args:
        actor: who wants to know; None for the house itself.

    Raises:
        NotAllowed: `actor` is neither product manager nor admin.
        Invalid: no such range of days.
    """
    if actor is not None:
        actor.must_be(*rules.READERS)
    period = Period(filters.starts_on, filters.ends_on)
    if not 1 <= period.days <= rules.LONGEST_RANGE:
        raise Invalid
    _have(filters.simulation, period)
    with reading() as tx:
        return _report(tx, filters, period)


def _have(simulation: str, period: Period) -> None:
    """Roll `period` up now if nobody has wanted it before."""
    with reading() as tx:
        if period in periods.kept(tx, simulation) or not _was_rolled(tx, simulation):
            return
    with transaction() as tx:
        periods.ask(tx, simulation, period)


def _was_rolled(tx: Transaction, simulation: str) -> bool:
    return _rolled_until(tx, simulation) != ""


def _rolled_until(tx: Transaction, simulation: str) -> str:
    until = run(
        tx, "SELECT until FROM roll_up WHERE simulation = :simulation", simulation=simulation
    ).scalar()
    if until is None:
        return ""
    if until == THE_BEGINNING:
        return "a few minutes ago; it is being made anew"
    return f"{figures.day_words(until.date())}, {until:%H:%M} UTC"


def _cut(filters: KFilters) -> Cut:
    return Cut(filters.loops or EVERYTHING.loops, filters.personas or EVERYTHING.personas)


def _report(tx: Transaction, filters: KFilters, period: Period) -> KReport:
    cut, today = _cut(filters), tx.now.date()
    cohorts = rules.cohorts(period, filters.span)
    sums = summing.load(tx, filters.simulation, {period, *cohorts}, filters.model, filters.is_net)
    shown = _exposed(tx, filters, period, cut)
    head = _dated(
        figures.line("", figures.ALL_LOOPS, sums[period], cut, shown.get("", 0)), period, today
    )
    asked = Asked(filters.simulation, period, cut)
    returns = curves.returns(tx, asked, filters.counting)
    funnel = curves.funnel(tx, asked)
    cycle, invited = curves.cycle_days(tx, asked)
    return KReport(
        period=figures.period_words(period),
        model=MODELS[filters.model],
        headline=head,
        is_achieved=_is_achieved(head),
        verdict=_verdict(head),
        loops=_loop_lines(sums[period], cut, shown, head),
        personas=_persona_lines(sums[period], cut, head),
        channels=_channel_lines(sums[period], cut, head),
        cohorts=_cohort_lines(sums, cohorts, cut, filters.span, today),
        funnel=funnel,
        returns=returns,
        waits=curves.waits(tx, asked),
        cycle=_cycle(cycle, invited),
        projection=_projection(head, cycle, invited),
        alerts=alarms.shown(tx, filters.simulation),
        simulations=_simulations(tx),
        is_empty=not (head.people or head.joined or any(vars(funnel[0])[s] for s in curves.STEPS)),
        as_of=_rolled_until(tx, filters.simulation),
    )


def _dated(line: KLineView, period: Period, today: date) -> KLineView:
    return replace(line, is_final=period.is_final(today), maturity=figures.maturity(period, today))


def _like(line: KLineView, head: KLineView) -> KLineView:
    """As final as the whole period is."""
    return replace(line, is_final=head.is_final, maturity=head.maturity)


def _loop_lines(
    sums: Sums, cut: Cut, shown: dict[str, int], head: KLineView
) -> tuple[KLineView, ...]:
    return tuple(
        _like(
            figures.line(
                loop, figures.loop_title(loop), sums, _only(cut, loop=loop), shown.get(loop, 0)
            ),
            head,
        )
        for loop in LoopKind
        if loop in cut.loops
    )


def _persona_lines(sums: Sums, cut: Cut, head: KLineView) -> tuple[KLineView, ...]:
    return tuple(
        _like(figures.line(persona, title, sums, Cut(cut.loops, frozenset({persona})), 0), head)
        for persona, title in figures.PERSONAS.items()
        if persona in cut.personas
    )


def _channel_lines(sums: Sums, cut: Cut, head: KLineView) -> tuple[KLineView, ...]:
    return tuple(
        _like(
            figures.line(
                channel, channel.capitalize(), sums, Cut(cut.loops, cut.personas, channel), 0
            ),
            head,
        )
        for channel in sums.channels
    )


def _cohort_lines(
    sums: dict[Period, Sums], cohorts: tuple[Period, ...], cut: Cut, span: CohortSpan, today: date
) -> tuple[KLineView, ...]:
    return tuple(
        _dated(
            figures.line(
                cohort.first.isoformat(), _cohort_title(cohort, span), sums[cohort], cut, 0
            ),
            cohort,
            today,
        )
        for cohort in cohorts
    )


def _cohort_title(cohort: Period, span: CohortSpan) -> str:
    if span is CohortSpan.MONTH:
        return f"{cohort.first:%B %Y}"
    year, week, _ = cohort.first.isocalendar()
    return f"{year} week {week}"


def _only(cut: Cut, *, loop: str) -> Cut:
    return Cut(frozenset({loop}), cut.personas)


def _exposed(tx: Transaction, filters: KFilters, period: Period, cut: Cut) -> dict[str, int]:
    """How many people were shown a prompt of each loop; of all, if all are chosen."""
    rows = run(
        tx,
        """
        SELECT loop, sum(people) FROM k_exposed
        WHERE simulation = :simulation AND starts_on = :first AND ends_on = :last
          AND persona = ANY(:personas)
        GROUP BY loop
        """,
        simulation=filters.simulation,
        first=period.first,
        last=period.last,
        personas=list(cut.personas),
    )
    found = {loop: int(people) for loop, people in rows}
    return found if cut.loops == EVERYTHING.loops else found | {"": 0}


def _is_achieved(head: KLineView) -> bool:
    return (
        head.is_final
        and head.signup.is_enough
        and head.signup.value >= rules.TARGET_SIGNUP
        and head.first_value.value >= rules.TARGET_FIRST_VALUE
    )


def _verdict(head: KLineView) -> str:
    goal = f"{rules.TARGET_SIGNUP:.2f} at sign-up and {rules.TARGET_FIRST_VALUE:.2f} at first value"
    if not head.signup.is_enough:
        return f"The target is {goal}."
    if _is_achieved(head):
        return f"Target reached: {goal}."
    if not head.is_final:
        return f"So far. The target is {goal}."
    return f"Below the target of {goal}."


def _cycle(days: float, people: int) -> str:
    if people < rules.ENOUGH:
        return figures.too_few(people)
    return f"{days:.1f} days (n = {people})"


def _projection(head: KLineView, cycle: float, invited: int) -> tuple[ProjectionView, ...]:
    """Nothing is projected from figures that are not good enough to be shown."""
    if not head.signup.is_enough or invited < rules.ENOUGH or not cycle:
        return ()
    return tuple(
        ProjectionView(
            week=week, people=round(projected(SEED_LEARNERS, head.signup.value, 7 * week / cycle))
        )
        for week in PROJECTED_WEEKS
    )


def _simulations(tx: Transaction) -> tuple[str, ...]:
    names = "SELECT simulation FROM roll_up WHERE simulation <> '' ORDER BY until DESC"
    return tuple(run(tx, names).scalars())
