"""Choosing what to practise, and playing a deck."""

import asyncio
from uuid import UUID

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import practice
from vel_tutor.domain.practice.views import (
    BrowseView,
    DeckView,
    LevelView,
    PlayView,
    QuestionView,
    SkillPageView,
    UnfinishedView,
    VerdictView,
)
from vel_tutor.state.company import tell_company
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import given, identity, segment, whole, words
from vel_tutor.vocabulary import GRADES, STUDENTS, Subject

MIDDLE_GRADE = 5
MOST_WANTED = 80
"""Characters of a search that are looked at."""


class ChooseState(Guarded, rx.State):
    """What to practise: skills to browse, one of them open, and decks that wait."""

    shelf: rx.Field[BrowseView] = rx.field(default_factory=BrowseView)
    wanted: rx.Field[str] = rx.field("")
    """What is searched for."""
    skill: rx.Field[SkillPageView] = rx.field(default_factory=SkillPageView)
    """The skill in the address."""
    waiting: rx.Field[list[UnfinishedView]] = rx.field(default_factory=list)

    @rx.event
    async def begin(self):
        """Show the shelf or the skill in the address; stop the clock of what was just left."""
        actor = await self._actor(*STUDENTS)
        self.waiting = list(await asyncio.to_thread(practice.put_aside, actor))
        wished = self.router.url.query_parameters
        opened = wished.get("skill", "")
        self.skill = await asyncio.to_thread(_page, actor, opened) if opened else SkillPageView()
        if wished or not self.shelf.subject:
            self.wanted = ""
            usual = MIDDLE_GRADE if actor.grade is None else actor.grade
            await self._show(actor, wished.get("subject", "math"), wished.get("grade", str(usual)))
        else:
            await self._show(actor, self.shelf.subject, self.shelf.grade)

    @rx.event
    async def choose_subject(self, subject: str):
        """Show what there is in another subject, as near to the grade as can be."""
        await self._show(await self._actor(*STUDENTS), subject, self.shelf.grade)

    @rx.event
    async def choose_grade(self, grade: str):
        """Show what there is in another grade, or in all of them."""
        self.wanted = ""
        await self._show(await self._actor(*STUDENTS), self.shelf.subject, grade)

    @rx.event
    async def search(self, wanted: str):
        """Show the skills of the subject whose names hold these words."""
        actor = await self._actor(*STUDENTS)
        self.wanted = words({"wanted": wanted}, "wanted")[:MOST_WANTED]
        await self._show(actor, self.shelf.subject, self.shelf.grade)

    @rx.event
    async def start(self, form: dict[str, str]):
        """Deal the deck of this choice, or go on with the one of the same choice."""
        actor = await self._actor(*STUDENTS)
        choice = practice.DeckChoice(
            subject=_subject(words(form, "subject")),
            grade=whole(words(form, "grade")),
            skill=words(form, "skill"),
            size=whole(words(form, "size")),
        )
        opened = await asyncio.to_thread(practice.open_session, actor, choice)
        return rx.redirect(routes.practice_session(opened.session_id))

    @rx.event
    async def drop(self, session_id: str):
        """Give an unfinished deck up."""
        actor = await self._actor(*STUDENTS)
        left = await asyncio.to_thread(practice.drop, actor, identity(session_id))
        self.waiting = list(left)

    async def _show(self, actor: Actor, subject: str, grade: str) -> None:
        self.shelf = await asyncio.to_thread(
            practice.browse, actor, _subject(subject), _grade(grade), self.wanted
        )


class PlayState(Guarded, rx.State):
    """One student, one deck: the question on show and how the last answer went."""

    deck: rx.Field[DeckView] = rx.field(default_factory=DeckView)
    answered: rx.Field[int] = rx.field(0)
    question: rx.Field[QuestionView] = rx.field(default_factory=QuestionView)
    verdict: rx.Field[VerdictView] = rx.field(default_factory=VerdictView)
    level: rx.Field[LevelView] = rx.field(default_factory=LevelView)
    problem: rx.Field[str] = rx.field("")
    """Why the last input was not an answer yet; nothing was counted."""

    @rx.var
    def progress(self) -> int:
        """Share of the deck answered, 0..100."""
        return 100 * self.answered // self.deck.size if self.deck.size else 0

    @rx.event
    async def begin(self):
        """Show the deck in the address where it was left. Runs again on every reconnect."""
        actor = await self._actor(*STUDENTS)
        if self.deck.session_id != segment(self.router.url.path, 1):
            self._show(PlayView())
            yield
        try:
            view = await asyncio.to_thread(practice.resume, actor, self._session_id())
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)
            return
        if view.completed:
            yield rx.redirect(routes.practice_results(view.session_id), replace=True)
            return
        self._show(view)

    @rx.event
    async def answer(self, form: dict[str, str]):
        """Hand the answer in and show how it went."""
        actor = await self._actor(*STUDENTS)
        position, answer = whole(words(form, "position")), given(form)
        went = await asyncio.to_thread(
            practice.submit_answer, actor, self._session_id(), position, answer
        )
        self.problem = went.feedback
        self.answered = went.answered
        if went.counted:
            self.verdict, self.level = went.verdict, went.level
            await tell_company(self)

    @rx.event
    async def hint(self, position: int, number: int):
        """Show one more hint."""
        actor = await self._actor(*STUDENTS)
        view = await asyncio.to_thread(
            practice.hint, actor, self._session_id(), whole(position), whole(number)
        )
        self._show(view)

    @rx.event
    async def reveal(self, position: int):
        """Show the solution instead of answering."""
        actor = await self._actor(*STUDENTS)
        went = await asyncio.to_thread(practice.reveal, actor, self._session_id(), whole(position))
        self.problem = ""
        self.answered, self.verdict, self.level = went.answered, went.verdict, went.level
        await tell_company(self)

    @rx.event
    async def go_on(self, position: int):
        """Leave the verdict behind: the next question, or the results after the last one."""
        actor = await self._actor(*STUDENTS)
        view = await asyncio.to_thread(
            practice.next_question, actor, self._session_id(), whole(position)
        )
        if view.completed:
            return rx.redirect(routes.practice_results(view.session_id), replace=True)
        self._show(view)
        return None if view.question.typed else rx.set_focus("question")

    @rx.event
    async def take_back(self, position: int):
        """Take a wrong key back: the question is open again."""
        actor = await self._actor(*STUDENTS)
        view = await asyncio.to_thread(
            practice.take_back, actor, self._session_id(), whole(position)
        )
        self._show(view)
        return None if view.question.typed else rx.set_focus("question")

    def _session_id(self) -> UUID:
        return identity(segment(self.router.url.path, 1))

    def _show(self, view: PlayView) -> None:
        self.deck, self.answered = view.deck, view.answered
        self.question, self.verdict, self.level = view.question, view.verdict, view.level
        self.problem = ""


def _subject(word: str) -> Subject:
    try:
        return Subject(word)
    except ValueError:
        raise Invalid from None


def _grade(word: str) -> int | None:
    """A grade as it is chosen, or all of them."""
    if word == practice.ALL_GRADES:
        return None
    grade = whole(word)
    if grade not in GRADES:
        raise Invalid
    return grade


def _page(actor: Actor, skill: str) -> SkillPageView:
    """The page of a skill; an empty one if there is no such skill."""
    try:
        return practice.skill_page(actor, skill)
    except NotFound:
        return SkillPageView()
