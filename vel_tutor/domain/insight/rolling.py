"""Rolling facts up into sums: a little every five minutes, everything every night."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.insight import facts, journeys, periods, returning, rules
from vel_tutor.domain.insight.facts import run

OVERLAP = timedelta(minutes=10)
"""How far each turn looks back behind the last one: deeds carry the time they began at."""
SETTLED = timedelta(minutes=1)
"""What is older than this is all there, whoever was writing it."""
THE_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)

SUMS = {
    "active_day": ("user_id, day", "first_at, last_at"),
    "credited_touch": ("touch_id, invitee_id", "is_valuable, is_fraud, linear, decay"),
    "k_sum": (
        "starts_on, ends_on, model, goal, is_net, channel, loop, persona, other_loop, "
        "other_persona",
        "product, total",
    ),
    "funnel_day": ("day, loop, persona, earlier", "sent, opened, joined, valuable, won, rewarded"),
    "coming_back": ("day, persona, is_referred, counting, after", "people, back"),
    "delay": ("kind, day, loop, persona, happened, minutes", "people"),
}
"""Every table a full recompute must find as it was: its key, and what it says."""
FRACTIONS = frozenset({"product", "total", "linear", "decay"})
"""Figures that may differ by a rounding: they were added up in another order."""


def recompute(simulation: str = "") -> None:
    """Make every sum anew from the facts as they are."""
    with transaction() as tx:
        _begin(tx, simulation)
        _everything(tx, simulation, tx.now)


def catch_up(simulation: str = "") -> bool:
    """Roll up what has happened since the last turn; says whether anything was there before.

    Doing it twice, or late, changes nothing. The first turn ever makes everything.
    """
    with transaction() as tx:
        _begin(tx, simulation)
        until = _rolled_until(tx, simulation)
        if until is None:
            _everything(tx, simulation, tx.now)
        else:
            _what_changed(tx, simulation, until - OVERLAP, tx.now)
        return until is not None


def check(simulation: str = "") -> int:
    """Make everything anew and say in how many sums that differs from what the small turns made."""
    with transaction() as tx:
        _begin(tx, simulation)
        until = _rolled_until(tx, simulation)
        known = max(until or THE_BEGINNING, tx.now - SETTLED)
        if until is not None:
            _what_changed(tx, simulation, until - OVERLAP, known)
        for table in SUMS:
            run(
                tx,
                f"CREATE TEMP TABLE was_{table} ON COMMIT DROP AS "
                f"SELECT * FROM {table} WHERE simulation = :simulation",
                simulation=simulation,
            )
        _everything(tx, simulation, known)
        differing = sum(_differing(tx, table, simulation) for table in SUMS) if until else 0
        for table in SUMS:
            run(tx, f"DROP TABLE was_{table}")
        run(
            tx,
            "UPDATE roll_up SET checked_at = :now, differing = :differing "
            "WHERE simulation = :simulation",
            now=tx.now,
            differing=differing,
            simulation=simulation,
        )
        return differing


def forget(tx: Transaction, user_id: UUID) -> None:
    """Keep no day of somebody who is gone; the next turn makes the sums of everybody anew."""
    gone = run(
        tx, "DELETE FROM active_day WHERE user_id = :user_id RETURNING simulation", user_id=user_id
    )
    for simulation in set(gone.scalars()):
        run(
            tx,
            "UPDATE roll_up SET until = :beginning WHERE simulation = :simulation",
            beginning=THE_BEGINNING,
            simulation=simulation,
        )


def _differing(tx: Transaction, table: str, simulation: str) -> int:
    """Rows that only one of both has, or of which a figure differs by more than a rounding."""
    keys, figures = SUMS[table]
    differs = " OR ".join(
        f"abs(was.{figure} - is_now.{figure}) > 1e-6 * greatest(1, abs(was.{figure}))"
        if figure in FRACTIONS
        else f"was.{figure} IS DISTINCT FROM is_now.{figure}"
        for figure in figures.split(", ")
    )
    return run(
        tx,
        f"""
        SELECT count(*) FROM was_{table} was
        FULL JOIN (SELECT * FROM {table} WHERE simulation = :simulation) is_now
        USING (simulation, {keys})
        WHERE was.simulation IS NULL OR is_now.simulation IS NULL OR {differs}
        """,
        simulation=simulation,
    ).scalar_one()


def _begin(tx: Transaction, simulation: str) -> None:
    """One at a time, and as long as it takes."""
    run(tx, "SET LOCAL statement_timeout = '15min'")
    lock = "SELECT pg_advisory_xact_lock(hashtext('roll-up ' || CAST(:simulation AS varchar)))"
    run(tx, lock, simulation=simulation)


def _rolled_until(tx: Transaction, simulation: str) -> datetime | None:
    """Up to when the small turns have come; None where they have nothing to go on from."""
    until = run(
        tx, "SELECT until FROM roll_up WHERE simulation = :simulation", simulation=simulation
    ).scalar()
    return None if until == THE_BEGINNING else until


def _everything(tx: Transaction, simulation: str, known: datetime) -> None:
    for table in ("active_day", "funnel_day", "delay", "coming_back"):
        run(tx, f"DELETE FROM {table} WHERE simulation = :simulation", simulation=simulation)
    facts.note_learning(tx, simulation, THE_BEGINNING, known)
    facts.share_credit(tx, simulation, known)
    run(tx, "ANALYZE active_day, credited_touch")
    today = known.date()
    _refresh_periods(tx, simulation, today, None)
    journeys.count(tx, simulation, _days(journeys.first_day(tx) or today, today), known)
    returning.count(tx, simulation, returning.joining_days(tx, simulation), known)
    _note(tx, simulation, known)


def _what_changed(tx: Transaction, simulation: str, since: datetime, known: datetime) -> None:
    today = known.date()
    facts.note_learning(tx, simulation, since, known)
    people = facts.changed_people(tx, since)
    recent = _days(since.date(), today)
    changed = recent | facts.share_credit(tx, simulation, known, people)
    _refresh_periods(tx, simulation, today, changed)
    journeys.count(tx, simulation, recent | journeys.days_of(tx, people, since), known)
    returning.count(tx, simulation, returning.touched_by(recent), known)
    _note(tx, simulation, known)


def _refresh_periods(
    tx: Transaction, simulation: str, today: date, changed: set[date] | None
) -> None:
    first = periods.first_day(tx, simulation) or today
    periods.refresh(tx, simulation, rules.standing_periods(first, today), changed)


def _days(first: date, last: date) -> set[date]:
    return {first + timedelta(days=step) for step in range((last - first).days + 1)}


def _note(tx: Transaction, simulation: str, known: datetime) -> None:
    run(
        tx,
        "INSERT INTO roll_up (simulation, until, differing) VALUES (:simulation, :known, 0) "
        "ON CONFLICT (simulation) DO UPDATE SET until = EXCLUDED.until",
        simulation=simulation,
        known=known,
    )
