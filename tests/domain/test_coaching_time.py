"""Time with the tutor: each second once, none for silence or an empty page, never cut off."""

from datetime import UTC, datetime, timedelta

import pytest

from tests import people
from tests.coaches import PERIMETER, answer, buy_minutes, do, flags, kinds, row, times, turns
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import coaching, progress, shop
from vel_tutor.domain.coaching import OutOfMinutes
from vel_tutor.vocabulary import CoachMove

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def at(seconds: float):
    """The clock stopped so many seconds after noon."""
    return clock.stopped(NOON + timedelta(seconds=seconds))


def bought(actor) -> int:
    with reading() as tx:
        return shop.seconds_left(tx, actor.user_id)


def talk_until_out(ada, start: int = 0) -> int:
    """Say something each minute until the five minutes are used; when the last of them was."""
    with at(start):
        coaching.begin(ada, PERIMETER)
    for minute in range(1, 6):
        with at(start + 60 * minute):
            do(ada, CoachMove.WHY)
    return start + 300


def test_only_what_is_talked_counts(ada):
    with at(0):
        coaching.begin(ada, PERIMETER)
    with at(20.5):
        heard = do(ada, CoachMove.STUCK)
    with at(20.5 + 3600):
        after_an_hour = do(ada, CoachMove.STUCK)

    assert heard.meter.left_ms == pytest.approx(280_000, abs=1000)
    assert [one.seconds for one in times(ada)] == [20, 60]
    assert after_an_hour.meter.words == "About 4 minutes left"


def test_the_same_stretch_counts_once_however_often_it_is_asked(ada):
    with at(0):
        chat = coaching.begin(ada, PERIMETER)
    with at(30):
        do(ada, CoachMove.STUCK)
        coaching.move(ada, chat.number, CoachMove.STUCK)
        coaching.current(ada)
        coaching.look(ada)

    assert sum(one.seconds for one in times(ada)) == 30


def test_a_hidden_page_costs_nothing(ada):
    with at(0):
        coaching.begin(ada, PERIMETER)
    with at(10):
        coaching.pause(ada)
    with at(50):
        back = coaching.current(ada)
    with at(55):
        do(ada, CoachMove.STUCK)

    assert [one.seconds for one in times(ada)] == [10, 5]
    assert back.meter.left_ms == 290_000


def test_looking_on_shows_the_time_run_down_and_counts_nothing(ada):
    with at(0):
        coaching.begin(ada, PERIMETER)
    with at(45):
        seen = coaching.look(ada)

    assert (seen.meter.left_ms, seen.meter.runs_ms) == (255_000, 15_000)
    assert times(ada) == []


def test_two_minutes_before_the_end_it_says_so(ada):
    with at(0):
        coaching.begin(ada, PERIMETER)
    lows = []
    for minute in range(1, 5):
        with at(60 * minute):
            lows.append(do(ada, CoachMove.WHY).meter.low)

    assert lows == ["", "", "soon", "soon"]


def test_when_time_is_up_the_turn_in_progress_is_finished_first(ada):
    over = talk_until_out(ada)
    warned = coaching.look(ada)
    with at(over + 30):
        last = answer(ada, right=True)

    assert kinds(warned)[-1] == "time_up"
    assert warned.time_is_up
    assert warned.is_open
    assert kinds(last)[-1] == "right"
    assert last.summary.shown
    assert last.summary.out_of_time
    assert sum(one.seconds for one in times(ada)) == 300


def test_the_free_minutes_are_given_once(ada):
    over = talk_until_out(ada)
    with at(over + 10):
        coaching.finish(ada)
    with at(over + 86_400):
        desk = coaching.desk(ada)
        with pytest.raises(OutOfMinutes):
            coaching.begin(ada, PERIMETER)

    assert not desk.can_start
    assert "500 XP" in desk.price


def test_bought_minutes_follow_the_free_ones_to_the_second(ada):
    with at(-60):
        buy_minutes(ada)
    over = talk_until_out(ada)
    with at(over + 25):
        heard = do(ada, CoachMove.WHY)

    assert not heard.time_is_up
    assert bought(ada) == shop.PACK_SECONDS - 25
    assert heard.meter.left_ms == 1000 * (shop.PACK_SECONDS - 25)


def test_whoever_buys_more_in_the_middle_of_it_talks_on(ada):
    over = talk_until_out(ada)
    with at(over + 5):
        buy_minutes(ada)
    with at(over + 10):
        heard = do(ada, CoachMove.WHY)

    assert not heard.time_is_up
    assert not heard.summary.shown
    assert bought(ada) == shop.PACK_SECONDS - 10


def test_a_conversation_nobody_goes_on_with_is_over(ada):
    with at(0):
        coaching.begin(ada, PERIMETER)
    with at(29 * 60):
        early = coaching.close_idle()
    with at(31 * 60):
        late = coaching.close_idle()

    assert (early, late) == (0, 1)
    assert row(ada).ended_at is not None
    assert sum(one.seconds for one in times(ada)) == 60


def test_what_was_written_is_sealed_and_wiped_after_thirty_days(ada):
    with at(0):
        chat = coaching.begin(ada, PERIMETER)
        answer(ada, right=False)
    written = [turn.sealed for turn in turns(chat.id) if turn.sealed]
    with at(29 * 86_400):
        early = coaching.forget_words()
    with at(31 * 86_400):
        late = coaching.forget_words()

    assert written
    assert all(len(sealed) > 30 for sealed in written)
    assert (early, late) == (0, len(written))
    assert [turn.sealed for turn in turns(chat.id) if turn.sealed] == []


def test_of_a_forgotten_child_nothing_stays(lea):
    chat = coaching.begin(lea, PERIMETER)
    do(lea, CoachMove.STUCK)

    with transaction() as tx:
        coaching.forget(tx, lea.user_id)

    assert turns(chat.id) == []
    assert times(lea) == []
    assert flags(lea) == []


def test_a_parent_reads_how_long_and_about_what_and_not_a_word(lea):
    pat = people.parent_of(lea)
    coaching.begin(lea, PERIMETER)
    with clock.stopped(clock.now() + timedelta(seconds=90)):
        answer(lea, right=False)
        told = progress.of_child(pat, lea.user_id).tutor

    assert told == "Asked the tutor for 1 minute in the last 7 days: Perimeter of rectangles."
