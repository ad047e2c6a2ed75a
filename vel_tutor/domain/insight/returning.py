"""Who comes back after they joined: people invited, and people who came by themselves."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from vel_tutor.core.db import Transaction
from vel_tutor.domain.insight.facts import IS_COUNTED, run
from vel_tutor.domain.insight.rules import RETURNS
from vel_tutor.vocabulary import DayCount

_AFTER = ", ".join(f"({after})" for after in RETURNS)

_COUNT = f"""
    WITH newcomer AS (
        SELECT id, role AS persona, time_zone, coalesce(consented_at, created_at) AS at
        FROM "user"
        WHERE simulation = :simulation AND {IS_COUNTED}
          AND (NOT consent_needed OR consented_at IS NOT NULL)
          AND (coalesce(consented_at, created_at) AT TIME ZONE 'UTC')::date
              = ANY(CAST(:days AS date[]))
    ),
    looked AS (
        SELECT newcomer.*, after.days AS after, '{DayCount.HOURS}' AS counting,
               at + make_interval(hours => 24 * after.days) AS opens,
               at + make_interval(hours => 24 * (after.days + 1)) AS closes
        FROM newcomer CROSS JOIN (VALUES {_AFTER}) AS after (days)
        UNION ALL
        SELECT newcomer.*, after.days, '{DayCount.CALENDAR}',
               (date_trunc('day', at AT TIME ZONE time_zone)
                + make_interval(days => after.days)) AT TIME ZONE time_zone,
               (date_trunc('day', at AT TIME ZONE time_zone)
                + make_interval(days => after.days + 1)) AT TIME ZONE time_zone
        FROM newcomer CROSS JOIN (VALUES {_AFTER}) AS after (days)
    ),
    invited AS (SELECT DISTINCT invitee_id FROM credited_touch WHERE simulation = :simulation)
    INSERT INTO coming_back (simulation, day, persona, is_referred, counting, after, people, back)
    SELECT CAST(:simulation AS varchar), (looked.at AT TIME ZONE 'UTC')::date AS day,
           looked.persona, invited.invitee_id IS NOT NULL AS is_referred,
           looked.counting, looked.after, count(*), count(*) FILTER (WHERE EXISTS (
               SELECT 1 FROM active_day
               WHERE active_day.user_id = looked.id
                 AND active_day.day BETWEEN (looked.opens AT TIME ZONE 'UTC')::date
                                        AND (looked.closes AT TIME ZONE 'UTC')::date
                 AND active_day.first_at < looked.closes AND active_day.last_at >= looked.opens))
    FROM looked LEFT JOIN invited ON invited.invitee_id = looked.id
    WHERE looked.closes <= :known
    GROUP BY 2, 3, 4, 5, 6
"""


def count(tx: Transaction, simulation: str, days: Iterable[date], known: datetime) -> None:
    """Count anew how many of those who joined on one of `days` are back, as far as is `known`."""
    values = {"simulation": simulation, "days": list(days)}
    run(
        tx,
        "DELETE FROM coming_back WHERE simulation = :simulation "
        "AND day = ANY(CAST(:days AS date[]))",
        **values,
    )
    run(tx, _COUNT, known=known, **values)


def touched_by(changed: Iterable[date]) -> set[date]:
    """The days of joining whose returns a change on one of `changed` days may alter."""
    return {
        day - timedelta(days=after + shift)
        for day in changed
        for after in RETURNS
        for shift in (-1, 0, 1, 2)
    }


def joining_days(tx: Transaction, simulation: str) -> set[date]:
    """Every day on which somebody joined."""
    return set(
        run(
            tx,
            f"""
            SELECT DISTINCT (coalesce(consented_at, created_at) AT TIME ZONE 'UTC')::date
            FROM "user" WHERE simulation = :simulation AND {IS_COUNTED}
            """,
            simulation=simulation,
        ).scalars()
    )
