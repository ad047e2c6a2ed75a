"""Whatever happens to a deck: what the screen holds is what the database says."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading
from vel_tutor.domain import practice
from vel_tutor.domain.practice import DeckChoice, PracticeCompleted
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.models.practice import PracticeQuestion
from vel_tutor.vocabulary import Subject
from vt import week

FIVE = DeckChoice(subject=Subject.MATH, grade=4, skill="math.place_value", size=5)
MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)
SECONDS = st.integers(0, 90)

OFTEN = ("right", "next", "wrong", "next", "two tabs", "next", "reveal", "next")
SOMETIMES = ("unreadable", "reload", "pause", "hint", "second hint", "late answer")
DEEDS = st.tuples(st.sampled_from(OFTEN + SOMETIMES), SECONDS)


@dataclass
class Table:
    """A learner at a deck, and what we know must be true of it without asking the database."""

    actor: Actor
    screen: PlayView = field(default_factory=PlayView)
    at: datetime = MORNING
    right: list[bool] = field(default_factory=list)
    spent: dict[int, int] = field(default_factory=dict)

    @property
    def session(self) -> UUID:
        return UUID(self.screen.session_id)

    @property
    def position(self) -> int:
        return self.screen.question.position

    @property
    def is_open(self) -> bool:
        return not self.screen.verdict.shown

    def pass_time(self, seconds: int) -> None:
        self.at += timedelta(seconds=seconds)
        if self.is_open:
            self.spent[self.position] = self.spent.get(self.position, 0) + 1000 * seconds

    def text(self, *, right: bool) -> str:
        with reading() as tx:
            row = tx.session.exec(
                select(PracticeQuestion).where(
                    PracticeQuestion.session_id == self.session,
                    PracticeQuestion.position == self.position,
                )
            ).one()
        item = content.instance(row.family, row.seed)
        return week.answer_to(item, right=right)

    def hand_in(self, answer: str, position: int) -> None:
        before = self.screen
        went = practice.submit_answer(self.actor, self.session, position, answer)
        if not went.counted:
            return
        if position == before.question.position:
            self.screen = replace(
                before,
                verdict=went.verdict,
                level=went.level,
                answered=went.answered,
                correct=went.correct,
                completed=went.completed,
            )
            if not before.verdict.shown:
                self.right.append(went.right)


def _do(table: Table, deed: str) -> None:  # noqa: C901  (one case a deed)
    match deed:
        case "right" | "wrong":
            table.hand_in(table.text(right=deed == "right"), table.position)
        case "two tabs":
            table.hand_in(table.text(right=True), table.position)
            table.hand_in(table.text(right=False), table.position)
        case "late answer" if table.position:
            table.hand_in("0", table.position - 1)
        case "unreadable":
            table.hand_in(" ", table.position)
        case "reveal" if table.is_open:
            went = practice.reveal(table.actor, table.session, table.position)
            table.screen = replace(
                table.screen,
                verdict=went.verdict,
                level=went.level,
                answered=went.answered,
                completed=went.completed,
            )
            table.right.append(False)
        case "hint" | "second hint" if table.is_open:
            number = 1 if deed == "hint" else 2
            table.screen = practice.hint(table.actor, table.session, table.position, number)
        case "next" if not table.is_open:
            table.screen = practice.next_question(table.actor, table.session, table.position)
        case "pause":
            practice.pause(table.actor, table.session)
            table.at += timedelta(hours=1)


def _timeless(view: PlayView) -> PlayView:
    """Without what only time changes: the clock, and the seconds for a wrong key."""
    return replace(
        view,
        question=replace(view.question, spent_ms=0),
        verdict=replace(view.verdict, is_slip=False),
    )


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(deeds=st.lists(DEEDS, min_size=10, max_size=40))
def test_a_screen_rebuilt_after_any_deed_is_the_screen_that_was(ada, published, deeds):
    published.clear()
    table = Table(ada)
    with clock.stopped(table.at):
        for left in practice.unfinished(ada):
            practice.drop(ada, UUID(left.session_id))
        table.screen = practice.open_session(ada, FIVE)

    for deed, seconds in deeds:
        table.pass_time(seconds)
        with clock.stopped(table.at):
            _do(table, deed)
        with clock.stopped(table.at):  # an hour later, after a pause
            rebuilt = practice.resume(ada, table.session)

        assert _timeless(rebuilt) == _timeless(table.screen)
        assert rebuilt.answered == len(table.right)
        assert rebuilt.correct == sum(table.right)
        if not rebuilt.verdict.shown:
            assert rebuilt.question.spent_ms == table.spent.get(rebuilt.question.position, 0)

    _compare_with_the_rows(table)
    finished = [event for event in published if isinstance(event, PracticeCompleted)]
    assert len(finished) == (len(table.right) == FIVE.size)


def _compare_with_the_rows(table: Table) -> None:
    with reading() as tx:
        rows = tx.session.exec(
            select(PracticeQuestion)
            .where(PracticeQuestion.session_id == table.session)
            .order_by(col(PracticeQuestion.position))
        ).all()
    answered = [row for row in rows if row.answered_at]
    assert [row.was_right for row in answered] == table.right
    assert [row.position for row in answered] == list(range(len(answered)))
    for row in answered:
        assert row.spent_ms == min(table.spent.get(row.position, 0), 600_000)
