"""The prompt that may lie over a page with navigation, and what the settings say about prompts."""

import asyncio
from typing import Any

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid
from vel_tutor.domain.loops import prompts
from vel_tutor.domain.loops.prompts.views import PromptView, SuggestionsView, SuggestionView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import MEMBERS, LoopKind


class PromptState(Guarded, rx.State):
    """What one person is asked at the moment. The database remembers; this only shows it."""

    prompt: rx.Field[PromptView] = rx.field(default_factory=PromptView)
    muted: rx.Field[PromptView] = rx.field(default_factory=PromptView)
    """What has just been switched off for good, while that may still be undone."""

    @rx.event
    async def begin(self):
        """Show what is waiting, and hear of what comes; on load of every page with navigation."""
        actor = await self._actor_or_none()
        if actor is None or actor.standing not in MEMBERS:
            return
        await self._look(actor)
        await self._watch(topics.prompts(actor.user_id), PromptState.look)

    @rx.event
    async def look(self):
        """Look again: there is something new, or it was answered in another tab."""
        await self._look(await self._actor(*MEMBERS))

    @rx.event
    async def appeared(self):
        """The prompt is on the screen now."""
        actor = await self._actor(*MEMBERS)
        if self.prompt.id:
            await asyncio.to_thread(prompts.note_shown, actor, identity(self.prompt.id))

    @rx.event
    async def follow(self):
        """Go where the prompt leads."""
        actor = await self._actor(*MEMBERS)
        path = await asyncio.to_thread(prompts.follow, actor, identity(self.prompt.id))
        self.prompt = PromptView()
        return rx.redirect(path)

    @rx.event
    async def dismiss(self, is_open: bool = False):
        """Put it away for good; Escape and the veil come here too."""
        actor = await self._actor(*MEMBERS)
        self.muted = PromptView()
        if self.prompt.id and is_open is not True:
            await asyncio.to_thread(prompts.dismiss, actor, identity(self.prompt.id))
            self.prompt = PromptView()

    @rx.event
    async def never(self):
        """Put it away and never ask for its loop again."""
        actor = await self._actor(*MEMBERS)
        await asyncio.to_thread(prompts.never, actor, identity(self.prompt.id))
        self.muted, self.prompt = self.prompt, PromptView()

    @rx.event
    async def undo(self):
        """Take "never" back; the prompt itself stays put away."""
        actor = await self._actor(*MEMBERS)
        loop = _loop(self.muted.loop)
        await asyncio.to_thread(prompts.choose, actor, loop, wanted=True)
        self.muted = PromptView()
        return NoticeState.show("Fine. We may suggest it again another day.", "success")

    async def _look(self, actor: Actor) -> None:
        now = await asyncio.to_thread(prompts.current, actor)
        if now != self.prompt:
            self.prompt = now


class SuggestionsState(Guarded, rx.State):
    """What somebody wants to be asked for."""

    offered: rx.Field[bool] = rx.field(False)
    """Those who are never asked are shown nothing here."""
    is_on: rx.Field[bool] = rx.field(True)
    loops: rx.Field[list[SuggestionView]] = rx.field(default_factory=list)

    @rx.event
    async def arrive(self):
        """Read the switches."""
        actor = await self._actor()
        self._show(await asyncio.to_thread(prompts.suggestions, actor))

    @rx.event
    async def turn_all(self, wanted: bool):
        """Every suggestion, on or off."""
        await self._choose(None, wanted)

    @rx.event
    async def turn(self, loop: str, wanted: bool):
        """The suggestions of one loop, on or off."""
        await self._choose(_loop(loop), wanted)

    async def _choose(self, loop: LoopKind | None, wanted: Any) -> None:
        actor = await self._actor(*MEMBERS)
        if not isinstance(wanted, bool):
            raise Invalid
        self._show(await asyncio.to_thread(prompts.choose, actor, loop, wanted=wanted))

    def _show(self, view: SuggestionsView) -> None:
        self.offered, self.is_on, self.loops = view.offered, view.is_on, list(view.loops)


def _loop(word: Any) -> LoopKind:
    try:
        return LoopKind(word)
    except ValueError:
        raise Invalid from None
