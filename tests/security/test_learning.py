"""Who learns right now, through real sockets: friends hear of it, and off means nothing is left."""

import asyncio
from datetime import timedelta
from typing import cast
from uuid import UUID

import pytest

from tests import people
from tests.befriending import befriend
from tests.decks import FIVE
from tests.security.faces import cookie
from tests.serving import Tab, eventually, serving, tab
from vel_tutor.core import clock
from vel_tutor.domain import accounts, practice
from vel_tutor.live import presence, topics
from vel_tutor.live.connection import connection
from vel_tutor.vocabulary import ConsentScope

EVERYBODY = topics.learning(topics.EVERYTHING)


@pytest.fixture(scope="module")
def other_server(database, tmp_path_factory):
    with serving("tests.stage:app", tmp_path_factory.mktemp("other")) as one:
        yield one


@pytest.fixture
def her_deck(ada_in, bob_in) -> UUID:
    ada = people.acting(ada_in)
    befriend(ada, people.acting(bob_in))
    return UUID(practice.open_session(ada, FIVE).session_id)


async def sit_down(screen: Tab) -> None:
    await screen.send("CompanyState.begin")
    await screen.settle()


def written_of(user_id: UUID) -> list[str]:
    """Every key of Redis about somebody, and every key that holds their id."""
    named = str(user_id).encode()
    found = []
    for key in connection().scan_iter("*"):
        kind = connection().type(key)
        held = cast(list[bytes], connection().zrange(key, 0, -1)) if kind == b"zset" else []
        if named in key or any(named in one for one in held):
            found.append(key.decode())
    return found


async def shown(screen: Tab, true) -> None:
    await screen.until(lambda: true(screen.var("FriendsNowState.friends") or {}))


async def test_a_friend_hears_that_she_begins_turns_away_and_comes_back(
    server, other_server, ada_in, bob_in, her_deck
):
    async with (
        tab(other_server.url, cookie=cookie(bob_in), path="/today") as his,
        tab(server.url, cookie=cookie(ada_in), path=f"/practice/{her_deck}") as hers,
    ):
        await his.send("FriendsNowState.begin")
        await shown(his, lambda view: view.get("has_friends"))
        await sit_down(hers)
        await shown(his, lambda view: [one["name"] for one in view["friends"]] == ["Ada"])

        await hers.send("PresenceState.look_away", hidden=True)
        await shown(his, lambda view: view["friends"][0]["away"])
        await hers.send("PresenceState.look_away", hidden=False)
        await shown(his, lambda view: view["friends"][0]["can_join"])


async def test_a_hidden_page_whose_line_was_lost_is_still_hidden_when_it_comes_back(
    server, ada_in, her_deck
):
    path = f"/practice/{her_deck}"
    async with tab(server.url, cookie=cookie(ada_in), path=path) as screen:
        await sit_down(screen)
        await screen.send("PresenceState.look_away", hidden=True)
        await screen.settle()
        token = screen.token

    async with tab(server.url, cookie=cookie(ada_in), token=token, path=path) as screen:
        await sit_down(screen)

        with clock.stopped(clock.now() + timedelta(minutes=1)):
            assert await asyncio.to_thread(presence.count, EVERYBODY) == 0
        await screen.send("PresenceState.look_away", hidden=False)
        await screen.settle()
        assert await asyncio.to_thread(presence.count, EVERYBODY) == 1


async def test_off_leaves_nothing_in_redis_whichever_process_wrote_it(
    server, other_server, ada_in, her_deck
):
    ada, path = people.acting(ada_in), f"/practice/{her_deck}"
    async with (
        tab(server.url, cookie=cookie(ada_in), path=path) as here,
        tab(other_server.url, cookie=cookie(ada_in), path=path) as there,
    ):
        for screen in (here, there):
            await sit_down(screen)
        assert await asyncio.to_thread(written_of, ada.user_id)

        await asyncio.to_thread(accounts.switch_own, ada, ConsentScope.PRESENCE, on=False)
        await asyncio.gather(here.shut(), there.shut())
        async with tab(server.url, cookie=cookie(ada_in), path=path) as again:
            await sit_down(again)

            assert await asyncio.to_thread(written_of, ada.user_id) == []


async def test_off_leaves_nothing_of_a_page_that_was_closed_a_moment_ago(server, ada_in, her_deck):
    ada, path = people.acting(ada_in), f"/practice/{her_deck}"
    async with tab(server.url, cookie=cookie(ada_in), path=path) as screen:
        await sit_down(screen)
    await eventually(lambda: is_going(ada.user_id))

    await asyncio.to_thread(accounts.switch_own, ada, ConsentScope.PRESENCE, on=False)

    await eventually(lambda: not written_of(ada.user_id))


def is_going(user_id: UUID) -> bool:
    """Whether the server has noticed that the only page of somebody who is still noted is shut."""
    with clock.stopped(clock.now() + presence.LINGERS + timedelta(seconds=1)):
        noted = [member.person for member in presence.members(EVERYBODY)]
    return bool(written_of(user_id)) and presence.of_user(user_id) not in noted


async def test_parents_are_not_counted_among_those_who_learn(server, clean_world):
    pat = people.parent("Pat")
    async with tab(server.url, cookie=cookie(pat), path="/diagnostic") as screen:
        await screen.send("NowState.at_test")
        await screen.settle()

        assert await asyncio.to_thread(presence.count, EVERYBODY) == 0


async def test_whoever_sits_a_test_counts_and_is_neither_named_nor_joined(server, ada_in):
    ada = people.acting(ada_in)
    async with tab(server.url, cookie=cookie(ada_in), path="/diagnostic/x") as screen:
        await screen.send("NowState.at_test")
        await screen.settle()

        assert await asyncio.to_thread(presence.count, EVERYBODY) == 1
        assert await asyncio.to_thread(presence.doings, [ada.user_id]) == {}
        assert await asyncio.to_thread(presence.count, topics.learning("math")) == 0
