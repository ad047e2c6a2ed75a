"""The feed: reading on, and what is new."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import reflex as rx

from vel_tutor.domain import feed
from vel_tutor.domain.feed.views import FeedView, LineView
from vel_tutor.state.guard import Guarded
from vel_tutor.vocabulary import STUDENTS, FeedStage

REREAD = 100
"""So many of the lines on show are read again at news, from the top."""


class FeedState(Guarded, rx.State):
    """One person's feed, as far down as they have read."""

    stage: rx.Field[str] = rx.field(FeedStage.LOADING.value)
    lines: rx.Field[list[LineView]] = rx.field(default_factory=list)
    after: rx.Field[str] = rx.field("")
    """Where the next page begins; empty on the last."""
    waiting: rx.Field[int] = rx.field(0)
    """New lines that are not on show yet."""
    _read_at: str = ""

    @rx.event
    async def begin(self):
        """Show the first page, and watch for more."""
        actor = await self._actor(*STUDENTS)
        first: FeedView = await asyncio.to_thread(feed.page, actor)
        self.stage, self.lines, self.after = first.stage, list(first.lines), first.after
        self.waiting, self._read_at = 0, first.read_at
        for topic in first.topics:
            await self._watch(topic, FeedState.look)

    @rx.event
    async def more(self):
        """Show the next page below; what is on show already is not shown twice."""
        actor = await self._actor(*STUDENTS)
        if not self.after:
            return
        page: FeedView = await asyncio.to_thread(feed.page, actor, self.after)
        held = {line.id for line in self.lines}
        self.lines = [*self.lines, *(line for line in page.lines if line.id not in held)]
        self.after = page.after

    @rx.event
    async def reach_end(self, is_seen: bool):
        """The same, when the end of the list comes into sight."""
        await self._actor(*STUDENTS)
        if is_seen is True and self.after:
            return FeedState.more

    @rx.event
    async def look(self):
        """Count what is new, and read again what is said to the lines on show."""
        actor = await self._actor(*STUDENTS)
        if not self._read_at:
            return
        held = [UUID(line.id) for line in self.lines]
        news = await asyncio.to_thread(feed.news, actor, self._read_at, held[:REREAD])
        self.waiting = news.waiting
        fresh = {line.id: line for line in news.lines}
        self.lines = [
            shown
            for place, line in enumerate(self.lines)
            if (shown := _again(line, fresh, is_read=place < REREAD))
        ]

    @rx.event
    async def show_new(self):
        """Put the new lines on top."""
        actor = await self._actor(*STUDENTS)
        held = [UUID(line.id) for line in self.lines]
        new: FeedView = await asyncio.to_thread(feed.latest, actor, self._read_at, held)
        if new.lines:
            first = replace(new.lines[0], day="New")
            self.lines = [first, *new.lines[1:], *self.lines]
            self.stage = FeedStage.FULL.value
        self.waiting, self._read_at = 0, new.read_at or self._read_at
        return rx.set_focus("feed-top")

    def _put(self, line_id: str, change: Callable[[LineView], LineView]) -> None:
        """Change one line on show, if it is there."""
        self.lines = [change(line) if line.id == line_id else line for line in self.lines]

    def _line(self, line_id: str) -> LineView:
        """The line on show with that id; an empty one for none."""
        return next((line for line in self.lines if line.id == line_id), LineView())


def _again(line: LineView, fresh: dict[str, LineView], *, is_read: bool) -> LineView | None:
    """A line after news: as it stands now, or gone; one that was put away stays to be undone."""
    if line.put_away or not is_read:
        return line
    found = fresh.get(line.id)
    return replace(found, day=line.day) if found else None
