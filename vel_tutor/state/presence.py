"""Lets the people behind open pages count as present, and tells every page how many there are.

This process vouches for the connections it holds, again and again; when it is killed it simply
ceases to. How many people that makes in all processes together is asked of Redis once a second, and
only what has changed goes out, as one ready number for everybody who looks.
"""

import asyncio
import logging
import random
import threading
import time
from collections.abc import Sequence
from typing import Any

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.core.log import say
from vel_tutor.live import presence
from vel_tutor.live.presence import Crowd, Here
from vel_tutor.state import live
from vel_tutor.state.guard import Guarded
from vel_tutor.vocabulary import ConsentScope

log = logging.getLogger(__name__)

TELL_S = 1.0
"""Changes within this time are told together."""
JITTER_S = 1.0
"""At most this much later, at random: nobody can tell from the moment who has come."""
_CROWD = "crowd:"
"""Before the topic, for those who watch its crowd."""

_pages: dict[str, dict[str, Here]] = {}
"""For whom this process vouches, by connection and topic; changed on the event loop only."""
_hidden: set[str] = set()
"""Connections whose page stands behind another one."""
_told: dict[str, Crowd] = {}
_turn = threading.Lock()
"""Whoever writes to Redis looks here and writes in one go, lest a beat bring back who has left."""
_errands: set[asyncio.Task[None]] = set()


class PresenceState(Guarded, rx.State):
    """How many people are where this page is."""

    crowd: rx.Field[str] = rx.field("")
    """ "28", "A few" or "Nobody"; empty until known."""

    @rx.event
    async def look_away(self, hidden: bool):
        """The page was hidden behind another one, or shows again."""
        sid = self.router.session.session_id
        if sid in _pages:
            (_hidden.add if hidden else _hidden.discard)(sid)
            await asyncio.to_thread(_turn_away, sid)


async def be_present(screen: Guarded, topic: str, refresh: Any = None) -> None:
    """Count whoever looks at `screen` as present at `topic` until they go elsewhere.

    `PresenceState.crowd` then says how many people there are. Somebody who does not want to be
    seen, or whose parent has not allowed it, sees the number and is not written anywhere. Call it
    from an on_load handler, after the domain call that says the person may look.

    Args:
        refresh: a handler without arguments, called when somebody comes, goes or turns away.
    """
    person = await _seen_as(screen)
    sid = screen.router.session.session_id
    await live.join(screen, _CROWD + topic, refresh)
    if person and live.is_open(sid):
        _pages.setdefault(sid, {})[topic] = Here(topic, person, sid)
        await asyncio.to_thread(_come, sid, topic)
    crowd = await asyncio.to_thread(presence.count, topic)
    (await screen.get_state(PresenceState)).crowd = presence.told(crowd)


async def leave(sid: str) -> None:
    """The page behind socket `sid` shows something else now."""
    left = _pages.pop(sid, None)
    _hidden.discard(sid)
    if left:
        await asyncio.to_thread(_go, tuple(left.values()))


def gone(sid: str) -> None:
    """Socket `sid` is closed; its page is let go in the background."""
    if sid in _pages:
        errand = asyncio.create_task(leave(sid))
        _errands.add(errand)
        errand.add_done_callback(_errands.discard)


async def keep() -> None:
    """Vouch for everybody here, and tell every page about its crowd, while this process lives."""
    beat_at = 0.0
    while True:
        await asyncio.sleep(TELL_S + random.uniform(0, JITTER_S))  # noqa: S311
        try:
            if time.monotonic() >= beat_at:
                beat_at = time.monotonic() + presence.BEAT.total_seconds()
                await asyncio.to_thread(_vouch)
            await _tell()
        except Exception as failure:  # noqa: BLE001 - the next round may go better
            say(log, logging.WARNING, "presence lost a beat", cause=type(failure).__name__)


async def _seen_as(screen: Guarded) -> str:
    """Under what name the viewer counts; empty for people who are not to be seen."""
    actor = await screen._actor_or_none()
    if actor is not None:
        return presence.of_user(actor.user_id) if _may_be_seen(actor) else ""
    visitor = screen._visitor()
    return presence.of_visitor(visitor) if visitor else ""


def _may_be_seen(actor: Actor) -> bool:
    return ConsentScope.PRESENCE in actor.scopes


async def _tell() -> None:
    """Put what has changed on the pages of this process that look at it."""
    topics = [one.removeprefix(_CROWD) for one in live.audience.topics() if one.startswith(_CROWD)]
    for topic in _told.keys() - set(topics):
        del _told[topic]
    if not topics:
        return
    crowds = await asyncio.to_thread(presence.crowds, topics)
    for topic, crowd in zip(topics, crowds, strict=bool(crowds)):
        before = _told.get(topic)
        _told[topic] = crowd
        if before is not None and crowd != before:
            live.call(_CROWD + topic)
        if before is None or crowd.present != before.present:
            shown = {"crowd": presence.told(crowd.present)}
            await live.show(_CROWD + topic, PresenceState, shown)


def _come(sid: str, topic: str) -> None:
    with _turn:
        here = _pages.get(sid, {}).get(topic)
        if here is not None:
            presence.enter(here)


def _go(left: Sequence[Here]) -> None:
    with _turn:
        for here in left:
            presence.leave(here)


def _turn_away(sid: str) -> None:
    with _turn:
        for here in tuple(_pages.get(sid, {}).values()):
            (presence.hide if sid in _hidden else presence.enter)(here)


def _vouch() -> None:
    with _turn:
        shown = [
            tuple(pages.values()) for sid, pages in tuple(_pages.items()) if sid not in _hidden
        ]
        presence.beat([here for pages in shown for here in pages])
