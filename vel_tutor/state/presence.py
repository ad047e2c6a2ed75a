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
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.core.log import say
from vel_tutor.live import bus, presence, topics
from vel_tutor.live.presence import Crowd, Doing, Here
from vel_tutor.state import live
from vel_tutor.state.guard import Guarded
from vel_tutor.vocabulary import ConsentScope

log = logging.getLogger(__name__)

TELL_S = 1.0
"""Changes within this time are told together."""
JITTER_S = 0.4
"""At most this much later, at random: nobody can tell from the moment who has come."""
_CROWD = "crowd:"
"""Before the topic, for those who watch its crowd."""
_SETTLED_S = presence.LINGERS.total_seconds() + 0.5
"""After this long whoever closed their last page has really gone."""

_pages: dict[str, dict[str, Here]] = {}
"""For whom this process vouches, by connection and topic; changed on the event loop only."""
_hidden: set[str] = set()
"""Connections whose page stands behind another one."""
_vouched_at: dict[str, float] = {}
"""When each connection was vouched for last, by the clock of this process."""
_left_at: dict[str, float] = {}
"""Whose pages this process let go a moment ago, for as long as Redis may remember them."""
_told: dict[str, Crowd] = {}
_known_run = ""
"""The life of the Redis server in which everybody here was written down."""
_turn = threading.Lock()
"""Whoever writes to Redis looks here and writes in one go, lest a beat bring back who has left."""
_errands: set[asyncio.Task[None]] = set()
_tellers: list[Callable[[], Awaitable[None]]] = []


class PresenceState(Guarded, rx.State):
    """How many people are where this page is."""

    crowd: rx.Field[str] = rx.field("")
    """ "28", "A few" or "Nobody"; empty until known."""
    _is_hidden: bool = False
    """Also of a page that comes back after its line was lost: it may still be hidden."""

    @rx.event
    async def look_away(self, hidden: bool):
        """The page was hidden behind another one, or shows again."""
        sid = self.router.session.session_id
        self._is_hidden = hidden
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
    await live.join(screen, _CROWD + topic, refresh)
    await take_place(screen, {topic: None})
    crowd = await asyncio.to_thread(presence.count, topic)
    (await screen.get_state(PresenceState)).crowd = presence.told(crowd)


async def take_place(screen: Guarded, places: Mapping[str, Doing | None]) -> None:
    """Count whoever looks at `screen` at all of `places` until they go elsewhere.

    Args:
        places: by topic what friends may read there, who have friends switched on as well.
    """
    person, lets_friends_know = await _seen_as(screen)
    sid = screen.router.session.session_id
    if not person or not live.is_open(sid):
        return
    for topic, doing in places.items():
        shown = doing if lets_friends_know else None
        _pages.setdefault(sid, {})[topic] = Here(topic, person, sid, shown)
    if (await screen.get_state(PresenceState))._is_hidden and sid in _pages:
        _hidden.add(sid)
    await asyncio.to_thread(_come, sid, tuple(places))


async def leave(sid: str) -> None:
    """The page behind socket `sid` shows something else now."""
    left = _forget_page(sid)
    _left_at.update((here.person, time.monotonic()) for here in left)
    if left:
        await asyncio.to_thread(_go, left)
    if any(here.doing for here in left):
        asyncio.get_running_loop().call_later(_SETTLED_S, _have_gone, left)


def gone(sid: str) -> None:
    """Socket `sid` is closed; its page is let go in the background."""
    if sid in _pages:
        _run(leave(sid))


def withdraw(topic: str) -> None:
    """Write nothing more of the person of `topic`, and wipe what is written: they may have said so.

    Their sockets are about to be closed; each comes back as what the person may be by then.
    """
    if topics.kind(topic) != topics.PERSON:
        return
    user_id = UUID(topic.partition(":")[2])
    person = presence.of_user(user_id)
    theirs = [
        sid for sid, pages in _pages.items() if any(one.person == person for one in pages.values())
    ]
    for sid in theirs:
        _forget_page(sid)
    if _left_at.pop(person, None) is not None or theirs:
        _run(asyncio.to_thread(_wipe, user_id))


async def keep() -> None:
    """Vouch for everybody here, and tell every page about its crowd, while this process lives."""
    while True:
        await asyncio.sleep(TELL_S + random.uniform(0, JITTER_S))  # noqa: S311
        _forget_who_left()
        try:
            await asyncio.to_thread(_vouch)
            await _tell()
            for teller in _tellers:
                await teller()
        except Exception as failure:  # noqa: BLE001 - the next round may go better
            say(log, logging.WARNING, "presence lost a beat", cause=type(failure).__name__)


def every_round(teller: Callable[[], Awaitable[None]]) -> None:
    """Have `teller` called in each round, after everybody has been vouched for."""
    _tellers.append(teller)


async def _seen_as(screen: Guarded) -> tuple[str, bool]:
    """Under what name the viewer counts, and whether friends may know more.

    The name is empty for people who are not to be seen.
    """
    actor = await screen._actor_or_none()
    if actor is not None:
        return (
            presence.of_user(actor.user_id) if _may_be_seen(actor) else "",
            ConsentScope.FRIENDS in actor.scopes,
        )
    visitor = screen._visitor()
    return presence.of_visitor(visitor) if visitor else "", False


def _may_be_seen(actor: Actor) -> bool:
    return ConsentScope.PRESENCE in actor.scopes and not actor.is_made_up


async def _tell() -> None:
    """Put what has changed on the pages of this process that look at it."""
    watched = [one.removeprefix(_CROWD) for one in live.audience.topics() if one.startswith(_CROWD)]
    for topic in _told.keys() - set(watched):
        del _told[topic]
    if not watched:
        return
    crowds = await asyncio.to_thread(presence.crowds, watched)
    for topic, crowd in zip(watched, crowds, strict=bool(crowds)):
        before = _told.get(topic)
        _told[topic] = crowd
        if before is not None and crowd != before:
            live.call(_CROWD + topic)
        if before is None or crowd.present != before.present:
            shown = {"crowd": presence.told(crowd.present)}
            await live.show(_CROWD + topic, PresenceState, shown)


def _forget_page(sid: str) -> tuple[Here, ...]:
    _hidden.discard(sid)
    _vouched_at.pop(sid, None)
    return tuple(_pages.pop(sid, {}).values())


def _forget_who_left() -> None:
    """Whoever left so long ago that nothing of them is written any more needs no wiping."""
    gone_by = time.monotonic() - presence.LIVES.total_seconds()
    for person in [one for one, at in _left_at.items() if at < gone_by]:
        del _left_at[person]


def _run(errand: Any) -> None:
    task = asyncio.ensure_future(errand)
    _errands.add(task)
    task.add_done_callback(_errands.discard)


def _come(sid: str, places: Sequence[str]) -> None:
    with _turn:
        pages = _pages.get(sid, {})
        here = [pages[topic] for topic in places if topic in pages]
        if here and sid not in _hidden and presence.beat(here):
            _vouched_at.setdefault(sid, time.monotonic())
    _tell_friends(here)


def _go(left: Sequence[Here]) -> None:
    with _turn:
        for here in left:
            presence.leave(here)


def _have_gone(left: Sequence[Here]) -> None:
    """Whoever closed their last page and has not come back has gone by now."""
    _run(asyncio.to_thread(_tell_friends, left))


def _turn_away(sid: str) -> None:
    with _turn:
        pages = tuple(_pages.get(sid, {}).values())
        if sid in _hidden:
            for here in pages:
                presence.hide(here)
        elif presence.beat(pages):
            _vouched_at[sid] = time.monotonic()
    _tell_friends(pages)


def _wipe(user_id: UUID) -> None:
    with _turn:
        presence.forget(presence.of_user(user_id))
    bus.publish(topics.doing(user_id), {})


def _tell_friends(pages: Sequence[Here]) -> None:
    """Say to whoever watches these people that what they do has changed."""
    for user_id in {presence.user_of(here.person) for here in pages if here.doing}:
        if user_id is not None:
            bus.publish(topics.doing(user_id), {})


def _vouch() -> None:
    """Vouch for everybody who is due; for all of them when the server has another life."""
    global _known_run
    if not _pages:
        return
    run, now = presence.run(), time.monotonic()
    with _turn:
        is_new = bool(run) and run != _known_run
        due = now if is_new else now - presence.BEAT.total_seconds()
        sids = [
            sid
            for sid in tuple(_pages)
            if sid not in _hidden and _vouched_at.get(sid, float("-inf")) <= due
        ]
        if presence.beat([here for sid in sids for here in tuple(_pages.get(sid, {}).values())]):
            _vouched_at.update((sid, now) for sid in sids if sid in _pages)
            _known_run = run or _known_run


live.before_closing(withdraw)
