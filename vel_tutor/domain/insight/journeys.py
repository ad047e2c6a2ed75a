"""From an invitation to a reward: one row a person and loop, counted by the day of opening."""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain.insight.facts import IS_COUNTED, run
from vel_tutor.domain.insight.rules import WINDOW, Period
from vel_tutor.vocabulary import DelayKind, LoopKind

SKEW = timedelta(seconds=2)
"""How far two clocks of ours may be apart."""
BITS = {loop: 1 << place for place, loop in enumerate(LoopKind)}
"""The bit of each loop in `FunnelDay.earlier`."""

_BIT = " ".join(f"WHEN '{loop}' THEN {bit}" for loop, bit in BITS.items())
_WITHIN = f"""BETWEEN placed.at - interval '{SKEW.seconds} seconds'
              AND placed.at + interval '{WINDOW.days} days'"""

_JOURNEYS = f"""
    WITH hand AS (
        SELECT DISTINCT coalesce(sibling.id, touch.visitor_id) AS visitor_id, visitor.user_id,
               coalesce(visitor.user_id::text, touch.visitor_id) AS person
        FROM touch
        LEFT JOIN visitor ON visitor.id = touch.visitor_id AND visitor.merged_at IS NOT NULL
        LEFT JOIN visitor sibling
               ON sibling.user_id = visitor.user_id AND sibling.merged_at IS NOT NULL
        WHERE touch.kind = 'click' AND touch.user_id IS NULL
          AND touch.at >= :since AND touch.at < :until
    ),
    opened AS (
        SELECT hand.person, hand.user_id, link.loop, min(touch.at) AS at,
               (array_agg(inviter.role ORDER BY touch.at, touch.id))[1] AS persona
        FROM hand
        JOIN touch ON touch.visitor_id = hand.visitor_id
        JOIN link ON link.id = touch.link_id
        JOIN "user" inviter ON inviter.id = link.referrer_id
        WHERE touch.kind = 'click' AND touch.user_id IS NULL AND touch.at < :known
          AND inviter.simulation = :simulation AND inviter.{IS_COUNTED}
          AND hand.user_id IS DISTINCT FROM link.referrer_id
        GROUP BY hand.person, hand.user_id, link.loop
    ),
    placed AS (
        SELECT *, coalesce(sum(CASE loop {_BIT} END) OVER (
            PARTITION BY person ORDER BY at, loop
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS earlier
        FROM opened
    ),
    reached AS (
        SELECT hand.person, min(step.at) AS at
        FROM hand
        JOIN attribution_event step ON step.kind = 'fvm_reached' AND step.at < :known
             AND step.invitee_key IN ('v:' || hand.visitor_id, 'u:' || hand.user_id)
        GROUP BY hand.person
    ),
    joined AS (
        SELECT user_id::text AS person, min(merged_at) AS at FROM visitor
        WHERE merged_at < :known AND user_id IN (SELECT user_id FROM hand)
        GROUP BY user_id
    ),
    journey AS (
        SELECT placed.*, (placed.at AT TIME ZONE 'UTC')::date AS day, reached.at AS reached_at,
               coalesce(joined.at {_WITHIN}, false) AS did_join,
               coalesce(reached.at {_WITHIN}, false) AS did_reach,
               coalesce(referral.paid_at {_WITHIN}, false) AS was_paid
        FROM placed
        LEFT JOIN joined USING (person)
        LEFT JOIN reached USING (person)
        LEFT JOIN referral
               ON referral.invitee_id = placed.user_id AND referral.paid_at < :known
        WHERE placed.at >= :since AND placed.at < :until
    )
"""

_FUNNEL = f"""
    {_JOURNEYS}
    INSERT INTO funnel_day (simulation, day, loop, persona, earlier,
                            sent, opened, joined, valuable, won, rewarded)
    SELECT CAST(:simulation AS varchar), day, loop, persona, earlier, 0, count(*),
           count(*) FILTER (WHERE did_join), count(*) FILTER (WHERE did_reach),
           count(*) FILTER (WHERE did_join AND did_reach),
           count(*) FILTER (WHERE did_join AND did_reach AND was_paid)
    FROM journey
    GROUP BY day, loop, persona, earlier
"""

_SENT = f"""
    INSERT INTO funnel_day (simulation, day, loop, persona, earlier,
                            sent, opened, joined, valuable, won, rewarded)
    SELECT CAST(:simulation AS varchar), (touch.at AT TIME ZONE 'UTC')::date AS day, link.loop,
           inviter.role, 0, count(*), 0, 0, 0, 0, 0
    FROM touch JOIN link ON link.id = touch.link_id
    JOIN "user" inviter ON inviter.id = link.referrer_id
    WHERE touch.kind = 'sent' AND touch.at >= :since AND touch.at < :until AND touch.at < :known
      AND inviter.simulation = :simulation AND inviter.{IS_COUNTED}
    GROUP BY day, link.loop, inviter.role
    ON CONFLICT (simulation, day, loop, persona, earlier) DO UPDATE SET sent = EXCLUDED.sent
"""

_DELAYS = f"""
    {_JOURNEYS},
    invited AS (
        SELECT user_id::text AS person, min(at) AS at FROM touch
        WHERE kind = 'sent' AND at < :known AND user_id IN (SELECT user_id FROM hand)
        GROUP BY user_id
    ),
    waited AS (
        SELECT '{DelayKind.FIRST_VALUE}' AS kind, day, loop, persona, at, reached_at AS done_at
        FROM journey
        UNION ALL
        SELECT '{DelayKind.OWN_INVITE}', day, loop, persona, journey.at, invited.at
        FROM journey JOIN invited USING (person)
        WHERE earlier = 0
    )
    INSERT INTO delay (simulation, kind, day, loop, persona, happened, minutes, people)
    SELECT CAST(:simulation AS varchar), kind, day, loop, persona, done_at IS NOT NULL AS happened,
           CASE WHEN done_at IS NULL
                THEN 60 * extract(hour FROM at AT TIME ZONE 'UTC')
                ELSE floor(greatest(extract(epoch FROM done_at - at), 0) / 60) END::int AS minutes,
           count(*)
    FROM waited
    GROUP BY kind, day, loop, persona, happened, minutes
"""

_DAYS_OF = """
    SELECT DISTINCT (touch.at AT TIME ZONE 'UTC')::date
    FROM touch JOIN visitor ON visitor.id = touch.visitor_id
    WHERE touch.kind = 'click' AND visitor.user_id = ANY(CAST(:people AS uuid[]))
    UNION
    SELECT (touch.at AT TIME ZONE 'UTC')::date
    FROM touch JOIN attribution_event step ON step.invitee_key = 'v:' || touch.visitor_id
    WHERE touch.kind = 'click' AND step.kind = 'fvm_reached' AND step.at >= :since
"""


def days_of(tx: Transaction, people: Collection[UUID], since: datetime) -> set[date]:
    """On which days `people`, or guests who reached something since then, opened invitations."""
    return set(run(tx, _DAYS_OF, people=list(people), since=since).scalars())


def first_day(tx: Transaction) -> date | None:
    """The first day anybody sent or opened an invitation."""
    first = "SELECT (min(at) AT TIME ZONE 'UTC')::date FROM touch WHERE kind IN ('sent', 'click')"
    return run(tx, first).scalar()


def count(tx: Transaction, simulation: str, days: Iterable[date], known: datetime) -> None:
    """Count the people who opened an invitation first on one of `days`, by what is `known`."""
    for period in runs(days):
        values = _values(simulation, period, known)
        for table in ("funnel_day", "delay"):
            run(
                tx,
                f"DELETE FROM {table} "
                "WHERE simulation = :simulation AND day BETWEEN :first AND :last",
                simulation=simulation,
                first=period.first,
                last=period.last,
            )
        run(tx, _FUNNEL, **values)
        run(tx, _SENT, **values)
        run(tx, _DELAYS, **values)


def _values(simulation: str, period: Period, known: datetime) -> dict[str, Any]:
    return {
        "simulation": simulation,
        "since": datetime.combine(period.first, time.min, UTC),
        "until": datetime.combine(period.last + timedelta(days=1), time.min, UTC),
        "known": known,
    }


def runs(days: Iterable[date]) -> Iterator[Period]:
    """`days` as runs without a gap."""
    run_of: list[date] = []
    for day in sorted(set(days)):
        if run_of and day - run_of[-1] > timedelta(days=1):
            yield Period(run_of[0], run_of[-1])
            run_of = []
        run_of.append(day)
    if run_of:
        yield Period(run_of[0], run_of[-1])
