"""The bridge from the live bus to the screens.

News is not sent to anybody: each screen that watches is asked to call its own handler, which reads
again as whoever is looking. Only numbers that everybody may see go out ready-made (`broadcast`).
"""

import asyncio
import math
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, cast

import reflex as rx
from reflex.app import App, EventNamespace
from reflex.state import StateUpdate
from reflex_base.constants.state import FIELD_MARKER
from reflex_base.event import Event, EventHandler
from reflex_base.registry import RegistrationContext
from reflex_base.utils.format import format_event_handler
from socketio import AsyncServer

from vel_tutor.live import bus, line, topics
from vel_tutor.state.audience import Audience, Seat

PAUSE_S = 1.0
"""The least time between two calls to look again at one topic; news in between waits for it."""
RECENT_S = 2.0
"""A watcher who sits down this soon after news is asked at once: it may have read just before."""
began: ContextVar[float] = ContextVar("began")
"""When the event that is running came, as the gate saw it; unset where no gate stands."""
REMEMBERED_TOPICS = 4096

audience = Audience()
_told_at: dict[str, float] = {}
_heard_at: dict[str, float] = {}
_waiting: dict[str, asyncio.TimerHandle] = {}
_errands: set[asyncio.Task[None]] = set()
_farewells: list[Callable[[str], None]] = []


def before_closing(farewell: Callable[[str], None]) -> None:
    """Call `farewell(topic)` before the sockets of a sign-in or a person are closed."""
    _farewells.append(farewell)


async def join(state: rx.State, topic: str, refresh: Any = None) -> None:
    """Let the screen of `state` watch `topic` until it goes elsewhere.

    Ask the domain first: it is what decides whether this person may see the topic at all.

    Args:
        refresh: a handler without arguments, as `SomeState.handler`: called at each news. Without
            one the screen only gets what `broadcast` says on the topic.
    """
    sid = state.router.session.session_id
    seat = Seat(topic, format_event_handler(cast(EventHandler, refresh)) if refresh else "")
    if not is_open(sid) or not audience.sit(sid, seat):
        return
    await _screens().enter_room(sid, seat.room)
    if refresh and may_have_missed(topic):
        await _ask(seat, to=sid)


def may_have_missed(topic: str) -> bool:
    """Whether there was news of `topic` since a screen that joins just now may have read.

    It read after its event came, and reading takes long where there is much to do.
    """
    recently = time.monotonic() - RECENT_S
    return _heard_at.get(topic, -math.inf) >= min(began.get(recently), recently)


async def leave(sid: str) -> None:
    """Let the screen behind socket `sid` watch nothing: it shows another page now."""
    screens = _screens()
    for seat in audience.leave(sid):
        await screens.leave_room(sid, seat.room)


async def broadcast(topic: str, state: type[rx.State], values: Mapping[str, Any]) -> None:
    """Put `values` of `state` on every screen that watches `topic`, in all processes.

    For numbers everybody may see, and for now only: a screen that reconnects shows what its own
    handlers read, so they must read the same numbers.

    Raises:
        KeyError: one of `values` is not a plain var of `state`.
    """
    message = {"delta": _delta(state, values)}
    await asyncio.to_thread(bus.publish, topic, message)


async def show(topic: str, state: type[rx.State], values: Mapping[str, Any]) -> None:
    """The same on the screens of this process only, when each process finds out for itself.

    Raises:
        KeyError: one of `values` is not a plain var of `state`.
    """
    await _show(topic, _delta(state, values))


def call(topic: str) -> None:
    """Ask the screens of this process that watch `topic` to look again."""
    _remember(topic)
    _soon(topic)


def is_open(sid: str) -> bool:
    """Whether socket `sid` is connected to this process."""
    return bool(_server().manager.is_connected(sid, _screens().namespace))


def _delta(state: type[rx.State], values: Mapping[str, Any]) -> dict[str, Any]:
    unknown = values.keys() - state.base_vars.keys()
    if unknown:
        raise KeyError(*unknown)
    return {
        state.get_full_name(): {f"{name}{FIELD_MARKER}": value for name, value in values.items()}
    }


async def bridge(app: App) -> None:
    """Carry the bus to the screens of this process, for as long as it lives."""
    async for news in bus.hear():
        if isinstance(news, bus.Gap):
            for topic in audience.topics():
                _soon(topic)
        elif topics.kind(news.topic) in {topics.SESSION, topics.PERSON}:
            for farewell in _farewells:
                farewell(news.topic)
            _close(news.topic)
        elif "delta" in news.message:
            await _show(news.topic, news.message["delta"])
        else:
            call(news.topic)


def _remember(topic: str) -> None:
    if len(_heard_at) >= REMEMBERED_TOPICS:
        _heard_at.clear()
        _told_at.clear()
    _heard_at[topic] = time.monotonic()


def _soon(topic: str) -> None:
    """Tell the watchers of `topic`: at once, or when the last telling is `PAUSE_S` old."""
    if topic in _waiting or not audience.seats(topic):
        return
    delay = _told_at.get(topic, -PAUSE_S) + PAUSE_S - time.monotonic()
    _waiting[topic] = asyncio.get_running_loop().call_later(max(delay, 0), _tell, topic)


def _tell(topic: str) -> None:
    del _waiting[topic]
    _told_at[topic] = time.monotonic()
    for seat in audience.seats(topic):
        if seat.refresh:
            errand = asyncio.create_task(_ask(seat, to=seat.room))
            _errands.add(errand)
            errand.add_done_callback(_errands.discard)


async def _ask(seat: Seat, *, to: str) -> None:
    """Have the screens in room or socket `to` call the handler of `seat`."""
    await _screens().emit("event", StateUpdate(events=[Event(name=seat.refresh)]), to=to)


async def _show(topic: str, delta: dict[str, Any]) -> None:
    for seat in audience.seats(topic):
        await _screens().emit("event", StateUpdate(delta=delta), to=seat.room)


def _close(room: str) -> None:
    """Close every socket in `room`; each comes back by itself as whoever it is by then."""
    for sid, _ in tuple(_server().manager.get_participants(_screens().namespace, room)):
        hang_up(sid)


def hang_up(sid: str) -> None:
    """Close the line of socket `sid`."""
    environ = _server().get_environ(sid, _screens().namespace)
    if environ is not None:
        line.cutter(environ["asgi.scope"])()


def _screens() -> EventNamespace:
    namespace = RegistrationContext.get().app.event_namespace
    if namespace is None:
        raise RuntimeError("the app has no state, so nothing can watch")
    return namespace


def _server() -> AsyncServer:
    server = RegistrationContext.get().app.sio
    if server is None:
        raise RuntimeError("the app has no state, so it has no sockets")
    return server
