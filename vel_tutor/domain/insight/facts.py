"""What the sums are made of: days people learned on, and invitations that brought somebody."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text

from vel_tutor.core.db import Transaction
from vel_tutor.domain.attribution import CREDITED, PERSONAS

IS_COUNTED = "role IN ({})".format(", ".join(f"'{one}'" for one in PERSONAS))
"""Of people: whether they invite and are counted."""

_LEARNED = f"""
    WITH answered AS (
        SELECT player_user_id AS user_id, answered_at AS at
        FROM practice_question JOIN practice_session ON practice_session.id = session_id
        WHERE answered_at >= :since AND answered_at < :until AND player_user_id IS NOT NULL
        UNION ALL
        SELECT taker_id, answered_at
        FROM diagnostic_question JOIN diagnostic ON diagnostic.id = test_id
        WHERE answered_at >= :since AND answered_at < :until
        UNION ALL
        SELECT user_id, reviewed_at FROM card_review
        WHERE reviewed_at >= :since AND reviewed_at < :until
    )
    SELECT learned.user_id, (learned.at AT TIME ZONE 'UTC')::date AS day, person.simulation,
           person.role AS persona, coalesce(above.root_referrer_id, person.id) AS root_id,
           min(learned.at) AS first_at, max(learned.at) AS last_at
    FROM (
        SELECT user_id, at FROM answered
        UNION ALL
        SELECT tie.parent_id, answered.at
        FROM answered JOIN family_tie tie ON tie.child_id = answered.user_id
        WHERE tie.approved_at <= answered.at
          AND (tie.ended_at IS NULL OR tie.ended_at > answered.at)
    ) AS learned
    JOIN "user" person ON person.id = learned.user_id
    LEFT JOIN referral above ON above.invitee_id = person.id
    WHERE person.simulation = :simulation AND person.{IS_COUNTED}
      AND learned.at >= person.created_at
    GROUP BY learned.user_id, day, person.simulation, person.role, root_id
"""
"""One row for each person and UTC day with at least one answer; what guests do is not counted.

Parents answer nothing themselves: they are with us on the days on which a child of theirs learns.
"""

_CHANGED = """
    SELECT user_id FROM visitor WHERE merged_at >= :since
    UNION
    SELECT visitor.user_id
    FROM attribution_event step JOIN visitor ON step.invitee_key = 'v:' || visitor.id
    WHERE step.kind = 'fvm_reached' AND step.at >= :since AND visitor.user_id IS NOT NULL
    UNION
    SELECT CAST(substr(step.invitee_key, 3) AS uuid) FROM attribution_event step
    WHERE step.kind = 'fvm_reached' AND step.at >= :since AND step.invitee_key LIKE 'u:%'
    UNION
    SELECT invitee_id FROM referral
    WHERE joined_at >= :since OR paid_at >= :since OR fraud_at >= :since
    UNION
    SELECT user_id FROM touch
    WHERE touch.kind = 'sent' AND touch.at >= :since AND user_id IS NOT NULL
"""
"""Whose way from a touch to a sign-up, a first value and an invitation of their own has changed."""


def run(tx: Transaction, sql: str, **values: Any) -> Any:
    """Do one statement of ours."""
    return tx.session.connection().execute(text(sql), values)


def note_learning(tx: Transaction, simulation: str, since: datetime, until: datetime) -> None:
    """Make the days from that of `since` anew, up to `until`."""
    start = since.replace(hour=0, minute=0, second=0, microsecond=0)
    run(
        tx,
        "DELETE FROM active_day WHERE simulation = :simulation AND day >= :day",
        simulation=simulation,
        day=start.date(),
    )
    run(
        tx,
        "INSERT INTO active_day (user_id, day, simulation, persona, root_id, first_at, last_at) "
        + _LEARNED,
        simulation=simulation,
        since=start,
        until=until,
    )


def changed_people(tx: Transaction, since: datetime) -> list[UUID]:
    """Everybody who joined, reached something, was paid for or invited since then."""
    return [person for person in run(tx, _CHANGED, since=since).scalars() if person]


def share_credit(
    tx: Transaction, simulation: str, known: datetime, people: Collection[UUID] | None = None
) -> set[date]:
    """Share the credit for `people` (all, if None) anew; says on which days that changed any."""
    values = {"simulation": simulation, "people": None if people is None else list(people)}
    before = run(
        tx,
        """
        DELETE FROM credited_touch
        WHERE simulation = :simulation
          AND (CAST(:people AS uuid[]) IS NULL OR invitee_id = ANY(CAST(:people AS uuid[])))
        RETURNING day
        """,
        **values,
    )
    days = set(before.scalars())
    after = run(
        tx,
        f"""
        INSERT INTO credited_touch
            (touch_id, invitee_id, simulation, day, inviter_id, root_id, loop, persona, channel,
             touched_at, joined_at, is_valuable, is_fraud, last, first, linear, decay)
        SELECT touch_id, invitee_id, CAST(:simulation AS varchar),
               (touched_at AT TIME ZONE 'UTC')::date, inviter_id, root_id, loop, persona, channel,
               touched_at, joined_at, is_valuable, is_fraud, last, first, linear, decay
        FROM ({CREDITED}) AS credited
        RETURNING day
        """,
        known=known,
        **values,
    )
    return days | set(after.scalars())
