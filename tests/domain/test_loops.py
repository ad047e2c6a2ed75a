"""Challenges: a score to beat, friends who play before any form, and shields for both, once."""

import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlmodel import col, func, select

from tests import people
from tests.decks import FIVE, TEN, finished, question, right_answer, wrong_answer
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, incentives, loops, practice
from vel_tutor.domain.loops import Friend, GameView, SentView
from vel_tutor.domain.practice import Player
from vel_tutor.models.attribution import AttributionEvent, Link, Touch
from vel_tutor.models.feed import FeedItem
from vel_tutor.models.loops import ChallengePlay
from vel_tutor.models.practice import PracticeSession
from vel_tutor.vocabulary import (
    AttributionKind,
    Channel,
    GameStage,
    Hold,
    Outcome,
    SentStage,
    Standing,
    TouchKind,
)


@pytest.fixture(autouse=True)
def joining():
    """What a composition root does once per process."""
    loops.listen_to_joining()


def code_of(sent: SentView) -> str:
    return sent.share.qr.split("/")[2]


@pytest.fixture
def challenge(ada) -> SentView:
    """Ada scored 80% and sent it on."""
    return loops.challenge_from(ada, finished(ada, wrong=1))


@pytest.fixture
def code(challenge) -> str:
    return code_of(challenge)


def guest(name: str = "guest", address: str = "") -> Friend:
    return Friend(visitor_id=name, address=address)


def member(actor: Actor, visitor: str = "a-members-browser") -> Friend:
    return Friend(visitor_id=visitor, member=actor)


def play(
    friend: Friend, code: str, answers: int = 5, *, wrong: int = 0, seconds: float = 8
) -> GameView:
    """Open, begin and answer `answers` questions, the first `wrong` of them wrong."""
    at = clock.now()
    with clock.stopped(at):
        loops.invitation(friend, code)
        game = loops.begin(friend, code)
    start = game.play.answered
    for position in range(start, start + answers):
        session = game.play.session_id
        given = (wrong_answer if position < wrong else right_answer)(session, position)
        at += timedelta(seconds=seconds)
        with clock.stopped(at):
            loops.answer(friend, code, position, given)
            game = loops.next_question(friend, code, position)
    return game


def shields(actor: Actor) -> int:
    return incentives.purse(actor).shields


def joins(name: str, visitor: str) -> Actor:
    return people.acting(people.student(name, visitor_id=visitor))


def steps() -> list[AttributionKind]:
    with reading() as tx:
        rows = tx.session.exec(select(AttributionEvent).order_by(col(AttributionEvent.at))).all()
        return [row.kind for row in rows]


# --- sending


def test_a_finished_session_becomes_a_score_to_beat(ada, published):
    sent = loops.challenge_from(ada, finished(ada, wrong=1))

    assert (sent.percent, sent.size, sent.stage) == (80, 5, SentStage.WAITING)
    assert "ChallengeCreated" in [type(event).__name__ for event in published]


def test_the_same_session_is_one_challenge_however_often_it_is_pressed(ada):
    session = finished(ada)

    first, second = loops.challenge_from(ada, session), loops.challenge_from(ada, session)

    assert first.id == second.id
    assert loops.invite_attempts(ada.user_id) == 1


def test_an_unfinished_or_foreign_session_is_no_score(ada, bob):
    session = UUID(practice.open_session(ada, FIVE).session_id)

    with pytest.raises(practice.StillOpen):
        loops.challenge_from(ada, session)
    with pytest.raises(NotFound):
        loops.challenge_from(bob, finished(ada))


def test_children_parents_and_staff_do_not_invite_to_challenges(lea, min, pat, sam):
    session = finished(lea)

    for somebody in (lea, min, pat, sam):
        with pytest.raises(NotAllowed):
            loops.challenge_from(somebody, session)


def test_a_new_account_sends_three_challenges_a_day(ada):
    sessions = [finished(ada) for _ in range(4)]
    for session in sessions[:3]:
        loops.challenge_from(ada, session)

    for _ in range(2):
        with pytest.raises(loops.InvitesSpent):
            loops.challenge_from(ada, sessions[3])

    assert loops.invite_attempts(ada.user_id) == 5, "refused tries are counted for the guardrail"
    with clock.stopped(clock.now() + timedelta(hours=24, seconds=1)):
        loops.challenge_from(ada, sessions[3])


@pytest.mark.commits
def test_pressing_at_once_in_many_tabs_does_not_get_around_the_cap(ada):
    sessions = [finished(ada) for _ in range(6)]

    def send(session: UUID) -> bool:
        try:
            return bool(loops.challenge_from(ada, session))
        except loops.InvitesSpent:
            return False

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(send, sessions)) == 3


def test_the_invitation_tells_the_reward_where_everybody_reads_it(challenge):
    words = challenge.share.text

    assert words.startswith("I scored 80% in ")
    assert words.endswith("Can you beat me? I get a reward if you join.")
    assert len(words) <= 120
    for way, source in (("whatsapp", "whatsapp"), ("sms", "sms"), ("email", "email")):
        assert f"utm_source%3D{source}" in getattr(challenge.share, way)


def test_each_share_that_was_confirmed_is_one_invitation_sent(ada, bob, challenge):
    loops.note_share(ada, UUID(challenge.share.link_id), Channel.WHATSAPP)
    loops.note_share(ada, UUID(challenge.share.link_id), Channel.COPY)

    with pytest.raises(NotFound):
        loops.note_share(bob, UUID(challenge.share.link_id), Channel.COPY)
    with reading() as tx:
        rows = tx.session.exec(select(Touch).where(Touch.kind == TouchKind.SENT)).all()
    assert [row.channel for row in rows] == [Channel.WHATSAPP, Channel.COPY]


# --- playing


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


# --- both sides are rewarded, once


def test_playing_then_joining_gives_both_a_shield(ada, code, published):
    play(guest(), code, answers=3)
    assert shields(ada) == 0

    bea = joins("Bea", "guest")

    assert (shields(ada), shields(bea)) == (1, 1)
    assert sorted(steps()) == sorted(AttributionKind), "each of the four steps, once"
    assert [type(event).__name__ for event in published].count("RewardGranted") == 1


def test_joining_then_playing_gives_both_a_shield(ada, code):
    loops.invitation(guest(), code)
    bea = joins("Bea", "guest")
    assert shields(bea) == 0

    play(member(bea), code)

    assert (shields(ada), shields(bea)) == (1, 1)


def test_joining_keeps_the_answers_and_their_xp(code):
    game = play(guest(), code)
    bea = joins("Bea", "guest")

    assert practice.results(bea, UUID(game.play.session_id)).percent == 100
    assert incentives.purse(bea).lifetime_xp >= 10
    assert loops.invitation(member(bea, "guest"), code).stage == GameStage.DONE


def test_an_unfinished_game_goes_on_after_joining(code):
    play(guest(), code, answers=3)
    bea = joins("Bea", "guest")

    game = play(member(bea), code, answers=2)

    assert (game.stage, game.yours, game.is_guest) == (GameStage.DONE, 100, False)


def test_the_feed_tells_the_sender_who_accepted(ada, code):
    play(guest(), code)
    bea = joins("Bea", "guest")

    with reading() as tx:
        item = tx.session.exec(select(FeedItem)).one()
    assert (item.owner_id, item.other_user_id) == (ada.user_id, bea.user_id)


def test_a_friend_who_has_an_account_is_no_new_person(ada, bob, code, challenge):
    game = play(member(bob), code)

    assert (game.stage, game.is_guest) == (GameStage.DONE, False)
    assert (shields(ada), shields(bob)) == (0, 0)
    assert AttributionKind.FVM_REACHED not in steps()
    sent = loops.look_at(ada, UUID(challenge.id))
    assert sent.friends[0].name == accounts.pseudonym(bob.user_id)
    assert sent.friends[0].percent == 100


def test_a_child_who_played_is_counted_when_the_parent_says_yes(ada, code, challenge):
    game = play(guest(), code)
    signed_in = people.child("Kim", "pat.of.kim@example.org", visitor_id="guest")

    before = loops.look_at(ada, UUID(challenge.id)).friends[0]
    assert (before.completed, before.joined, before.name) == (True, False, "A friend")
    assert AttributionKind.ACCOUNT_CREATED not in steps()
    assert shields(ada) == 0

    accounts.give_consent(
        people.mailed_link("consent", to="pat.of.kim"), accounts.Browser(address="198.51.100.7")
    )

    kim = people.acting(signed_in)
    assert kim.standing is Standing.CHILD
    assert (shields(ada), shields(kim)) == (1, 1)
    assert practice.results(kim, UUID(game.play.session_id)).percent == 100
    assert loops.look_at(ada, UUID(challenge.id)).friends[0].joined


def test_a_script_is_not_paid_and_keeps_what_it_learned(ada, code):
    game = play(guest(), code, seconds=1)
    bea = joins("Bea", "guest")

    assert (shields(ada), shields(bea)) == (0, 0)
    assert practice.results(bea, UUID(game.play.session_id)).percent == 100
    with reading() as tx:
        reached = AttributionEvent.kind == AttributionKind.FVM_REACHED
        assert tx.session.exec(select(AttributionEvent).where(reached)).one().held is Hold.TOO_FAST


def test_the_sixth_guest_of_an_hour_at_one_address_waits_but_learns(ada):
    with clock.stopped(clock.now() + timedelta(days=40)):
        code = code_of(loops.challenge_from(ada, finished(ada)))

    games = [play(guest(f"pupil-{n}", "203.0.113.9"), code, answers=3) for n in range(6)]

    assert {game.play.answered for game in games} == {3}
    with reading() as tx:
        reached = AttributionEvent.kind == AttributionKind.FVM_REACHED
        rows = tx.session.exec(select(AttributionEvent).where(reached)).all()
    assert sorted(row.held or "" for row in rows) == ["", "", "", "", "", Hold.ADDRESS_BURST]


def test_a_full_purse_is_told_honestly(ada, code, challenge):
    for name in ("one", "two", "three"):
        play(guest(name), code)
        joins(f"Friend{name}", name)

    sent = loops.look_at(ada, UUID(challenge.id))

    assert shields(ada) == 2
    assert [friend.reward for friend in sent.friends] == [
        "You earned a streak shield, and hold the most there are already.",
        "You got a streak shield.",
        "You got a streak shield.",
    ]


@pytest.mark.commits
def test_the_last_answer_and_joining_at_the_same_moment_pay_once(ada, code):
    for round_ in range(5):
        visitor = f"guest-{round_}"
        friend = guest(visitor)
        game = play(friend, code, answers=2)
        given = right_answer(game.play.session_id, 2)
        before = shields(ada)

        def third_answer(friend=friend, given=given) -> None:
            with contextlib.suppress(NotFound):  # it has just become the new account's game
                loops.answer(friend, code, 2, given)

        with ThreadPoolExecutor(2) as pool:
            answering = pool.submit(third_answer)
            joining = pool.submit(joins, f"Bea{'abcde'[round_]}", visitor)
            answering.result()
            bea = joining.result()

        if shields(bea) == 0:  # joined first: the answer is given again, as a member
            play(member(bea, visitor), code, answers=1)
        assert shields(bea) == 1, round_
        assert shields(ada) == min(2, before + 1), round_


@pytest.mark.commits
def test_both_tabs_of_a_guest_share_one_game(code):
    friend = guest()

    with ThreadPoolExecutor(8) as pool:
        games = list(pool.map(lambda _: loops.begin(friend, code), range(8)))

    assert len({game.play.session_id for game in games}) == 1


# --- what the sender sees


def stages(ada: Actor, challenge: SentView) -> Callable[[], str]:
    return lambda: loops.look_at(ada, UUID(challenge.id)).stage


def test_the_sender_sees_waiting_playing_completed(ada, code, challenge):
    stage = stages(ada, challenge)
    seen = [stage()]

    play(guest(), code, answers=1)
    seen.append(stage())
    play(guest(), code, answers=4)
    seen.append(stage())

    assert seen == [SentStage.WAITING, SentStage.PLAYING, SentStage.COMPLETED]


def test_confetti_comes_once(ada, code, challenge):
    play(guest(), code)

    cheers = [loops.look_at(ada, UUID(challenge.id)).cheer for _ in range(3)]

    assert cheers == [True, False, False]


def test_a_sender_who_was_away_finds_the_news(ada, code, challenge):
    assert loops.open_challenges(ada) == ()
    play(guest(), code)

    news = loops.open_challenges(ada)

    assert [sent.id for sent in news] == [challenge.id]
    loops.look_at(ada, UUID(challenge.id))
    assert loops.open_challenges(ada) == ()


def test_nobody_else_looks_at_a_challenge(bob, challenge):
    with pytest.raises(NotFound):
        loops.look_at(bob, UUID(challenge.id))
    assert loops.sent(bob) == ()


def test_the_news_of_a_challenge_goes_to_its_own_topic(code, challenge, published):
    play(guest(), code, answers=5)

    told = [event for event in published if type(event).__name__.startswith("Challenge")]
    assert [type(event).__name__ for event in told] == [
        "ChallengeOpened",
        *["ChallengeAnswered"] * 5,
        "ChallengeCompleted",
    ]
    assert all(f"challenge:{challenge.id}" in event.topics for event in told)


# --- cards and previews


def test_a_preview_says_nothing_about_the_sender(ada, code):
    preview = loops.preview(code)

    assert preview is not None
    assert "80%" in preview.headline
    told = f"{preview.headline} {preview.description} {preview.path} {preview.card}"
    for secret in (ada.first_name, str(ada.user_id), accounts.pseudonym(ada.user_id)):
        assert secret not in told


def test_a_card_is_public_while_the_challenge_is_open(ada, bob, challenge):
    session = finished(ada)

    assert loops.card(UUID(challenge.id), None) is not None
    assert loops.card(session, None) is None
    assert loops.card(session, bob) is None
    assert loops.card(session, ada) is not None


def test_a_score_for_a_player_is_that_of_the_guest(code):
    game = play(guest(), code, wrong=1)

    with reading() as tx:
        score = practice.score_for(tx, Player.guest("guest"), UUID(game.play.session_id))
    assert score.percent == 80


def test_a_game_a_guest_left_unfinished_is_gone_after_a_week(code):
    loops.begin(guest(), code)
    loops.begin(guest("another"), code)
    with reading() as tx:
        before = tx.session.exec(select(func.count()).select_from(ChallengePlay)).one()
    assert loops.forget_unfinished_guests() == 0

    with clock.stopped(clock.now() + timedelta(days=8)):
        assert loops.forget_unfinished_guests() == before == 2
        assert loops.forget_unfinished_guests() == 0

    with reading() as tx:
        assert tx.session.exec(select(func.count()).select_from(ChallengePlay)).one() == 0
        guests = select(PracticeSession).where(col(PracticeSession.player_visitor_id).is_not(None))
        assert tx.session.exec(guests).all() == []
