"""Streaks as rows: days, shields that are spent, pauses, breaks, and what the clock does."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, select

from tests import people
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, incentives
from vel_tutor.domain.incentives.events import StreakAtRisk, StreakBroken
from vel_tutor.models.incentives import LedgerEntry, ShieldUse, Streak, StreakDay
from vel_tutor.vocabulary import Currency, ShieldReason

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FIRST = datetime(2026, 5, 4, 20, tzinfo=UTC)
"""A Monday afternoon in New York."""
TODAY = date(2026, 5, 4)


def practise(actor, *days, at=None):
    for day in days:
        with clock.stopped(FIRST + day * DAY), transaction() as tx:
            incentives.record_practice_day(tx, actor.user_id, uuid4(), at)


def shield(actor, day, reason=ShieldReason.CHALLENGE_SENT):
    with clock.stopped(FIRST + day * DAY), transaction() as tx:
        return incentives.grant_shield(tx, actor.user_id, reason, uuid4())


def purse(actor, day):
    with clock.stopped(FIRST + day * DAY):
        return incentives.purse(actor)


def kinds(actor):
    with reading() as tx:
        mine = select(StreakDay).where(StreakDay.user_id == actor.user_id)
        days = tx.session.exec(mine.order_by(col(StreakDay.local_date)))
        return [day.kind.value for day in days]


def entries(actor):
    with reading() as tx:
        mine = select(LedgerEntry).where(
            LedgerEntry.user_id == actor.user_id, LedgerEntry.currency == Currency.SHIELD
        )
        return [
            (row.amount, row.reason) for row in tx.session.exec(mine.order_by(col(LedgerEntry.at)))
        ]


def test_the_third_day_in_a_row_brings_a_shield_for_nothing_and_once(ada):
    practise(ada, 0, 1)
    assert purse(ada, 1).shields == 0

    practise(ada, 2, 3, 4)

    assert purse(ada, 4).shields == 1
    assert entries(ada) == [(1, "first_days")]


def test_a_missed_day_spends_a_shield_in_the_ledger(ada):
    practise(ada, 0, 1)
    shield(ada, 1)

    practise(ada, 3)

    after = purse(ada, 3)
    assert (after.streak, after.shields) == (3, 1), "the third day brought a free one"
    assert kinds(ada) == ["practised", "practised", "shield", "practised"]
    assert sorted(entries(ada)) == [(-1, "day_bridged"), (1, "challenge_sent"), (1, "first_days")]
    assert incentives.drift() == 0


def test_looking_shows_what_settling_would_do_and_writes_nothing(ada):
    practise(ada, 0, 1)
    shield(ada, 1)

    looked = purse(ada, 3)

    assert (looked.streak, looked.shields, looked.practised_today) == (2, 0, False)
    assert kinds(ada) == ["practised", "practised"]


def test_the_job_settles_whose_day_is_over_and_nobody_else(ada, bob):
    practise(ada, 0)
    practise(bob, 0, 1)
    shield(ada, 0)

    with clock.stopped(FIRST + 2 * DAY - 14 * HOUR):
        assert incentives.settle_streaks() == 1
    assert kinds(ada) == ["practised"], "the day after is still open for ada"
    with clock.stopped(FIRST + 2 * DAY - 12 * HOUR):
        assert [incentives.settle_streaks(), incentives.settle_streaks()] == [2, 0]

    assert kinds(ada) == ["practised", "shield"]
    assert kinds(bob) == ["practised", "practised"]


def test_a_streak_that_is_over_says_so_once_and_is_left_alone(ada, published):
    practise(ada, 0, 1)
    published.clear()

    for day in (3, 4, 30):
        with clock.stopped(FIRST + day * DAY):
            incentives.settle_streaks()

    broken = StreakBroken(user_id=ada.user_id, local_date=TODAY + 2 * DAY, length=2)
    assert [event for event in published if isinstance(event, StreakBroken)] == [broken]
    assert purse(ada, 30).streak == 0


def test_a_shield_that_comes_late_does_not_save_a_day_that_was_over(ada):
    practise(ada, 0, 1)

    shield(ada, 3)

    after = purse(ada, 3)
    assert (after.streak, after.shields) == (0, 1)


def test_word_that_comes_late_gives_the_shield_back(ada):
    practise(ada, 0, 1)
    shield(ada, 1)
    with clock.stopped(FIRST + 3 * DAY - 6 * HOUR):
        incentives.settle_streaks()
        assert incentives.purse(ada).shields == 0

    practise(ada, 3, at=FIRST + 2 * DAY + HOUR)

    after = purse(ada, 3)
    assert (after.streak, after.shields) == (3, 2), "its own and the free one of the third day"
    assert kinds(ada) == ["practised", "practised", "practised"]
    with reading() as tx:
        assert [use.returned_at is None for use in tx.session.exec(select(ShieldUse))] == [False]
    assert incentives.drift() == 0


def test_a_shield_given_back_to_a_full_purse_does_not_make_three(ada):
    practise(ada, 0)
    shield(ada, 0)
    shield(ada, 0)
    shield(ada, 2)

    practise(ada, 2, at=FIRST + DAY + HOUR)

    assert purse(ada, 2).shields == 2
    assert incentives.drift() == 0
    practise(ada, 4)
    assert (purse(ada, 4).shields, kinds(ada)[-2:]) == (1, ["shield", "practised"])
    assert incentives.drift() == 0


def test_word_that_is_older_than_a_day_counts_no_more(ada):
    practise(ada, 0)

    practise(ada, 3, at=FIRST + 2 * DAY - HOUR)

    assert kinds(ada) == ["practised"]


def test_moving_to_another_zone_counts_from_the_next_night_on(ada):
    practise(ada, 0, 1)
    with clock.stopped(FIRST + DAY):
        accounts.change_profile(ada, "Ada", "Asia/Tokyo", "9")
    with clock.stopped(FIRST + DAY + HOUR), reading() as tx:
        assert incentives.today_of(tx, ada.user_id) == TODAY + DAY

    practise(ada, 2)

    with clock.stopped(FIRST + 2 * DAY), reading() as tx:
        assert incentives.today_of(tx, ada.user_id) == TODAY + 3 * DAY
    assert kinds(ada) == ["practised", "practised", "travel", "practised"]
    assert purse(ada, 2).streak == 3


def test_a_pause_is_announced_kept_and_called_off(ada):
    practise(ada, 0)
    with clock.stopped(FIRST + DAY):
        incentives.declare_pause(ada, TODAY + DAY, TODAY + 5 * DAY)
    with clock.stopped(FIRST + 3 * DAY):
        [pause] = incentives.diary(ada).pauses
        incentives.end_pause(ada, UUID(pause.id))
    practise(ada, 3)

    assert kinds(ada) == ["practised", "pause", "pause", "practised"]
    with clock.stopped(FIRST + 5 * DAY):
        incentives.settle_streaks()
    assert purse(ada, 5).streak == 0, "day four was no longer paused"


def test_a_pause_lies_ahead_and_is_not_longer_than_the_days_left(ada):
    with clock.stopped(FIRST):
        for first, last in ((-1, 1), (2, 1), (80, 120)):
            with pytest.raises(incentives.PauseOdd):
                incentives.declare_pause(ada, TODAY + first * DAY, TODAY + last * DAY)
        incentives.declare_pause(ada, TODAY, TODAY + 9 * DAY)
        with pytest.raises(incentives.PauseTooLong, match="4 more days"):
            incentives.declare_pause(ada, TODAY + 20 * DAY, TODAY + 24 * DAY)
        incentives.declare_pause(ada, TODAY + 20 * DAY, TODAY + 23 * DAY)


def test_nobody_pauses_the_streak_of_somebody_else(ada, bob, pat):
    for stranger in (bob, pat):
        with pytest.raises(NotFound), clock.stopped(FIRST):
            incentives.declare_pause(stranger, TODAY, TODAY, ada.user_id)


def test_a_long_streak_that_ended_may_start_again_at_half_and_once(ada):
    practise(ada, *range(31))

    with clock.stopped(FIRST + 35 * DAY):
        assert incentives.diary(ada).restart_days == 15
        assert incentives.restart(ada) == 15
        with pytest.raises(incentives.NoOffer):
            incentives.restart(ada)
    practise(ada, 35)

    assert purse(ada, 35).streak == 16
    with clock.stopped(FIRST + 38 * DAY):
        assert incentives.diary(ada).restart_days == 0, "what was given back is not given twice"


def test_a_short_streak_brings_no_offer_and_a_late_one_is_over(ada, bob):
    practise(ada, *range(30))
    practise(bob, *range(31))

    for actor, day in ((ada, 33), (bob, 50)):
        with clock.stopped(FIRST + day * DAY), pytest.raises(incentives.NoOffer):
            incentives.restart(actor)


def risks(published):
    return [
        (event.reminder, event.length) for event in published if isinstance(event, StreakAtRisk)
    ]


def test_who_has_not_practised_is_reminded_at_the_usual_hour_and_four_hours_before_the_end(
    ada, published
):
    practise(ada, 0, 1)
    heard = []

    for hour in range(48):
        with clock.stopped(FIRST + DAY + hour * HOUR + timedelta(minutes=5)):
            incentives.settle_streaks()
            if incentives.remind_of_streaks():
                heard.append(hour)
            assert incentives.remind_of_streaks() == 0

    ends = datetime(2026, 5, 7, 7, tzinfo=UTC)
    assert (FIRST + DAY + 24 * HOUR, heard) == (datetime(2026, 5, 6, 20, tzinfo=UTC), [24, 31])
    assert risks(published) == [(1, 2), (2, 2)]
    last = [event for event in published if isinstance(event, StreakAtRisk)][-1]
    assert (last.local_date, last.ends_at, last.shields) == (TODAY + 2 * DAY, ends, 0)
    assert last.topics == (f"student:{ada.user_id}",)


@pytest.mark.parametrize("excuse", ["practised", "paused", "one day only"])
def test_whoever_need_not_worry_is_not_reminded(ada, published, excuse):
    practise(ada, *([0] if excuse == "one day only" else [0, 1]))
    if excuse == "practised":
        practise(ada, 2)
    if excuse == "paused":
        with clock.stopped(FIRST + DAY):
            incentives.declare_pause(ada, TODAY + 2 * DAY, TODAY + 2 * DAY)

    for hour in range(48 if excuse == "paused" else 40):
        with clock.stopped(FIRST + DAY + hour * HOUR):
            incentives.settle_streaks()
            incentives.remind_of_streaks()

    assert risks(published) == []


def test_a_clock_that_stood_still_reminds_once_and_never_of_a_day_that_is_over(ada, bob, published):
    practise(ada, 0, 1)
    practise(bob, 0, 1)

    with clock.stopped(FIRST + 2 * DAY + 10 * HOUR):
        incentives.settle_streaks()
        incentives.remind_of_streaks()
    with clock.stopped(FIRST + 4 * DAY):
        incentives.remind_of_streaks()

    assert risks(published) == [(2, 2), (2, 2)]


@pytest.mark.commits
def test_two_jobs_and_a_practice_at_once_spend_one_shield(ada):
    practise(ada, 0, 1)
    shield(ada, 1)

    def settle(_number):
        with clock.stopped(FIRST + 3 * DAY):
            incentives.settle_streaks()

    with clock.stopped(FIRST + 3 * DAY), ThreadPoolExecutor(6) as pool:
        list(pool.map(settle, range(5)))
        practise(ada, 3)

    assert kinds(ada) == ["practised", "practised", "shield", "practised"]
    assert [amount for amount, _ in entries(ada)].count(-1) == 1
    assert incentives.drift() == 0


def test_a_batch_of_plain_days_reads_no_history(ada, bob, queries):
    practise(ada, *range(5))
    practise(bob, *range(5))

    with clock.stopped(FIRST + 5 * DAY), queries(at_most=14):
        assert incentives.settle_streaks() == 2


def test_nothing_of_the_days_stays_when_a_person_is_forgotten(ada):
    practise(ada, 0, 1)
    shield(ada, 1)
    practise(ada, 3)

    with transaction() as tx:
        incentives.forget(tx, ada.user_id)

    with reading() as tx:
        for rows in (Streak, StreakDay, ShieldUse):
            assert tx.session.exec(select(rows)).all() == []


def test_a_parent_pauses_the_streak_of_a_child(clean_world):
    signed_in_parent = people.parent("Pat")
    signed_in = people.child("Lea", "pat@example.org")
    accounts.give_consent(
        people.mailed_link("consent", to="pat@"),
        accounts.Browser(session_token=signed_in_parent.token),
    )
    lea = people.acting(signed_in)

    with clock.stopped(FIRST):
        incentives.declare_pause(people.acting(signed_in_parent), TODAY, TODAY + DAY, lea.user_id)
        assert len(incentives.diary(lea).pauses) == 1
