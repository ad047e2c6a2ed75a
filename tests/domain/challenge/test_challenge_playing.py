"""Friends play a challenge before any form."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlmodel import func

from tests.challenges import code_of, joins, play, steps
from tests.company import guest, member
from tests.decks import TEN, finished, question
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, loops
from vel_tutor.domain.loops import Friend
from vel_tutor.models.attribution import Link
from vel_tutor.vocabulary import (
    AttributionKind,
    GameStage,
    Outcome,
    SentStage,
)


def test_a_guest_meets_the_score_and_a_made_up_name(ada, code):
    game = loops.invitation(guest(), code)

    assert (game.stage, game.to_beat, game.size) == (GameStage.INVITED, 80, 5)
    assert game.sender == accounts.pseudonym(ada.user_id)
    assert ada.first_name not in str(game)


def test_the_friends_deck_asks_the_same_families_other_questions(ada):
    session = finished(ada, TEN)
    code = code_of(loops.challenge_from(ada, session))

    decks = [loops.begin(guest(name), code).play.session_id for name in ("one", "two")]

    hers = [question(session, place) for place in range(10)]
    first, second = ([question(deck, place) for place in range(5)] for deck in decks)
    assert [item.family for item in first] == [item.family for item in hers[::2]]
    asked = [replace(item, seed=0) for item in hers]  # pairs to match may share their stem
    assert not [item for item in first if replace(item, seed=0) in asked]
    assert first == second, "every friend gets the same questions"


def test_a_guest_plays_without_an_account_and_compares(code):
    game = play(guest(), code)

    assert (game.stage, game.yours, game.outcome) == (GameStage.DONE, 100, Outcome.WON)
    assert game.worth_keeping
    assert "100% beats 80%" in game.headline


@pytest.mark.parametrize(("wrong", "outcome"), [(0, "won"), (1, "tie"), (2, "lost")])
def test_winning_losing_and_a_draw(code, wrong, outcome):
    assert play(guest(), code, wrong=wrong).outcome == outcome


def test_a_game_can_be_left_and_found_again(code):
    play(guest(), code, answers=2)

    game = loops.invitation(guest(), code)

    assert (game.stage, game.play.answered) == (GameStage.PLAYING, 2)


def test_nobody_plays_on_for_somebody_else(code):
    play(guest(), code, answers=2)

    with pytest.raises(NotFound):
        loops.answer(guest("stranger"), code, 2, "0")


def test_the_first_result_stands_and_playing_again_is_for_fun(ada, code, challenge):
    play(guest(), code, wrong=3)

    loops.play_again(guest(), code)
    game = play(guest(), code)

    assert (game.for_fun, game.yours) == (True, 100)
    sent = loops.look_at(ada, UUID(challenge.id))
    assert [friend.percent for friend in sent.friends] == [40]


def test_a_guests_game_is_open_for_a_day(code):
    play(guest(), code, answers=1)

    with clock.stopped(clock.now() + timedelta(hours=24, minutes=1)):
        assert loops.invitation(guest(), code).stage == GameStage.CLOSED
        with pytest.raises(loops.GameOver):
            loops.answer(guest(), code, 1, "0")


def test_a_device_begins_three_games_a_week_without_an_account(ada):
    with clock.stopped(clock.now() + timedelta(days=40)):
        codes = [code_of(loops.challenge_from(ada, finished(ada))) for _ in range(4)]
    for code in codes[:3]:
        loops.begin(guest(), code)

    assert loops.invitation(guest(), codes[3]).stage == GameStage.FULL
    with pytest.raises(loops.GuestPlaysSpent):
        loops.begin(guest(), codes[3])
    assert loops.begin(guest("another device"), codes[3])


def test_all_links_that_open_nothing_look_the_same(ada, code, challenge):
    with transaction() as tx:
        past = func.clock_timestamp() - timedelta(seconds=1)
        tx.session.exec(update(Link).values(expires_at=past))

    pages = [loops.invitation(guest(), broken) for broken in (code, code[:-1], "", "x.y")]

    assert len(set(pages)) == 1
    assert pages[0].stage == GameStage.CLOSED
    for broken in (code, "x.y"):
        with pytest.raises(loops.LinkOver):
            loops.begin(guest(), broken)
        assert loops.preview(broken) is None
    assert loops.look_at(ada, UUID(challenge.id)).stage == SentStage.OVER


def test_a_sender_who_may_no_longer_invite_has_no_open_links(ada, sam, code):
    accounts.close_account(sam, ada.user_id)

    assert loops.invitation(guest(), code).stage == GameStage.CLOSED


def test_the_sender_is_shown_the_way_to_their_own_page(ada, challenge, code):
    page = loops.invitation(member(ada), code)

    assert page.stage == GameStage.OWN
    assert page.challenge == f"/challenges/{challenge.id}"
    with pytest.raises(loops.OwnChallenge):
        loops.begin(member(ada), code)
    assert AttributionKind.LINK_CLICKED not in steps()


def test_a_locked_child_plays_nothing(min, code):
    with pytest.raises(NotAllowed):
        loops.invitation(member(min), code)


def test_a_browser_without_cookies_is_told_so(code):
    with pytest.raises(loops.CookiesNeeded):
        loops.invitation(Friend(), code)


def test_a_tutor_plays_as_a_guest(tess, code):
    game = play(Friend(visitor_id="desk", member=tess), code)

    assert (game.stage, game.is_guest) == (GameStage.DONE, True)


def test_a_hint_and_a_shown_solution_work_as_in_practice(code):
    game = loops.begin(guest(), code)

    hinted = loops.hint(guest(), code, 0, 1)
    shown = loops.reveal(guest(), code, 0)

    assert len(hinted.play.question.hints) == 1
    assert (shown.play.verdict.revealed, shown.play.answered) == (True, 1)
    assert game.play.session_id == shown.play.session_id


def test_an_answer_that_is_none_is_not_counted(code):
    loops.begin(guest(), code)

    game = loops.answer(guest(), code, 0, "")

    assert (game.play.answered, bool(game.feedback)) == (0, True)


def test_the_friend_has_confetti_once_and_once_more_for_the_reward(code):
    at_the_end = play(guest(), code).cheer
    reloaded = loops.invitation(guest(), code).cheer
    bea = member(joins("Bea", "guest"), "guest")

    rewarded = [loops.invitation(bea, code) for _ in range(2)]

    assert (at_the_end, reloaded) == (True, False)
    assert [(view.cheer, view.reward) for view in rewarded] == [
        (True, "You got a streak shield."),
        (False, "You got a streak shield."),
    ]
