"""The list of what somebody was told, and their choices about it."""

import asyncio
import json
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor.core.errors import Refusal
from vel_tutor.domain import notifications
from vel_tutor.domain.notifications.views import ChoicesView, InboxView, NoticeView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.notices import NoticeState

LONGEST_ANSWER = 4000


class InboxState(Guarded, rx.State):
    """What the person who looks was told, the latest first."""

    loaded: rx.Field[bool] = rx.field(False)
    notices: rx.Field[list[NoticeView]] = rx.field(default_factory=list)
    unread: rx.Field[int] = rx.field(0)
    more: rx.Field[str] = rx.field("")

    @rx.event
    async def begin(self):
        """Read the first page, and again at each news."""
        await self._read()
        self.loaded = True
        actor = await self._actor()
        await self._watch(topics.notices(actor.user_id), InboxState.look)

    @rx.event
    async def look(self):
        """Read the first page again."""
        await self._read()

    @rx.event
    async def show_more(self):
        """Add the page after those on show."""
        actor = await self._actor()
        page: InboxView = await asyncio.to_thread(notifications.inbox, actor, self.more)
        self.notices = [*self.notices, *page.notices]
        self.more = page.more

    @rx.event
    async def open(self, notification_id: UUID):
        """Go where it leads, and note that it has been read."""
        actor = await self._actor()
        path = await asyncio.to_thread(notifications.mark_read, actor, notification_id)
        return rx.redirect(path)

    @rx.event
    async def read_all(self):
        """Note that everything has been read."""
        actor = await self._actor()
        await asyncio.to_thread(notifications.mark_all_read, actor)
        await self._read()

    async def _read(self) -> None:
        actor = await self._actor()
        page: InboxView = await asyncio.to_thread(notifications.inbox, actor)
        self.notices, self.unread, self.more = list(page.notices), page.unread, page.more


class NoticeChoiceState(Guarded, rx.State):
    """Which kinds of news reach somebody beyond the app, and when not."""

    view: rx.Field[ChoicesView] = rx.field(default_factory=ChoicesView)
    problem: rx.Field[str] = rx.field("")
    """Why the quiet hours that were typed will not do."""

    @rx.event
    async def begin(self):
        """Read the choices again."""
        await self._read()

    @rx.event
    async def choose(self, kind: str, way: str, is_on: bool):
        """Switch one kind on or off for one way."""
        actor = await self._actor()
        await asyncio.to_thread(notifications.prefer, actor, kind, way, is_on=bool(is_on))
        await self._read()

    @rx.event
    async def keep_quiet(self, form: dict[str, Any]):
        """Set one's own quiet hours, or none."""
        actor = await self._actor()
        begins, ends = str(form.get("quiet_from", "")), str(form.get("quiet_until", ""))
        try:
            await asyncio.to_thread(notifications.keep_quiet, actor, begins, ends)
        except Refusal as refusal:
            self.problem = str(refusal)
            return None
        await self._read()
        return NoticeState.show("Saved.", "success")

    @rx.event
    async def subscribed(self, answer: str):
        """Take what the browser answered: how to call it, or why it will not be called."""
        given = _subscription(answer)
        if given is None:
            return NoticeState.show(
                "This browser does not allow notifications here. Its own settings can change that.",
                "warning",
            )
        actor = await self._actor()
        await asyncio.to_thread(notifications.subscribe, actor, *given)
        await self._read()
        return NoticeState.show("This browser will let you know.", "success")

    @rx.event
    async def unsubscribe(self):
        """Call none of the person's browsers any more."""
        actor = await self._actor()
        await asyncio.to_thread(notifications.unsubscribe, actor)
        await self._read()
        return NoticeState.show("No browser will be called any more.", "success")

    async def _read(self) -> None:
        actor = await self._actor()
        self.view = await asyncio.to_thread(notifications.choices, actor)
        self.problem = ""


def _subscription(answer: object) -> tuple[str, str, str] | None:
    """Endpoint, key and secret of a browser's subscription; None for anything else."""
    try:
        given = json.loads(str(answer)[:LONGEST_ANSWER])
        return str(given["endpoint"]), str(given["keys"]["p256dh"]), str(given["keys"]["auth"])
    except (ValueError, KeyError, TypeError):
        return None
