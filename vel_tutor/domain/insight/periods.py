"""The sums of one run of days: what each tree of people brought in, squared and crossed."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from vel_tutor.core.db import Transaction
from vel_tutor.domain.insight.facts import IS_COUNTED, run
from vel_tutor.domain.insight.rules import Period
from vel_tutor.vocabulary import CreditModel, KGoal

UNKNOWN_CHANNEL = "unknown"
LONGEST_PROMPT = timedelta(days=7)
"""A prompt that is older is not shown any more."""

_COUNTS = {
    (KGoal.SIGNUP, False): "true",
    (KGoal.SIGNUP, True): "NOT is_fraud",
    (KGoal.FIRST_VALUE, False): "is_valuable",
    (KGoal.FIRST_VALUE, True): "is_valuable AND NOT is_fraud",
}


def _figures() -> Iterator[tuple[str, str, str, str, str]]:
    """A column for each way of counting: its name, model, goal, net, and the rows that count."""
    for model in CreditModel:
        for (goal, is_net), counts in _COUNTS.items():
            name = f"{model}_{goal}_{'net' if is_net else 'raw'}"
            yield name, model.value, goal.value, str(is_net).lower(), counts


_FIGURES = tuple(_figures())
_SUMMED = ", ".join(
    f"coalesce(sum({model}) FILTER (WHERE {counts}), 0) AS {name}"
    for name, model, _, _, counts in _FIGURES
)
_SQUARED = ", ".join(
    f"sum(a.{name} * b.{name}) AS {name}, "
    f"sum(a.{name}) FILTER (WHERE (a.loop, a.persona) = (b.loop, b.persona)) AS {name}_total"
    for name, *_ in _FIGURES
)
_CROSSED = ", ".join(
    f"sum(member.people * figure.{name}) AS {name}, 0::float8 AS {name}_total"
    for name, *_ in _FIGURES
)
_SPREAD_OUT = ", ".join(
    f"('{model}', '{goal}', {net}, {name}, coalesce({name}_total, 0))"
    for name, model, goal, net, _ in _FIGURES
)

_SUMS = f"""
    WITH active AS MATERIALIZED (
        SELECT DISTINCT user_id, root_id, persona FROM active_day
        WHERE simulation = :simulation AND day BETWEEN :starts_on AND :ends_on
    ),
    member AS MATERIALIZED (
        SELECT root_id, persona, count(*)::float8 AS people FROM active GROUP BY root_id, persona
    ),
    credited AS (
        SELECT *, coalesce(channel, '{UNKNOWN_CHANNEL}') AS way FROM credited_touch
        WHERE simulation = :simulation AND day BETWEEN :starts_on AND :ends_on
          AND inviter_id IN (SELECT user_id FROM active)
    ),
    figure AS MATERIALIZED (
        SELECT root_id, loop, persona, coalesce(way, '') AS channel, {_SUMMED}
        FROM credited
        GROUP BY GROUPING SETS ((root_id, loop, persona), (root_id, loop, persona, way))
    ),
    product AS (
        SELECT a.channel, a.loop, a.persona, b.loop AS other_loop, b.persona AS other_persona,
               {_SQUARED}
        FROM figure a JOIN figure b ON a.root_id = b.root_id AND a.channel = b.channel
             AND (a.loop, a.persona) <= (b.loop, b.persona)
        GROUP BY 1, 2, 3, 4, 5
        UNION ALL
        SELECT figure.channel, '', member.persona, figure.loop, figure.persona, {_CROSSED}
        FROM member JOIN figure ON member.root_id = figure.root_id
        GROUP BY 1, 2, 3, 4, 5
    )
    INSERT INTO k_sum (simulation, starts_on, ends_on, model, goal, is_net, channel,
                       loop, persona, other_loop, other_persona, product, total)
    SELECT CAST(:simulation AS varchar), CAST(:starts_on AS date), CAST(:ends_on AS date),
           one.model, one.goal, one.is_net, product.channel,
           product.loop, product.persona, other_loop, other_persona, one.product, one.total
    FROM product
    CROSS JOIN LATERAL (VALUES {_SPREAD_OUT}) AS one (model, goal, is_net, product, total)
    WHERE one.product <> 0 OR one.total <> 0
    UNION ALL
    SELECT CAST(:simulation AS varchar), CAST(:starts_on AS date), CAST(:ends_on AS date),
           '', '', false, '', '', a.persona, '', b.persona, sum(a.people * b.people),
           coalesce(sum(a.people) FILTER (WHERE a.persona = b.persona), 0)
    FROM member a JOIN member b ON a.root_id = b.root_id AND a.persona <= b.persona
    GROUP BY a.persona, b.persona
"""

_EXPOSED = f"""
    INSERT INTO k_exposed (simulation, starts_on, ends_on, loop, persona, people)
    SELECT CAST(:simulation AS varchar), CAST(:starts_on AS date), CAST(:ends_on AS date),
           coalesce(prompt.loop, ''), person.role, count(DISTINCT prompt.user_id)
    FROM prompt JOIN "user" person ON person.id = prompt.user_id
    WHERE prompt.loop IS NOT NULL
      AND prompt.created_at >= CAST(:starts_on AS date) - interval '{LONGEST_PROMPT.days} days'
      AND (prompt.shown_at AT TIME ZONE 'UTC')::date BETWEEN :starts_on AND :ends_on
      AND person.simulation = :simulation AND person.{IS_COUNTED}
    GROUP BY GROUPING SETS ((prompt.loop, person.role), (person.role))
"""
"""People who were shown a prompt, by its loop and, without one, by any."""


def roll_up(tx: Transaction, simulation: str, period: Period, asked_at: datetime) -> None:
    """Make the sums of `period` anew; `asked_at` is when somebody wanted them last."""
    drop(tx, simulation, period)
    _sum_up(tx, simulation, period, asked_at)


def ask(tx: Transaction, simulation: str, period: Period) -> None:
    """Roll `period` up unless it is by now, and keep it so for a week."""
    run(tx, "SET LOCAL statement_timeout = '2min'")
    _sum_up(tx, simulation, period, tx.now)


def _sum_up(tx: Transaction, simulation: str, period: Period, asked_at: datetime) -> None:
    values = {"simulation": simulation, "starts_on": period.first, "ends_on": period.last}
    new = run(
        tx,
        "INSERT INTO k_period (simulation, starts_on, ends_on, asked_at, rolled_at) "
        "VALUES (:simulation, :starts_on, :ends_on, :asked_at, :now) "
        "ON CONFLICT DO NOTHING RETURNING starts_on",
        asked_at=asked_at,
        now=tx.now,
        **values,
    ).first()
    if new:
        # Both sides of its joins are made on the way, and guessed to be a row or two.
        run(tx, "SET LOCAL enable_nestloop = off")
        run(tx, _SUMS, **values)
        run(tx, "SET LOCAL enable_nestloop = on")
        run(tx, _EXPOSED, **values)


def drop(tx: Transaction, simulation: str, period: Period) -> None:
    """Keep `period` no longer."""
    for table in ("k_sum", "k_exposed", "k_period"):
        run(
            tx,
            f"DELETE FROM {table} WHERE simulation = :simulation "
            "AND starts_on = :starts_on AND ends_on = :ends_on",
            simulation=simulation,
            starts_on=period.first,
            ends_on=period.last,
        )


def kept(tx: Transaction, simulation: str) -> dict[Period, datetime]:
    """Every period that is rolled up, and when somebody wanted it last."""
    rows = run(
        tx,
        "SELECT starts_on, ends_on, asked_at FROM k_period WHERE simulation = :simulation",
        simulation=simulation,
    )
    return {Period(first, last): asked_at for first, last, asked_at in rows}


def first_day(tx: Transaction, simulation: str) -> date | None:
    """The first day anything is known of."""
    return run(
        tx,
        """
        SELECT least((SELECT min(day) FROM active_day WHERE simulation = :simulation),
                     (SELECT min(day) FROM credited_touch WHERE simulation = :simulation))
        """,
        simulation=simulation,
    ).scalar()


def refresh(
    tx: Transaction, simulation: str, wanted: Iterable[Period], changed: set[date] | None
) -> None:
    """Roll up what is missing of `wanted` or has a day of `changed` (None: all), drop the stale."""
    known, wanted = kept(tx, simulation), set(wanted)
    for period, asked_at in known.items():
        if period not in wanted and asked_at < tx.now - ASKED_KEPT:
            drop(tx, simulation, period)
        elif changed is None or any(day in period for day in changed):
            roll_up(tx, simulation, period, asked_at)
    for period in wanted - known.keys():
        roll_up(tx, simulation, period, tx.now - 2 * ASKED_KEPT)


ASKED_KEPT = timedelta(days=7)
"""How long a period nobody asks for again stays rolled up."""
