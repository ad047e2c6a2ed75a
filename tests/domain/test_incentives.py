"""The ledger pays each cause once and never forgets."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import select, text

from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import incentives
from vel_tutor.models.incentives import LedgerEntry
from vel_tutor.vocabulary import ShieldReason, XpReason


def _pay(user_id, cause, amount=10):
    with transaction() as tx:
        return incentives.award_xp(tx, user_id, amount, XpReason.PRACTICE_COMPLETED, cause)


def _shield(user_id, cause):
    with transaction() as tx:
        return incentives.grant_shield(tx, user_id, ShieldReason.CHALLENGE_SENT, cause)


def test_xp_counts_for_the_level_and_can_be_spent(ada):
    _pay(ada.user_id, uuid4(), 60)

    purse = incentives.purse(ada)

    assert (purse.lifetime_xp, purse.spendable_xp, purse.level) == (60, 60, 2)


def test_the_same_cause_pays_once(ada):
    cause = uuid4()

    assert [_pay(ada.user_id, cause), _pay(ada.user_id, cause)] == [True, False]
    assert incentives.purse(ada).lifetime_xp == 10


@pytest.mark.commits
def test_a_hundred_threads_claiming_one_cause_make_one_entry(ada):
    cause = uuid4()

    with ThreadPoolExecutor(100) as pool:
        paid = list(pool.map(lambda _: _pay(ada.user_id, cause), range(100)))

    assert sum(paid) == 1
    assert incentives.purse(ada).lifetime_xp == 10
    assert incentives.drift() == 0


def test_nobody_holds_more_than_two_shields_and_is_told_so(ada):
    causes = [uuid4() for _ in range(3)]

    added = [_shield(ada.user_id, cause) for cause in causes]

    with reading() as tx:
        last = incentives.shield_outcome(tx, ada.user_id, ShieldReason.CHALLENGE_SENT, causes[-1])
    assert added == [True, True, False]
    assert last == "full"
    assert incentives.purse(ada).shields == 2
    assert incentives.drift() == 0


def test_a_written_entry_cannot_be_changed_or_removed(ada):
    _pay(ada.user_id, uuid4())

    for change in ("UPDATE ledger_entry SET amount = 1000", "DELETE FROM ledger_entry"):
        with pytest.raises(DBAPIError, match="only ever added"), transaction() as tx:
            tx.session.connection().execute(text(change))

    with reading() as tx:
        assert {entry.amount for entry in tx.session.exec(select(LedgerEntry))} == {10}


def test_drift_notices_a_balance_that_its_entries_do_not_explain(ada):
    _pay(ada.user_id, uuid4())
    with transaction() as tx:
        tx.session.connection().execute(text("UPDATE purse SET spendable_xp = spendable_xp + 5"))

    assert incentives.drift() == 1


def test_three_days_of_practice_make_a_streak_of_three(ada):
    first = datetime(2026, 5, 10, 15, tzinfo=UTC)

    for day in range(3):
        with clock.stopped(first + timedelta(days=day)), transaction() as tx:
            incentives.record_practice_day(tx, ada.user_id, uuid4())
            incentives.record_practice_day(tx, ada.user_id, uuid4())

    with clock.stopped(first + timedelta(days=2, hours=1)):
        purse = incentives.purse(ada)
    assert (purse.streak, purse.practised_today) == (3, True)
    assert purse.lifetime_xp == 15


def test_a_streak_of_half_a_year_is_counted_whole(ada):
    first = datetime(2026, 1, 1, 15, tzinfo=UTC)
    for day in range(180):
        with clock.stopped(first + timedelta(days=day)), transaction() as tx:
            incentives.record_practice_day(tx, ada.user_id, uuid4())

    with clock.stopped(first + timedelta(days=180)):
        assert incentives.purse(ada).streak == 180
