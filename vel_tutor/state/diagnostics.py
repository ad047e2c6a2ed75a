"""Choosing an adaptive test, and taking one."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import accounts, diagnostics
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.domain.diagnostics.views import (
    NOTHING_ASKED,
    OpenTestView,
    OverviewView,
    PastTestView,
    SittingView,
    TakerView,
)
from vel_tutor.domain.practice.views import QuestionView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import given, identity, segment, whole, words
from vel_tutor.vocabulary import Pace, SittingStage, Subject

MIDDLE_GRADE = 5


class DiagnosticsState(Guarded, rx.State):
    """Which test to take, which ones wait, and which are done."""

    loaded: rx.Field[bool] = rx.field(False)
    takers: rx.Field[list[TakerView]] = rx.field(default_factory=list)
    """The children of a parent; empty for a student."""
    waiting: rx.Field[list[OpenTestView]] = rx.field(default_factory=list)
    past: rx.Field[list[PastTestView]] = rx.field(default_factory=list)
    subject: rx.Field[str] = rx.field("")
    grade: rx.Field[int] = rx.field(0)
    may_choose: rx.Field[bool] = rx.field(False)
    """False for a parent whose children are not linked to the account yet."""
    asks_age: rx.Field[bool] = rx.field(False)
    problem: rx.Field[str] = rx.field("")
    _wish: dict[str, str] = {}

    @rx.event
    async def begin(self):
        """Show the choice, and stop the clock of whatever test the person just left."""
        actor = await self._actor(*diagnostics.TAKERS)
        overview, self.asks_age = await asyncio.to_thread(_overview, actor)
        self._show(overview, actor)
        asked = self.router.url.query_parameters.get("subject", "")
        if not self.subject or asked:
            self.subject = asked if asked in set(Subject) else Subject.MATH.value
            self.grade = _nearest(overview, actor)
        self.problem, self.loaded = "", True

    @rx.event
    async def start(self, form: dict[str, str]):
        """Open the test of this choice; a teen who chose a child's grade is asked their age."""
        actor = await self._actor(*diagnostics.TAKERS)
        self._wish = {name: words(form, name) for name in ("subject", "grade", "pace", "student")}
        return await self._open(actor)

    @rx.event
    async def answer_age(self, form: dict[str, str]):
        """Answer the age gate, and go on with what was wished."""
        actor = await self._actor(*diagnostics.TAKERS)
        date = [words(form, part) for part in ("day", "month", "year")]
        try:
            is_open = await asyncio.to_thread(accounts.answer_age, actor, *date)
        except accounts.FieldRefusal as refusal:
            self.problem = str(refusal)
            return None
        self.asks_age, self.problem = False, ""
        if not is_open:
            return rx.redirect(routes.WAITING)
        return await self._open(actor) if self._wish else None

    @rx.event
    async def drop(self, test_id: str):
        """Give an unfinished test up."""
        actor = await self._actor(*diagnostics.TAKERS)
        await asyncio.to_thread(diagnostics.drop, actor, identity(test_id))
        self._show(await asyncio.to_thread(diagnostics.overview, actor), actor)

    async def _open(self, actor: Actor) -> Any:
        try:
            opened = await asyncio.to_thread(diagnostics.open_test, actor, _choice(self._wish))
        except accounts.AgeAsked:
            self.asks_age = True
            return rx.set_focus("age-asked")
        self._wish = {}
        return rx.redirect(routes.diagnostic_test(opened))

    def _show(self, overview: OverviewView, actor: Actor) -> None:
        self.takers, self.waiting = list(overview.takers), list(overview.waiting)
        self.past = list(overview.past)
        self.may_choose = actor.is_student or bool(overview.takers)


def _overview(actor: Actor) -> tuple[OverviewView, bool]:
    """Three calls on one thread."""
    diagnostics.put_aside(actor)
    return diagnostics.overview(actor), accounts.age_is_asked(actor)


def _nearest(overview: OverviewView, actor: Actor) -> int:
    """The grade to begin with: the learner's own where it is known."""
    child = overview.takers[0].grade if overview.takers else -1
    known = [grade for grade in (actor.grade, child) if grade is not None and grade >= 0]
    return known[0] if known else MIDDLE_GRADE


def _choice(wish: dict[str, str]) -> DiagnosticChoice:
    try:
        subject, pace = Subject(wish["subject"]), Pace(wish["pace"] or Pace.STANDARD)
    except ValueError:
        raise Invalid from None
    student = wish["student"]
    return DiagnosticChoice(
        subject=subject,
        grade=whole(wish["grade"]),
        pace=pace,
        student_id=identity(student) if student else None,
    )


class SittingState(Guarded, rx.State):
    """One test under way: where it stands, and the question on show."""

    sitting: rx.Field[SittingView] = rx.field(default_factory=SittingView)
    question: rx.Field[QuestionView] = rx.field(default_factory=QuestionView)

    @rx.event
    async def begin(self):
        """Show the test in the address where it was left. Runs again on every reconnect."""
        actor = await self._actor(*diagnostics.TAKERS)
        asked = segment(self.router.url.path, 1)
        if self.sitting.test_id != asked:
            self._show(SittingView())
            yield
        try:
            moved = self._show(await asyncio.to_thread(diagnostics.look, actor, self._id()))
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)
            return
        if moved is not None:
            yield moved
            return
        await self._watch(topics.diagnostic(self._id()), SittingState.look)

    @rx.event
    async def look(self):
        """Read the test again: there is news, or a minute has passed."""
        return await self._do(diagnostics.look)

    @rx.event
    async def begin_part(self, number: int):
        """Begin a part: its clock runs from now on."""
        moved = await self._do(diagnostics.begin_part, whole(number))
        return moved or self._focus()

    @rx.event
    async def answer(self, form: dict[str, str]):
        """Hand the answer in and show what comes next, whatever that answer was."""
        position = whole(words(form, "position"))
        moved = await self._answered(diagnostics.answer, position, given(form))
        return moved or self._focus()

    @rx.event
    async def pass_over(self, position: int):
        """Say "I don't know", which is better than a guess."""
        moved = await self._answered(diagnostics.pass_over, whole(position))
        return moved or self._focus()

    @rx.event
    async def pause(self):
        """Stop the clock."""
        await self._do(diagnostics.pause)
        return rx.set_focus("main")

    @rx.event
    async def go_on(self):
        """Let the clock run again, at the same question."""
        moved = await self._do(diagnostics.go_on)
        return moved or self._focus()

    @rx.event
    async def submit(self):
        """Hand the test in."""
        moved = await self._do(diagnostics.submit)
        return moved or rx.set_focus("main")

    async def _answered(self, verb: Callable[..., SittingView], *told: Any) -> Any:
        """Hand something in; if the clock was faster, show what the clock has done."""
        try:
            return await self._do(verb, *told)
        except (diagnostics.TimeIsUp, diagnostics.NotRunning):
            await self._do(diagnostics.look)
            raise

    async def _do(self, verb: Callable[..., SittingView], *told: Any) -> Any:
        actor = await self._actor(*diagnostics.TAKERS)
        return self._show(await asyncio.to_thread(verb, actor, self._id(), *told))

    def _id(self) -> UUID:
        return identity(segment(self.router.url.path, 1))

    def _show(self, view: SittingView) -> Any:
        """Put `view` on the screen; where to go, once there are results."""
        if view.stage == SittingStage.DONE:
            return rx.redirect(routes.diagnostic_results(view.test_id), replace=True)
        self.question = view.question
        self.sitting = replace(view, question=NOTHING_ASKED)
        return None

    def _focus(self) -> Any:
        """Where the focus belongs after something was pressed."""
        if self.sitting.stage != SittingStage.ASKING:
            return rx.set_focus("main")
        return None if self.question.typed or self.sitting.problem else rx.set_focus("question")
