"""The queue of Trust and Safety: what waits for a decision, and what was decided."""

import asyncio
from dataclasses import replace
from typing import TypeVar

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Conflict, Invalid, Refusal
from vel_tutor.domain import moderation
from vel_tutor.domain.coaching.views import TurnView
from vel_tutor.domain.moderation.views import CaseView, ChoiceView, QueueView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity
from vel_tutor.state.notices import NoticeState
from vel_tutor.state.typed import asked
from vel_tutor.vocabulary import CaseKind, Decision, ReviewTab

_Word = TypeVar("_Word", CaseKind, Decision)


class ReviewState(Guarded, rx.State):
    """A page of cases behind the tab and the kind in the address.

    Empty until somebody who decides has been let in, for vars go to everybody.
    """

    loaded: rx.Field[bool] = rx.field(False)
    problem: rx.Field[str] = rx.field("")
    queue: rx.Field[QueueView] = rx.field(default_factory=QueueView)
    tab: rx.Field[str] = rx.field(ReviewTab.OPEN.value)
    kind: rx.Field[str] = rx.field("")
    is_first: rx.Field[bool] = rx.field(True)
    next_url: rx.Field[str] = rx.field("")
    first_url: rx.Field[str] = rx.field("")
    asked_of: rx.Field[CaseView] = rx.field(default_factory=CaseView)
    choice: rx.Field[ChoiceView] = rx.field(default_factory=ChoiceView)
    """What is about to be decided, until it is confirmed or put away."""
    new: rx.Field[int] = rx.field(0)
    """Cases that belong on this page and are not on show yet."""
    at_case: rx.Field[str] = rx.field("")
    """Where the focus goes once a question is settled; empty for the top of the page."""
    talk_of: rx.Field[str] = rx.field("")
    """The case whose talk lies open."""
    talk: rx.Field[list[TurnView]] = rx.field(default_factory=list)

    @rx.event
    async def begin(self):
        """Show what the address asks for, and watch for more."""
        actor = await self._actor(*moderation.READERS)
        self.loaded, self.problem = False, ""
        self.asked_of, self.choice, self.talk_of, self.talk = CaseView(), ChoiceView(), "", []
        self.at_case = ""
        self._read_address()
        yield
        try:
            await self._read(actor)
        except Refusal as refusal:
            self.problem = str(refusal)
            return
        self.loaded = True
        await self._watch(topics.review(), ReviewState.look)

    @rx.event
    async def look(self):
        """Something was reported or decided: nothing moves, what is new is counted."""
        await self._look(await self._actor(*moderation.READERS))

    @rx.event
    async def show_new(self):
        """Show what is new, each in its place."""
        await self._read(await self._actor(*moderation.READERS))
        return rx.set_focus("review-top")

    @rx.event
    async def ask(self, case_id: str, decision: str):
        """Ask once more before something is decided."""
        await self._actor(*moderation.READERS)
        for case in self.queue.cases:
            for choice in case.choices:
                if (case.id, choice.verdict) == (case_id, decision):
                    self.asked_of, self.choice, self.at_case = case, choice, case.key

    @rx.event
    async def change(self, is_open: bool):
        """Put the question away."""
        await self._actor(*moderation.READERS)
        if not is_open:
            self.choice = ChoiceView()

    @rx.event
    async def aim(self):
        """The question is gone: the focus goes to the case it was about, or the one after it."""
        await self._actor(*moderation.READERS)
        return rx.set_focus("review-next" if self.at_case else "review-top")

    @rx.event
    async def settle(self, kind: str, case_id: str, decision: str):
        """Decide a case; what it was about leaves the open ones."""
        actor = await self._actor(*moderation.READERS)
        self.choice = ChoiceView()
        what, verdict = _word(CaseKind, kind), _word(Decision, decision)
        try:
            await asyncio.to_thread(moderation.settle, actor, what, identity(case_id), verdict)
        except Conflict as refusal:
            await self._look(actor)
            return NoticeState.show(str(refusal), "warning")
        await self._put_away(actor, case_id)
        return NoticeState.show("Decided. It is under Settled.", "success")

    @rx.event
    async def undo(self, ruling_id: str):
        """Take a decision back."""
        actor = await self._actor(*moderation.READERS)
        await asyncio.to_thread(moderation.undo, actor, identity(ruling_id))
        await self._put_away(actor, ruling_id)
        yield NoticeState.show("Taken back. The case is open again.", "success")
        yield ReviewState.aim

    @rx.event
    async def read(self, case_id: str):
        """Open the words around a flag; that they were read is written down."""
        actor = await self._actor(*moderation.LISTENERS)
        said = await asyncio.to_thread(moderation.read_talk, actor, identity(case_id))
        self.talk_of, self.talk = case_id, list(said)

    @rx.event
    async def close_talk(self):
        """Put the words away again; nothing of them stays on the screen."""
        await self._actor(*moderation.READERS)
        self.talk_of, self.talk = "", []

    async def _put_away(self, actor: Actor, key: str) -> None:
        """Take a line off the page; the focus goes to the one that follows."""
        keys = [case.key for case in self.queue.cases]
        place = keys.index(key) if key in keys else 0
        left = tuple(case for case in self.queue.cases if case.key != key)
        self.queue = replace(self.queue, cases=left)
        await (self._look(actor) if left else self._read(actor))
        left = self.queue.cases
        self.at_case = left[min(place, len(left) - 1)].key if left else ""

    def _read_address(self) -> None:
        """Take tab and kind from the address; what makes no sense there shows everything open."""
        tab, kind = asked(self.router, "tab"), asked(self.router, "kind")
        self.tab = tab if tab in set(ReviewTab) else ReviewTab.OPEN.value
        self.kind = kind if kind in set(CaseKind) else ""
        self.is_first = not asked(self.router, "after")

    async def _read(self, actor: Actor) -> None:
        kind = CaseKind(self.kind) if self.kind else None
        is_open = self.tab == ReviewTab.OPEN
        page = moderation.open_cases if is_open else moderation.settled_cases
        self.queue = await asyncio.to_thread(page, actor, kind, asked(self.router, "after"))
        self.new = 0
        self.first_url = routes.staff_review(tab=self.tab, kind=self.kind)
        self.next_url = routes.staff_review(tab=self.tab, kind=self.kind, after=self.queue.after)
        self._close_talk_of_none()

    async def _look(self, actor: Actor) -> None:
        """Read again what is on show, without moving it; an empty page has nothing to move."""
        if not self.queue.cases:
            return await self._read(actor)
        kind = CaseKind(self.kind) if self.kind else None
        is_open = self.tab == ReviewTab.OPEN
        look = moderation.open_news if is_open else moderation.settled_news
        news = await asyncio.to_thread(look, actor, self.queue, kind, asked(self.router, "after"))
        self.queue = replace(self.queue, cases=news.cases, waiting=news.waiting)
        self.new = news.new
        self._close_talk_of_none()

    def _close_talk_of_none(self) -> None:
        """Nothing of a talk stays open when its case does not."""
        if self.talk_of not in {case.id for case in self.queue.cases if case.may_read}:
            self.talk_of, self.talk = "", []


class ReviewCountState(Guarded, rx.State):
    """How much waits, on the own page of those who decide."""

    is_shown: rx.Field[bool] = rx.field(False)
    open_cases: rx.Field[int] = rx.field(0)

    @rx.event
    async def begin(self):
        """Count, and go on counting, for those whose it is; others have no such tile."""
        actor = await self._actor()
        self.is_shown = actor.standing in moderation.READERS
        if self.is_shown:
            self.open_cases = await asyncio.to_thread(moderation.waiting, actor)
            await self._watch(topics.review(), ReviewCountState.look)

    @rx.event
    async def look(self):
        """Something was reported or decided: count again."""
        actor = await self._actor(*moderation.READERS)
        self.open_cases = await asyncio.to_thread(moderation.waiting, actor)


def _word(words: type[_Word], text: str) -> _Word:
    try:
        return words(text)
    except ValueError:
        raise Invalid from None
