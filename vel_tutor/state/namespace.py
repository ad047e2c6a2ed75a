"""The socket's own rules: who may connect, what a frame may hold, and how often.

Reflex trusts whoever brings a client token. Here the token alone opens nothing: the state behind a
socket is named by the token *and* the person, so a stolen token meets a blank state, and signing in
or out starts a fresh one. Two private names of Reflex 0.10.1 are used (`_token_manager` and
`_store_socket_record`); tests/security and tests/e2e/test_reconnect.py hold them down.
"""

import asyncio
import hashlib
import hmac
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID, uuid4

import reflex as rx
from reflex.app import EventNamespace
from reflex.utils.token_manager import RedisTokenManager, SocketRecord
from reflex_base.config import get_config
from reflex_base.constants import CompileVars, RouteVar
from reflex_base.environment import environment
from reflex_base.event import Event
from socketio.exceptions import ConnectionRefusedError as SocketRefused

from vel_tutor.core.errors import Refusal, TooMany, Unavailable
from vel_tutor.core.log import say, set_up
from vel_tutor.core.settings import settings
from vel_tutor.domain import safety
from vel_tutor.live import topics
from vel_tutor.state import live, presence
from vel_tutor.state.buckets import Bucket, CoolingOff, Verdict
from vel_tutor.state.failures import explain
from vel_tutor.state.gate import Gate, rule_for
from vel_tutor.state.guard import Bearer, visitor_of

log = logging.getLogger(__name__)

LARGEST_FRAME = 64 * 1024
"""Bytes; the socket of whoever sends more is closed."""
PING_EVERY = timedelta(seconds=10)
PONG_WITHIN = timedelta(seconds=10)
"""A silently lost network is noticed after both together, on either side."""
_ROUTER_KEYS = ("pathname", "asPath")


@dataclass(frozen=True)
class Caller:
    """Who is behind one socket, as of its connection."""

    who: str
    """Changes with the sign-in or the visitor: half of the name of the state behind the socket."""
    limited_as: str
    """Who pays for a flood: the sign-in, or the network address of somebody without one."""
    rooms: tuple[str, ...] = ()
    loads_page: bool = False
    """A page has just been loaded; otherwise a page that was there before has come back."""


class Namespace(EventNamespace):
    """Reflex's namespace with a door-keeper."""

    def __init__(self, namespace: str, app: rx.App) -> None:
        super().__init__(namespace, app)
        self._callers: dict[str, Caller] = {}
        self._buckets: dict[str, Bucket] = {}
        self._cooling_off = CoolingOff()

    async def on_connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Let a socket in that has a proper token, and give it the state of token and person.

        Raises:
            SocketRefused: no proper token, a flood a moment ago, or nobody can say who this is.
        """
        if _client_token(environ) is None:
            raise SocketRefused
        try:
            caller = await _caller(environ.get("HTTP_COOKIE", ""), self._address(environ), auth)
        except Unavailable as failure:
            raise SocketRefused from failure
        if self._cooling_off.holds(caller.limited_as):
            raise SocketRefused
        self._callers[sid] = caller
        self._buckets[sid] = Bucket(settings().socket_burst, settings().socket_events_per_minute)
        for room in caller.rooms:
            await self.enter_room(sid, room)
        await super().on_connect(sid, environ, auth)

    def _address(self, environ: dict[str, Any]) -> str:
        """The network a socket comes from, as Reflex and `trusted_proxy_hops` see it."""
        return safety.network(self._build_static_router_data("", environ)[RouteVar.CLIENT_IP])

    async def link_token_to_sid(self, sid: str, token: str, *, update_state: bool = True) -> None:
        """Tie socket `sid` to the state of `token` and caller; the last connection wins.

        A page that comes back takes over from its own half-open or killed connection. A page just
        loaded whose token is in use is a duplicated tab, and gets a token of its own.
        """
        caller = self._callers[sid]
        ident = state_ident(token, caller.who)
        if await self._token_manager.is_token_connected(ident):
            if caller.loads_page:
                token = str(uuid4())
                ident = state_ident(token, caller.who)
                await self.emit("new_token", token, to=sid)
            else:
                await self._take_over(ident, sid)
        await super().link_token_to_sid(sid, ident, update_state=update_state)

    async def _take_over(self, ident: str, sid: str) -> None:
        manager = self._token_manager
        old = manager.token_to_socket.get(ident)
        record = SocketRecord(instance_id=manager.instance_id, sid=sid)
        manager.token_to_socket[ident] = record
        manager.sid_to_token[sid] = ident
        if isinstance(manager, RedisTokenManager):
            await manager._store_socket_record(ident, record)
        if old is not None and old.sid != sid and old.instance_id == manager.instance_id:
            manager.sid_to_token.pop(old.sid, None)
            await self.disconnect(old.sid)

    def on_disconnect(self, sid: str, *reason: object) -> asyncio.Task[None] | None:
        """Forget the socket and everything it watched."""
        self._callers.pop(sid, None)
        self._buckets.pop(sid, None)
        live.audience.leave(sid)
        presence.gone(sid)
        return super().on_disconnect(sid)

    async def on_event(self, sid: str, data: Any = None, *_: Any) -> None:
        """Pass on an event that is well formed, known, and not one too many."""
        event = _well_formed(data)
        bucket = self._buckets.get(sid)
        if bucket is None:
            return
        asked = event is not None and live.audience.is_asked(sid, event["name"])
        match bucket.take(free=asked):
            case Verdict.WAIT:
                await self._say(sid, TooMany())
            case Verdict.GO if event is not None:
                await super().on_event(sid, event)
            case Verdict.CLOSE:
                say(log, logging.WARNING, "a flooding socket was closed")
                self._cooling_off.send(self._callers[sid].limited_as)
                live.hang_up(sid)

    async def on_ping(self, sid: str, *_: Any) -> None:
        """Answer, whatever came along."""
        await super().on_ping(sid)

    async def on_client_error(self, sid: str, data: Any = None, *_: Any) -> None:
        """Note that a page failed; what it says about it is not kept."""
        await super().on_client_error(sid, data)

    async def _say(self, sid: str, refusal: Refusal) -> None:
        """Show `refusal` on the screen behind `sid`, without asking that screen for an event."""
        ident = self.sid_to_token.get(sid)
        if ident is not None:
            for event in Event.from_event_type(explain(refusal)):
                await self.app.event_processor.enqueue(ident, event)


def state_ident(token: str, who: str) -> str:
    """The name of the state behind client token `token` when `who` brings it.

    The client knows only its token; the name is a keyed hash, so no token leads to a known state.
    """
    key = settings().signing_keys[-1].encode()
    digest = hmac.new(key, f"socket|{token}|{who}".encode(), hashlib.sha256).digest()
    return str(UUID(bytes=digest[:16], version=4))


async def _caller(cookies: str, address: str, auth: Any) -> Caller:
    loads_page = "hashes" in _boot_payload(auth)
    actor = await Bearer(cookies).actor()
    if actor is None:
        return Caller(f"visitor:{visitor_of(cookies)}", address, loads_page=loads_page)
    rooms = [topics.person(actor.user_id)]
    if actor.session_id is not None:
        rooms.append(topics.session(actor.session_id))
    who = f"sign-in:{actor.session_id}"
    return Caller(who, who, tuple(rooms), loads_page)


def _boot_payload(auth: Any) -> Mapping[str, Any]:
    """The payload of the event a page sends along when it connects."""
    event = auth.get(CompileVars.CONNECT_AUTH_EVENT) if isinstance(auth, dict) else None
    payload = event.get("payload") if isinstance(event, dict) else None
    return payload if isinstance(payload, dict) else {}


def _client_token(environ: Mapping[str, Any]) -> UUID | None:
    tokens = parse_qs(environ.get("QUERY_STRING", "")).get("token", [""])
    try:
        return UUID(tokens[0])
    except ValueError:
        return None


def _well_formed(data: Any) -> dict[str, Any] | None:
    """`data` with what Reflex needs and nothing else, or None when it is no event one may send."""
    if not isinstance(data, dict) or not isinstance(data.get("name"), str):
        return None
    payload, router = data.get("payload") or {}, data.get("router_data") or {}
    if not isinstance(payload, dict) or not isinstance(router, dict):
        return None
    if rule_for(data["name"]) is None:
        return None
    place: dict[str, Any] = {
        key: router[key] for key in _ROUTER_KEYS if isinstance(router.get(key), str)
    }
    query = router.get("query")
    if isinstance(query, dict):
        place["query"] = {key: value for key, value in query.items() if isinstance(value, str)}
    return {"name": data["name"], "payload": payload, "router_data": place}


class App(rx.App):
    """The app with our namespace, the gate before every handler, and the live bridge."""

    def _setup_state(self) -> None:
        environment.REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE.set(LARGEST_FRAME)
        environment.REFLEX_SOCKET_INTERVAL.set(PING_EVERY)
        environment.REFLEX_SOCKET_TIMEOUT.set(PONG_WITHIN)
        super()._setup_state()
        if self.sio is None:
            return
        self._event_namespace = Namespace(get_config().get_event_namespace(), self)
        self.sio.register_namespace(self._event_namespace)
        self.add_middleware(Gate(), index=0)
        self.register_lifespan_task(_log_as_we_do)
        self.register_lifespan_task(live.bridge)
        self.register_lifespan_task(presence.keep)


def _log_as_we_do() -> None:
    """Once the server runs: before that, whoever imports the app keeps their own logging."""
    set_up(settings().log_level)
