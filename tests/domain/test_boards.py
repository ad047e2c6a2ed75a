"""Leaderboards: what counts, who is compared with whom, and who is on none."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests import people
from tests.crowds import board_of, counted, crowd, learn, place_of, stands
from tests.decks import FIVE, TEN, finished
from tests.halls import group, room_of
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import accounts, boards, incentives
from vel_tutor.domain.boards import Which, rules
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import (
    AgeBand,
    BoardScope,
    BoardStage,
    ConsentScope,
    SchoolBand,
    Subject,
    Tenure,
    XpReason,
)

WEEK = Which(BoardScope.WEEKLY)
ROOM = uuid4()


def change(actor, **facts) -> None:
    """Let something else be so about somebody."""
    with transaction() as tx:
        user = tx.session.get(User, actor.user_id)
        for name, value in facts.items():
            setattr(user, name, value)


def again(actor):
    """The actor as they stand now."""
    return accounts.actor_of(actor.user_id)


def test_a_finished_deck_puts_ada_on_every_board_she_belongs_to(ada):
    finished(ada, FIVE)

    counted(ada)

    on = {scope: stands(ada, scope) for scope in BoardScope if scope is not BoardScope.COHORT}
    assert {scope: place.xp for scope, place in on.items()} == dict.fromkeys(on, 15)
    assert {(place.accuracy, place.streak) for place in on.values()} == {(1000, 1)}


def test_told_twice_ada_stands_where_she_stood_and_nobody_hears_of_it(ada, published):
    finished(ada, FIVE)
    counted(ada)
    published.clear()

    counted(ada)

    assert published == []
    assert stands(ada).xp == 15


def test_xp_for_inviting_does_not_count(ada):
    finished(ada, FIVE)
    with transaction() as tx:
        incentives.award_xp(tx, ada.user_id, 50, XpReason.INVITE, ada.user_id)

    counted(ada)

    assert stands(ada).xp == 15


def test_guesses_bring_no_place_and_spoil_no_accuracy(ada):
    finished(ada, FIVE, wrong=5, seconds=1)
    counted(ada)
    assert place_of(ada) is None

    finished(ada, TEN)
    counted(ada)

    assert stands(ada).accuracy == 1000


def test_no_day_counts_for_more_than_its_most(ada):
    finished(ada, FIVE)
    with transaction() as tx:
        for _ in range(20):
            incentives.award_xp(tx, ada.user_id, 30, XpReason.PRACTICE_COMPLETED, uuid4())

    counted(ada)

    assert stands(ada).xp == rules.MOST_A_DAY


def test_the_days_of_a_week_are_added_up_and_those_before_it_are_not(ada):
    monday = datetime(2026, 12, 7, 15, tzinfo=UTC)
    for days in (-3, 0, 1):
        with clock.stopped(monday + timedelta(days=days)):
            finished(ada, FIVE)

    with clock.stopped(monday + timedelta(days=1, hours=1)):
        counted(ada)

    assert stands(ada).xp == 30
    assert stands(ada, BoardScope.GLOBAL).xp == 45


def test_adults_and_minors_never_stand_on_one_board(ada, bob):
    change(bob, age_band=AgeBand.ADULT)
    with transaction() as tx:
        boards.set_cohort(tx, ROOM, [ada.user_id, bob.user_id], title="Room 7")
    for each in (ada, bob):
        finished(each, FIVE)
        counted(each)

    for scope in BoardScope:
        assert board_of(ada, scope).id != board_of(bob, scope).id
    assert board_of(bob).band is SchoolBand.COLLEGE


def test_made_up_people_have_boards_of_their_own(ada, bob):
    change(bob, simulation="run-1")
    for each in (ada, bob):
        finished(each, FIVE)
        counted(each)

    assert all(
        board_of(ada, scope).id != board_of(bob, scope).id
        for scope in (BoardScope.WEEKLY, BoardScope.GLOBAL, BoardScope.LEAGUE)
    )


def test_a_newcomer_stays_one_until_the_week_is_over(ada):
    monday = datetime(2026, 12, 7, 15, tzinfo=UTC)
    seen = []
    for days in range(8):
        with clock.stopped(monday + timedelta(days=days)):
            learn(ada, 40)
            seen.append(board_of(ada, BoardScope.GLOBAL).tenure)

    assert seen == [Tenure.NEWCOMER] * 7 + [Tenure.VETERAN]


def test_a_child_whose_parent_allows_boards_is_on_those_of_the_week_only(lea):
    allowing(lea)
    finished(lea, FIVE)

    counted(lea)

    assert place_of(lea) is not None
    assert place_of(lea, BoardScope.GLOBAL) is None
    view = boards.board(again(lea), Which(BoardScope.GLOBAL))
    assert view.stage == BoardStage.TOO_YOUNG


def allowing(child):
    """The child's parent switches boards on."""
    accounts.switch(people.parent_of(child), child.user_id, ConsentScope.PRESENCE, on=True)


def test_without_a_parents_yes_a_child_is_on_none(lea):
    finished(lea, FIVE)

    counted(lea)

    assert place_of(lea) is None
    assert boards.board(lea, WEEK).stage == BoardStage.SHUT


def test_whoever_leaves_is_on_no_board_and_in_nobodys_number(ada):
    finished(ada, FIVE)
    counted(ada)
    board = board_of(ada)
    crowd(board, [5] * 10)

    accounts.switch_own(ada, ConsentScope.PRESENCE, on=False)
    counted(ada)

    assert [place_of(ada, scope) for scope in BoardScope] == [None] * len(BoardScope)
    assert boards.board(again(ada), WEEK).stage == BoardStage.SHUT


def test_whoever_comes_back_stands_where_their_learning_belongs(ada):
    finished(ada, FIVE)
    for on in (False, True):
        accounts.switch_own(ada, ConsentScope.PRESENCE, on=on)
        counted(ada)

    assert stands(ada).xp == 15


def test_what_a_parent_has_switched_off_a_teen_cannot_switch_on(clean_world):
    signed_in = people.student("Eva")
    eva, pat = people.acting(signed_in), people.acting(people.parent("Pat"))
    accounts.accept_invitation(pat, people.family_link(signed_in))
    accounts.switch_own(eva, ConsentScope.PRESENCE, on=False)
    accounts.switch(pat, eva.user_id, ConsentScope.PRESENCE, on=False)

    with pytest.raises(accounts.TurnedOffByParent):
        accounts.switch_own(eva, ConsentScope.PRESENCE, on=True)

    assert not boards.board(again(eva), WEEK).may_leave


def test_nothing_of_somebody_who_is_forgotten_stays(ada):
    finished(ada, FIVE)
    counted(ada)
    with transaction() as tx:
        boards.set_cohort(tx, ROOM, [ada.user_id])
        boards.forget(tx, ada.user_id)

    assert [place_of(ada, scope) for scope in BoardScope] == [None] * len(BoardScope)


def test_a_class_sees_its_own_board_and_strangers_do_not(ada, bob):
    finished(ada, FIVE)
    with transaction() as tx:
        boards.set_cohort(tx, ROOM, [ada.user_id], title="Room 7", time_zone="Asia/Tokyo")
    room = Which(BoardScope.COHORT, cohort_id=ROOM)

    view = boards.board(ada, room)

    assert (view.title, view.stage, view.total) == ("Room 7", BoardStage.FEW, 1)
    assert boards.board(bob, room).stage == BoardStage.GONE
    assert board_of(ada, BoardScope.COHORT).time_zone == "Asia/Tokyo"


def test_whoever_leaves_a_class_leaves_its_board(ada):
    finished(ada, FIVE)
    with transaction() as tx:
        boards.set_cohort(tx, ROOM, [ada.user_id])
    with transaction() as tx:
        boards.set_cohort(tx, ROOM, [])

    assert place_of(ada, BoardScope.COHORT) is None
    assert place_of(ada) is not None


def test_a_study_group_has_a_board_of_whoever_is_in_it(ada, bob):
    aces = room_of(group(ada)).id
    with transaction() as tx:
        boards.follow_room(tx, aces)
        boards.follow_member(tx, aces, ada.user_id)
        boards.follow_member(tx, aces, bob.user_id)
    finished(ada, FIVE)
    finished(bob, FIVE)
    counted(ada)
    counted(bob)

    view = boards.board(ada, Which(BoardScope.COHORT, cohort_id=aces))
    assert (view.total, view.xp) == (1, 15)
    assert boards.board(bob, Which(BoardScope.COHORT, cohort_id=aces)).stage == BoardStage.GONE


def test_a_board_of_one_subject_counts_that_subject(ada):
    finished(ada, FIVE)
    counted(ada)

    assert board_of(ada, BoardScope.SUBJECT).subject == Subject.MATH
    reading = boards.board(ada, Which(BoardScope.SUBJECT, subject=Subject.READING))
    assert (reading.stage, reading.total) == (BoardStage.FEW, 0)
