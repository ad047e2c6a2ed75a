"""Sending a score to beat, and what the sender sees of it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import col, func, select

from tests.challenges import play
from tests.company import guest
from tests.decks import FIVE, finished
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, loops, practice
from vel_tutor.domain.loops import SentView
from vel_tutor.domain.practice import Player
from vel_tutor.models.attribution import Touch
from vel_tutor.models.loops import ChallengePlay
from vel_tutor.models.practice import PracticeSession
from vel_tutor.vocabulary import (
    Channel,
    SentStage,
    TouchKind,
)


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
