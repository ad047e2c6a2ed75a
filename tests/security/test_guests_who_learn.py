"""Guests who play a deck behind a link count among those who learn, through real sockets."""

import asyncio
from datetime import timedelta

import pytest

from tests import people, rallies, spotlights
from tests.decks import finished
from tests.serving import eventually, tab
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.settings import VISITOR_COOKIE
from vel_tutor.core.signing import Purpose, sign
from vel_tutor.domain import loops
from vel_tutor.domain.loops import rally
from vel_tutor.live import presence, topics
from vel_tutor.vocabulary import GameStage

EVERYBODY = topics.learning(topics.EVERYTHING)


def to_a_badge(ada) -> str:
    code = spotlights.code_of(ada, spotlights.earn(ada))
    return routes.badge_try("algebra-expert", code)


def to_a_rally(ada) -> str:
    finished(ada, rallies.FIVE)
    rally.enter(ada, rallies.MATH)
    return routes.rally_quiz(rallies.code_of(ada))


def to_a_challenge(ada) -> str:
    sent = loops.challenge_from(ada, finished(ada, wrong=1))
    return routes.challenge(sent.share.qr.split("/")[2])


@pytest.mark.parametrize(
    ("state", "invited"),
    [
        ("BadgeTryState", to_a_badge),
        ("RallyQuizState", to_a_rally),
        ("GameState", to_a_challenge),
    ],
)
async def test_a_guest_counts_from_the_first_question_until_they_go(server, ada_in, state, invited):
    path = await asyncio.to_thread(invited, people.acting(ada_in))
    mia = f"{VISITOR_COOKIE}={sign(Purpose.VISITOR, 'mia')}"
    async with tab(server.url, cookie=mia, path=path) as screen:
        await screen.send(f"{state}.arrive")
        await screen.until(lambda: stage_of(screen, state) == GameStage.INVITED)
        assert await asyncio.to_thread(presence.count, EVERYBODY) == 0

        await screen.send(f"{state}.play")

        await screen.until(lambda: stage_of(screen, state) == GameStage.PLAYING)
        await eventually(lambda: presence.count(EVERYBODY) == 1)
        assert [one.person for one in presence.members(EVERYBODY)] == [presence.of_visitor("mia")]
    await eventually(lambda: learners(presence.LINGERS) == 0)


def learners(after: timedelta) -> int:
    """How many will still count after some time without news."""
    with clock.stopped(clock.now() + after + timedelta(seconds=1)):
        return presence.count(EVERYBODY)


def stage_of(screen, state) -> str:
    return (screen.var(f"{state}.game") or {}).get("stage", "")
