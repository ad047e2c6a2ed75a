"""What a hostile client gets from the socket: nothing."""

import asyncio
import json
import time
from uuid import uuid4

import aiohttp
import pytest
from socketio.exceptions import ConnectionError as Refused

from tests import people
from tests.security.faces import cookie
from tests.serving import NAMESPACE, PATIENCE_S, STAGE, Server, Tab, Try, serving, tab, tries
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import SignedIn

CLOSED_WITHIN_S = 2.0
"""Sign-out, ban and revocation close every socket within this time (safety G8)."""


async def test_a_stranger_is_sent_to_sign_in(server: Server):
    async with tab(server.url) as stranger:
        await stranger.send("Stage.students_only")

        await stranger.until(lambda: "_redirect" in stranger.asked)
    assert stranger.var("Stage.seen_by") == ""


async def test_a_student_gets_in_where_students_may(server: Server, ada_in: SignedIn):
    async with tab(server.url, cookie=cookie(ada_in)) as ada:
        await ada.send("Stage.students_only")

        await ada.until(lambda: ada.var("Stage.seen_by") == "Ada")


async def test_a_student_does_not_get_in_where_admins_may(server: Server, ada_in: SignedIn):
    async with tab(server.url, cookie=cookie(ada_in)) as ada:
        await ada.send("Stage.admins_only")

        await ada.until(lambda: ada.var("NoticeState.words"))
    assert ada.var("Stage.seen_by") == ""


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("Stage.unlisted", {}),
        ("Stage.undecorated", {}),
        ("Stage._helper", {}),
        ("Stage.setvar", {"var_name": "count", "value": 7}),
        ("Stage.setvar", {"var_name": "seen_by", "value": "me"}),
        ("Stage.set_count", {"value": 7}),
        ("Stage.reset", {}),
        ("Stage.__init__", {}),
        ("reflex___state____state.setvar", {"var_name": "is_hydrated", "value": False}),
        ("no.such.handler", {}),
        ("", {}),
    ],
)
async def test_what_the_policy_does_not_list_never_runs(server: Server, name, payload):
    async with tab(server.url) as hacker:
        hacker.updates.clear()

        await hacker.send(name, **payload)

        await hacker.settle()
        assert hacker.updates == []
        await _still_served(hacker)


async def test_vars_cannot_be_set_by_name(server: Server):
    async with tab(server.url) as hacker:
        await hacker.send(
            "UpdateVarsInternalState.update_vars_internal",
            vars={f"{STAGE}.count": 7, f"{STAGE}.count_rx_state_": 7, f"{STAGE}._secret": "x"},
        )

        await hacker.settle()
        await hacker.send("Stage.add", amount=1)
        await hacker.until(lambda: hacker.var("Stage.count") == 1)


@pytest.mark.parametrize(
    "payload",
    [
        {"amount": "abc"},
        {"amount": 1.5},
        {"amount": [1]},
        {"amount": {"a": 1}},
        {"amount": None},
        {"amount": 1, "more": 2},
        {"self": 1},
        {"other": 1},
    ],
)
async def test_arguments_of_a_wrong_shape_are_refused_in_words(server: Server, payload):
    async with tab(server.url) as hacker:
        await hacker.send_raw({"name": f"{STAGE}.add", "payload": payload})

        await hacker.until(lambda: hacker.var("NoticeState.words"))
        assert hacker.var("Stage.count") == 0


@pytest.mark.parametrize(
    "frame",
    [
        None,
        [],
        "text",
        7,
        json.dumps({"name": f"{STAGE}.add", "payload": {"amount": 1}}),
        {"name": 7},
        {"name": f"{STAGE}.add", "payload": [1]},
        {"name": f"{STAGE}.add", "payload": {}, "router_data": "x"},
        {"name": f"{STAGE}.add", "router_data": {"query": {"a": {"b": 1}}, "headers": {"a": 1}}},
        {"name": {"a": 1}, "payload": None},
    ],
)
async def test_frames_that_are_no_events_hurt_nobody(server: Server, frame):
    async with tab(server.url) as hacker:
        await hacker.send_raw(frame)

        await _still_served(hacker)
    assert "exception" not in server.log, server.log


async def test_deeply_nested_frames_hurt_nobody(server: Server, ada_in: SignedIn):
    async with tab(server.url) as hacker, tab(server.url, cookie=cookie(ada_in)) as ada:
        deep = '{"a":' * 10_000 + "1" + "}" * 10_000
        await hacker.client.eio.send(f'2{NAMESPACE},["event",{deep}]')

        await _still_served(ada)


async def test_a_frame_of_a_megabyte_closes_the_socket(server: Server, ada_in: SignedIn):
    async with tab(server.url) as hacker, tab(server.url, cookie=cookie(ada_in)) as ada:
        await hacker.send("NoticeState.show", words="x" * 1_000_000)

        await hacker.shut()
        await _still_served(ada)


async def test_a_flood_is_cut_off_and_others_stay_fast(database, tmp_path, ada_in: SignedIn):
    with serving("tests.stage:app", tmp_path) as server:
        await _flooded(server, ada_in)


async def _flooded(server: Server, ada_in: SignedIn) -> None:
    config = settings()
    async with tab(server.url, cookie=cookie(ada_in)) as ada:
        quiet = [await _round_trip(ada) for _ in range(10)]
        flooders = [Tab(server.url) for _ in range(10)]
        for flooder in flooders:
            await flooder.open()

        began = time.monotonic()
        floods = [asyncio.create_task(_flood(flooder)) for flooder in flooders]
        during = [await _round_trip(ada) for _ in range(10)]

        await asyncio.gather(*floods, return_exceptions=True)
        for flooder in flooders:
            await flooder.shut()
        refilled = (time.monotonic() - began) * config.socket_events_per_minute / 60
        most = config.socket_burst + refilled + 1
        assert max(flooder.var("Stage.count") for flooder in flooders) <= most
        assert sorted(during)[8] < max(10 * sorted(quiet)[8], 5)  # all of it would take longer
        with pytest.raises(Refused):
            await Tab(server.url).open()
        await _still_served(ada)
        async with tab(server.url, cookie=cookie(ada_in), token=ada.token):
            pass


async def test_too_many_at_once_is_said_once_and_forgiven(server: Server):
    async with tab(server.url) as eager:
        for _ in range(60):
            await eager.send("Stage.add", amount=1)

        await eager.until(lambda: eager.var("NoticeState.words"))
        await eager.quiet(0.3)
        said = [update for update in eager.updates if "That was a lot" in repr(update)]
        assert len(said) >= 1
        await _forgiven(eager)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", None, "http://127.0.0.1:1"])
async def test_a_socket_from_another_site_is_refused(server: Server, origin):
    with pytest.raises(Refused):
        await Tab(server.url).open(origin=origin)


@pytest.mark.parametrize("token", ["x", "../../etc/passwd", "a" * 3000, "room-abc"])
async def test_only_proper_tokens_open_a_socket(server: Server, token):
    with pytest.raises(Refused):
        await Tab(server.url, token=token).open()


async def test_a_stolen_token_meets_a_blank_state(server: Server, ada_in: SignedIn, bob_in):
    async with tab(server.url, cookie=cookie(ada_in)) as ada:
        await ada.send("Stage.students_only")
        await ada.until(lambda: ada.var("Stage.seen_by") == "Ada")
        await ada.close()

    for thief_cookie in ("", cookie(bob_in), "vt_session=guessed"):
        async with tab(server.url, token=ada.token, cookie=thief_cookie) as thief:
            assert thief.var("Stage.seen_by") == ""
            assert "Ada" not in thief.said()
            assert ada_in.token not in thief.said()


async def test_the_name_of_a_state_opens_nothing(server: Server, ada_in: SignedIn):
    async with tab(server.url, cookie=cookie(ada_in)) as ada:
        await ada.send("Stage.students_only")
        await ada.until(lambda: ada.var("Stage.seen_by") == "Ada")
        session = ada.var("State.rx_router_session")
        await ada.close()

    async with tab(server.url, token=session["client_token"]) as thief:
        assert thief.var("Stage.seen_by") == ""


async def test_a_new_sign_in_starts_with_a_fresh_state(server: Server, ada_in, bob_in):
    async with tab(server.url, cookie=cookie(ada_in)) as ada:
        await ada.send("Stage.students_only")
        await ada.until(lambda: ada.var("Stage.seen_by") == "Ada")
        await ada.close()

    async with tab(server.url, token=ada.token, cookie=cookie(bob_in), load=True) as bob:
        assert bob.var("Stage.seen_by") == ""


async def test_what_was_under_way_for_one_person_never_reaches_the_next(server, ada_in, bob_in):
    async with tab(server.url, cookie=cookie(ada_in)) as ada:
        for _ in range(3):
            await ada.send("Stage.slow")
        await ada.close()

    async with tab(server.url, token=ada.token, cookie=cookie(bob_in)) as bob:
        bob.updates.clear()
        await asyncio.sleep(1)  # what she asked for is done by then, if not on a busy machine

        await bob.settle()
        assert bob.updates == []
        assert bob.var("Stage.count") == 0


async def test_signing_out_closes_every_socket_of_that_sign_in(server: Server, bob_in):
    async with tab(server.url, cookie=cookie(bob_in)) as bob:
        for one_try in tries(CLOSED_WITHIN_S):
            hers = people.student("Ada" + "h" * one_try.number)
            async with (
                tab(server.url, cookie=cookie(hers)) as one,
                tab(server.url, cookie=cookie(hers)) as two,
            ):
                with one_try.timed():
                    await asyncio.to_thread(accounts.sign_out, hers.token)
                    await asyncio.gather(one.shut(), two.shut())
        await _still_served(bob)
        assert not bob.closed.is_set()


async def test_after_signing_out_elsewhere_the_old_cookie_opens_a_blank_state(server, ada_in):
    async with tab(server.url, cookie=cookie(ada_in)) as ada:
        await ada.send("Stage.students_only")
        await ada.until(lambda: ada.var("Stage.seen_by") == "Ada")
        await asyncio.to_thread(accounts.sign_out, ada_in.token)
        await ada.shut()

    async with tab(server.url, token=ada.token, cookie=cookie(ada_in)) as again:
        assert again.var("Stage.seen_by") == ""
        await again.send("Stage.students_only")
        await again.until(lambda: "_redirect" in again.asked)


async def test_closing_an_account_closes_its_sockets(server: Server, admin):
    for one_try in tries(CLOSED_WITHIN_S):
        hers = people.student("Ada" + "h" * one_try.number)
        actor = people.acting(hers)
        async with tab(server.url, cookie=cookie(hers)) as ada:
            with one_try.timed():
                await asyncio.to_thread(accounts.close_account, admin, actor.user_id)
                await ada.shut()


async def test_the_log_holds_nobody_and_no_secret(database, tmp_path, ada_in: SignedIn):
    with serving("tests.stage:app", tmp_path) as server:
        async with tab(server.url, cookie=cookie(ada_in)) as ada:
            for name in ("Stage.unlisted", "Stage.setvar", "no.such.handler", "Stage._helper"):
                await ada.send(name, words="canary-words")
            await ada.send("Stage.breaks", words="canary-words")
            await ada.send("Stage.add", amount="canary-words")
            await ada.send_raw("canary-words")
            await ada.send_raw({"name": f"{STAGE}.add", "payload": "canary-words"})
            await ada.client.emit(
                "client_error", {"message": "canary-words", "error_type": "x"}, namespace=NAMESPACE
            )
            await ada.until(lambda: ada.var("NoticeState.words"))
            await ada.settle()

    assert "a handler failed" in server.log
    for secret in (ada_in.token, "canary-words", "ada@example.org", ada.token, "Cookie", "Ada"):
        assert secret not in server.log


async def test_a_page_that_comes_back_takes_over_from_its_half_open_connection(server, ada_in):
    async with tab(server.url, cookie=cookie(ada_in)) as before:
        await before.send("Stage.add", amount=3)
        await before.until(lambda: before.var("Stage.count") == 3)

        async with tab(server.url, cookie=cookie(ada_in), token=before.token) as after:
            assert after.var("Stage.count") == 3
            await after.send("Stage.add", amount=1)
            await after.until(lambda: after.var("Stage.count") == 4)
            await before.shut()


async def test_a_duplicated_tab_gets_a_state_of_its_own_and_keeps_it(server: Server, ada_in):
    async with tab(server.url, cookie=cookie(ada_in)) as first:
        await first.send("Stage.add", amount=3)
        await first.until(lambda: first.var("Stage.count") == 3)

        async with tab(server.url, cookie=cookie(ada_in), token=first.token, load=True) as second:
            assert second.token != first.token
            assert second.var("Stage.count") == 0
            await second.send("Stage.add", amount=1)
            await second.until(lambda: second.var("Stage.count") == 1)
        async with tab(server.url, cookie=cookie(ada_in), token=second.token) as again:
            assert again.var("Stage.count") == 1
        await first.send("Stage.add", amount=1)
        await first.until(lambda: first.var("Stage.count") == 4)


async def _forgiven(someone: Tab) -> None:
    """Somebody who waits a moment is heard again, soon if not the first time."""
    count = someone.var("Stage.count")
    for _ in range(20):
        await asyncio.sleep(0.7)
        await someone.send("Stage.add", amount=1)
        await someone.quiet(0.3)
        if someone.var("Stage.count") > count:
            return
    raise AssertionError("never heard again")


async def _still_served(someone: Tab) -> None:
    before = someone.var("Stage.count")
    await someone.send("Stage.add", amount=1)
    await someone.until(lambda: someone.var("Stage.count") == before + 1)


async def _round_trip(someone: Tab) -> float:
    began = time.monotonic()
    await _still_served(someone)
    return time.monotonic() - began


async def _flood(flooder: Tab) -> None:
    for _ in range(1000):
        if flooder.closed.is_set():
            return
        await flooder.send("Stage.add", amount=1)


def test_the_name_of_a_state_depends_on_token_and_person():
    from vel_tutor.state.namespace import state_ident

    token = str(uuid4())

    assert state_ident(token, "a") == state_ident(token, "a")
    assert state_ident(token, "a") != state_ident(token, "b")
    assert state_ident(token, "a") != state_ident(str(uuid4()), "a")


async def test_a_browser_too_is_cut_off_although_it_ignores_the_farewell(server, clean_world):
    """Browsers do not act on Engine.IO's farewell packet: the websocket itself has to close."""
    for one_try in tries(CLOSED_WITHIN_S):
        hers = people.student("Ada" + "h" * one_try.number)
        await _cut_off_as_a_browser_is(server, hers, one_try)


async def _cut_off_as_a_browser_is(server: Server, hers: SignedIn, one_try: Try) -> None:
    address = server.url.replace("http", "ws", 1)
    async with aiohttp.ClientSession() as http:
        line = await http.ws_connect(
            f"{address}/_event/?token={uuid4()}&EIO=4&transport=websocket",
            headers={"Origin": server.url, "Cookie": cookie(hers)},
        )
        await line.receive()
        await line.send_str(f"40{NAMESPACE},")
        await line.receive()
        with one_try.timed():
            await asyncio.to_thread(accounts.sign_out, hers.token)
            while (await line.receive(timeout=PATIENCE_S)).type is aiohttp.WSMsgType.TEXT:
                pass
