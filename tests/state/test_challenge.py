"""Challenges as tabs see them: the friend's game, and the sender's news."""

from uuid import UUID

import pytest
from sqlmodel import select

from tests import people
from tests.decks import finished, right_answer
from vel_tutor import routes
from vel_tutor.core.db import reading
from vel_tutor.domain import accounts, loops
from vel_tutor.models.attribution import Touch
from vel_tutor.state.challenge import GameState
from vel_tutor.state.sent import SentState
from vel_tutor.state.share import ShareState
from vel_tutor.vocabulary import Channel, GameStage, SentStage, TouchKind


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    return people.student("Ada")


@pytest.fixture
def session(ada):
    return finished(people.acting(ada), wrong=1)


@pytest.fixture
def sent(ada, session):
    return loops.challenge_from(people.acting(ada), session)


@pytest.fixture
def address(sent):
    return routes.challenge(sent.share.qr.split("/")[2])


async def play(tab, answers):
    """Answer right, from wherever the tab stands."""
    for _ in range(answers):
        held = tab.held
        position = held["question"].position
        given = right_answer(held["deck"].session_id, position)
        await tab.do(GameState.answer({"position": str(position), "answer": given}))
        await tab.do(GameState.go_on(position))


async def test_a_guest_is_invited_plays_and_compares(tab, address):
    bea = tab(None, address, visitor="bea")
    await bea.do(GameState.arrive)
    assert (bea.held["game"].stage, bea.held["game"].to_beat) == (GameStage.INVITED, 80)

    await bea.do(GameState.play)
    assert (bea.held["question"].number, bea.focus) == (1, "ref_question")
    await play(bea, 5)

    game = bea.held["game"]
    assert (game.stage, game.yours, game.outcome, game.cheer) == ("done", 100, "won", True)
    assert game.is_guest


async def test_no_answer_is_sent_before_the_question_is_answered(tab, address):
    bea = tab(None, address, visitor="bea")
    await bea.do(GameState.arrive)
    await bea.do(GameState.play)

    assert not bea.held["verdict"].shown
    assert bea.held["verdict"].key == ""
    assert bea.held["verdict"].right_pick == -1


async def test_nothing_a_guest_is_sent_names_the_sender(tab, ada, address):
    bea = tab(None, address, visitor="bea")
    await bea.do(GameState.arrive)
    seen = bea.sent
    await bea.do(GameState.play)

    for secret in ("'Ada'", "ada@example.org", str(ada.user_id)):
        assert secret not in seen + bea.sent
    assert accounts.pseudonym(ada.user_id) in bea.held["game"].sender


@pytest.mark.parametrize("path", ["/challenge/nonsense", "/challenge/a.b", "/challenge/"])
async def test_a_link_that_opens_nothing_is_one_calm_page(tab, path):
    bea = tab(None, path, visitor="bea")

    await bea.do(GameState.arrive)

    assert bea.held["game"].stage == GameStage.CLOSED
    assert bea.held["game"].words == loops.LinkOver.words


async def test_a_browser_without_our_cookie_is_told_what_to_do(tab, address):
    bea = tab(None, address)

    await bea.do(GameState.arrive)

    assert bea.held["game"].words == loops.CookiesNeeded.words


async def test_coming_back_finds_the_same_question(tab, address):
    first = tab(None, address, visitor="bea")
    await first.do(GameState.arrive)
    await first.do(GameState.play)
    await play(first, 2)

    second = tab(None, address, visitor="bea")
    await second.do(GameState.arrive)

    assert second.held["answered"] == 2
    assert second.held["question"].html == first.held["question"].html


async def test_playing_again_is_for_fun(tab, address):
    bea = tab(None, address, visitor="bea")
    await bea.do(GameState.arrive)
    await bea.do(GameState.play)
    await play(bea, 5)

    await bea.do(GameState.play)

    assert (bea.held["game"].stage, bea.held["game"].for_fun) == ("playing", True)


@pytest.mark.parametrize(
    "form", [None, "x", {}, {"position": "x"}, {"position": -1}, {"position": "0", "answer": 7}]
)
async def test_odd_forms_are_refused_without_harm(tab, address, form):
    bea = tab(None, address, visitor="bea")
    await bea.do(GameState.arrive)
    await bea.do(GameState.play)

    await bea.do(GameState.answer(form))

    assert bea.held["answered"] == 0


async def test_the_sender_presses_once_and_gets_every_way_to_send(tab, ada, session):
    screen = tab(ada, routes.practice_results(session))
    await screen.do(ShareState.offer)
    assert (screen.held["may_invite"], screen.held["is_open"]) == (True, False)

    await screen.do(ShareState.challenge)

    share = screen.held["share"]
    assert screen.held["is_open"]
    assert share.whatsapp.startswith("https://wa.me/?text=I%20scored%2080%25")
    assert share.sms.startswith("sms:")
    assert share.email.startswith("mailto:?subject=")
    assert screen.held["page"] == f"/challenges/{loops.sent(people.acting(ada))[0].id}"


async def test_a_child_is_not_offered_it_and_cannot_call_it(tab):
    child = people.child("Lea", "pat@example.org")
    accounts.give_consent(
        people.mailed_link("consent", to="pat@"), accounts.Browser(address="198.51.100.7")
    )
    session = finished(people.acting(child))
    screen = tab(child, routes.practice_results(session))

    await screen.do(ShareState.offer)
    assert not screen.held.get("may_invite", False)
    await screen.do(ShareState.challenge)

    assert screen.said
    assert not screen.held.get("is_open", False)


async def test_copying_says_so_and_counts_as_sent(tab, ada, sent):
    screen = tab(ada, routes.challenge_sent(sent.id))

    await screen.do(ShareState.shared(sent.share.link_id, "copy"))

    assert screen.held["words"] == "Link copied. Send it to your friend."
    with reading() as tx:
        touch = tx.session.exec(select(Touch).where(Touch.kind == TouchKind.SENT)).one()
    assert touch.channel is Channel.COPY


@pytest.mark.parametrize("channel", ["pigeon", "", "COPY"])
async def test_only_ways_there_are_count(tab, ada, sent, channel):
    screen = tab(ada, routes.challenge_sent(sent.id))

    await screen.do(ShareState.shared(sent.id, channel))

    assert screen.said


async def test_the_sender_sees_it_happen(tab, ada, sent, address):
    screen = tab(ada, routes.challenge_sent(sent.id))
    await screen.do(SentState.begin)
    assert screen.held["sent"].stage == SentStage.WAITING
    bea = tab(None, address, visitor="bea")
    await bea.do(GameState.arrive)
    await bea.do(GameState.play)

    await screen.do(SentState.look)
    assert screen.held["sent"].stage == SentStage.PLAYING
    await play(bea, 5)
    await screen.do(SentState.look)

    assert screen.held["sent"].stage == SentStage.COMPLETED
    assert screen.held["cheer"]


async def test_nobody_else_sees_a_challenge(tab, sent):
    bob = people.student("Bob")
    screen = tab(bob, routes.challenge_sent(sent.id))

    await screen.do(SentState.begin)

    assert screen.went_to == routes.NOT_FOUND
    assert screen.held["sent"].id == ""


@pytest.mark.parametrize("wrong", ["x", str(UUID(int=7))])
async def test_a_challenge_that_is_not_there_leads_to_the_page_that_says_so(tab, ada, wrong):
    screen = tab(ada, f"/challenges/{wrong}")

    await screen.do(SentState.begin)

    assert screen.went_to == routes.NOT_FOUND


async def test_the_list_shows_every_challenge(tab, ada, sent):
    screen = tab(ada, routes.CHALLENGES)

    await screen.do(SentState.begin_list)

    assert [one.id for one in screen.held["lines"]] == [f"sent-{sent.id}"]
    assert UUID(sent.id)
