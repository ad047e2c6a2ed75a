"""Presence through real sockets: people come, go, turn away, and processes die."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.security.faces import cookie
from tests.serving import Server, Tab, eventually, serving, tab
from vel_tutor.core import clock
from vel_tutor.live import presence


@pytest.fixture(scope="module")
def other_server(database, tmp_path_factory):
    with serving("tests.stage:app", tmp_path_factory.mktemp("other")) as one:
        yield one


def topic() -> str:
    return f"rally:{uuid4()}"


async def come(screen: Tab, place: str) -> None:
    await screen.send("Stage.be_present", topic=place)
    await screen.until(lambda: screen.var("PresenceState.crowd"))


async def count(place: str) -> int:
    return await asyncio.to_thread(presence.count, place)


def later(seconds: float):
    return clock.stopped(clock.now() + timedelta(seconds=seconds))


def nobody_is_left(place: str) -> bool:
    """Whether everybody has gone by the time that a page which was closed is forgotten."""
    with later(presence.LINGERS.total_seconds() + 1):
        return presence.count(place) == 0


async def test_two_tabs_of_one_person_in_two_processes_are_one(server, other_server, ada_in):
    place = topic()
    async with (
        tab(server.url, cookie=cookie(ada_in)) as here,
        tab(other_server.url, cookie=cookie(ada_in)) as there,
    ):
        await come(here, place)
        await come(there, place)

        assert await count(place) == 1
        await here.close()
        await asyncio.sleep(0.2)  # if it were counted out, it would be by now
        with later(presence.LINGERS.total_seconds() + 5):
            assert await count(place) == 1


async def test_closing_the_page_lets_its_person_go_soon(server: Server, ada_in):
    place = topic()
    async with tab(server.url, cookie=cookie(ada_in)) as screen:
        await come(screen, place)

    assert await count(place) == 1
    await eventually(lambda: nobody_is_left(place))


async def test_going_to_another_page_lets_its_person_go_soon(server: Server, ada_in):
    place = topic()
    async with tab(server.url, cookie=cookie(ada_in)) as screen:
        await come(screen, place)

        await screen.send("OnLoadInternalState.on_load_internal")

        await eventually(lambda: nobody_is_left(place))


async def test_a_process_killed_outright_leaves_no_ghost(database, tmp_path, ada_in):
    place = topic()
    with serving("tests.stage:app", tmp_path) as server:
        screen = Tab(server.url, cookie=cookie(ada_in))
        await screen.open()
        await come(screen, place)

        server.kill()
        await screen.close()

    assert await count(place) == 1
    with later(90):
        assert await count(place) == 0


async def test_everybody_sees_the_crowd_grow_in_all_processes(server, other_server, ada_in, bob_in):
    place = topic()
    await asyncio.to_thread(_crowd, place, presence.FEW - 1)
    async with (
        tab(server.url, cookie=cookie(ada_in)) as here,
        tab(other_server.url, cookie=cookie(bob_in)) as there,
    ):
        await come(here, place)
        assert here.var("PresenceState.crowd") == "5"

        await come(there, place)

        assert there.var("PresenceState.crowd") == "6"
        await here.until(lambda: here.var("PresenceState.crowd") == "6")


async def test_whoever_turns_away_is_told_to_those_who_asked(server: Server, ada_in, bob_in):
    place = topic()
    async with (
        tab(server.url, cookie=cookie(ada_in)) as here,
        tab(server.url, cookie=cookie(bob_in)) as there,
    ):
        await come(here, place)
        await come(there, place)
        await asyncio.sleep(2.5)
        looks = here.var("Stage.looks")

        await there.send("PresenceState.look_away", hidden=True)

        await here.until(lambda: here.var("Stage.looks") > looks)
        away = await asyncio.to_thread(presence.members, place)
        assert sorted(member.away for member in away) == [False, True]


async def test_a_child_without_leave_is_not_written_at_all(server: Server, everybody):
    from vel_tutor.vocabulary import Standing

    place = topic()
    async with tab(server.url, cookie=everybody[Standing.CHILD]) as screen:
        await come(screen, place)

        assert await count(place) == 0
        assert screen.var("PresenceState.crowd") == "Nobody"


def _crowd(place: str, people: int) -> None:
    for _ in range(people):
        somebody = presence.of_visitor(str(uuid4()))
        presence.enter(presence.Here(place, somebody, somebody))
