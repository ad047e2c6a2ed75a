"""What one says to a line of the feed, and how one puts it away."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import reflex as rx

from vel_tutor.core.errors import Invalid
from vel_tutor.domain import feed, loops
from vel_tutor.domain.feed.views import MutedView
from vel_tutor.state.feed import FeedState
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS, PutAway, Reaction, ReportKind

_Word = TypeVar("_Word", Reaction, PutAway, ReportKind)


class FeedLineState(Guarded, rx.State):
    """The line somebody does something with."""

    open_line: rx.Field[str] = rx.field("")
    """The one whose deeds are asked about."""
    is_own: rx.Field[bool] = rx.field(False)
    muted: rx.Field[list[MutedView]] = rx.field(default_factory=list)

    @rx.event
    async def begin(self):
        """Nothing is asked; read whom the person has muted."""
        actor = await self._actor(*STUDENTS)
        self.open_line = ""
        self.muted = list(await asyncio.to_thread(feed.muted, actor))

    @rx.event
    async def react(self, line_id: str, reaction: str, on: bool):
        """Say something to a line, or take it back."""
        actor = await self._actor(*STUDENTS)
        said = _word(Reaction, reaction)
        line = await asyncio.to_thread(feed.react, actor, identity(line_id), said, on=on is True)
        shown = await self.get_state(FeedState)
        shown._put(line.id, lambda old: replace(line, day=old.day))

    @rx.event
    async def challenge_me_too(self, line_id: str):
        """Play what a friend's line is about."""
        actor = await self._actor(*STUDENTS)
        path = await asyncio.to_thread(loops.challenge_me_too, actor, identity(line_id))
        return rx.redirect(path)

    @rx.event
    async def ask(self, line_id: str):
        """Ask what to do with a line, or stop asking."""
        await self._actor(*STUDENTS)
        line = (await self.get_state(FeedState))._line(line_id)
        self.open_line, self.is_own = line.id, line.is_own

    @rx.event
    async def settle(self, is_open: bool):
        """The question is closed without an answer."""
        await self._actor(*STUDENTS)
        if is_open is not True:
            self.open_line = ""

    @rx.event
    async def put_away(self, how: str, why: str = ""):
        """Hide, report or delete the line that was asked about, or see no more of its owner."""
        actor = await self._actor(*STUDENTS)
        line_id, wish = identity(self.open_line), _word(PutAway, how)
        if wish is PutAway.REPORT:
            await asyncio.to_thread(feed.report, actor, line_id, _word(ReportKind, why))
        else:
            await asyncio.to_thread(_DEEDS[wish], actor, line_id)
        shown = await self.get_state(FeedState)
        shown._put(str(line_id), lambda old: replace(old, put_away=wish.value))
        self.open_line = ""
        if wish is PutAway.MUTE:
            self.muted = list(await asyncio.to_thread(feed.muted, actor))
        return NoticeState.show(_SAID[wish], "success")

    @rx.event
    async def take_back(self, line_id: str):
        """Let a line stand again that was put away a moment ago."""
        actor = await self._actor(*STUDENTS)
        shown = await self.get_state(FeedState)
        how = shown._line(line_id).put_away
        await asyncio.to_thread(feed.take_back, actor, identity(line_id), _word(PutAway, how))
        shown._put(line_id, lambda old: replace(old, put_away=""))
        if how == PutAway.MUTE:
            self.muted = list(await asyncio.to_thread(feed.muted, actor))

    @rx.event
    async def unmute(self, muted_id: str):
        """See somebody's lines again."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(feed.unmute, actor, identity(muted_id))
        return [FeedLineState.begin, FeedState.begin]


_DEEDS: dict[PutAway, Callable[..., None]] = {
    PutAway.HIDE: feed.hide,
    PutAway.MUTE: feed.mute,
    PutAway.DELETE: feed.remove,
}
_SAID = {
    PutAway.HIDE: "Hidden. You will not see it again.",
    PutAway.REPORT: "Thank you. We look at it, and you will not see it again.",
    PutAway.MUTE: "You see nothing more of them. They are not told.",
    PutAway.DELETE: "Deleted for everybody.",
}


def _word(words: type[_Word], said: Any) -> _Word:
    try:
        return words(said)
    except ValueError:
        raise Invalid from None
