"""A student's own streak: its days, its shields, and days off."""

import asyncio
from datetime import date
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor.core.errors import Refusal
from vel_tutor.domain import incentives
from vel_tutor.domain.incentives.views import DiaryView
from vel_tutor.state import typed
from vel_tutor.state.guard import Guarded
from vel_tutor.state.header import HeaderState
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS


class StreakState(Guarded, rx.State):
    """The month in the address, of whoever is signed in."""

    loaded: rx.Field[bool] = rx.field(False)
    diary: rx.Field[DiaryView] = rx.field(default_factory=DiaryView)
    problem: rx.Field[str] = rx.field("")
    """Why the days off that were typed will not do."""

    @rx.event
    async def begin(self):
        """Read the streak and the month again."""
        actor = await self._actor(*STUDENTS)
        self.problem = ""
        month = typed.asked(self.router, "month")
        self.diary = await asyncio.to_thread(incentives.diary, actor, month)
        self.loaded = True

    @rx.event
    async def pause(self, form: dict[str, Any]):
        """Announce days off."""
        actor = await self._actor(*STUDENTS)
        try:
            first, last = _day(form.get("first")), _day(form.get("last"))
            await asyncio.to_thread(incentives.declare_pause, actor, first, last)
        except Refusal as refusal:
            self.problem = str(refusal)
            return None
        return [StreakState.begin, NoticeState.show("Your days off are noted.", "success")]

    @rx.event
    async def end_pause(self, pause_id: UUID):
        """Call days off off."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(incentives.end_pause, actor, pause_id)
        return [StreakState.begin, NoticeState.show("These days off are called off.", "success")]

    @rx.event
    async def restart(self):
        """Go on with half of a long streak that ended."""
        actor = await self._actor(*STUDENTS)
        given = await asyncio.to_thread(incentives.restart, actor)
        words = f"You go on at {given} days."
        return [StreakState.begin, HeaderState.enter, NoticeState.show(words, "success")]


def _day(typed_date: object) -> date:
    """A day as a browser's date field writes it."""
    try:
        return date.fromisoformat(str(typed_date))
    except ValueError:
        raise incentives.PauseOdd from None
