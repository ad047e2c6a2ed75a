"""What a screen shows of a deck in play, made from its rows and the content of its questions.

Nothing here tells the right answer before the question has been answered.
"""

from dataclasses import replace
from datetime import datetime

from vel_tutor import content
from vel_tutor.domain.mastery import SkillStanding
from vel_tutor.domain.practice import asking, rules
from vel_tutor.domain.practice.views import (
    AnswerView,
    LevelView,
    PlayView,
    QuestionView,
    ScoreView,
    StepView,
    UnfinishedView,
    VerdictView,
)
from vel_tutor.media import maths, passages
from vel_tutor.models.practice import PracticeQuestion, PracticeSession, SkillLevel
from vel_tutor.vocabulary import Subject

_SUBJECT_WORDS = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}


def title(session: PracticeSession) -> str:
    """What the deck is called."""
    if session.skill:
        return content.skill(session.skill).name
    return f"Mixed {_SUBJECT_WORDS[session.subject].lower()}, grade {session.grade}"


def level(standing: SkillStanding, known: SkillLevel | None) -> LevelView:
    """The level of one skill, and its bar; without any answer yet, a new one."""
    average = known.average if known else rules.LEVEL_START
    return LevelView(
        skill=standing.skill,
        name=content.skill(standing.skill).name,
        mastery=standing.level,
        words=standing.words,
        percent=round(100 * average),
        answers=known.answers if known else 0,
    )


def unfinished(session: PracticeSession) -> UnfinishedView:
    """A deck to go on with."""
    return UnfinishedView(
        session_id=str(session.id),
        title=title(session),
        subject=session.subject,
        answered=session.answered,
        size=session.size,
        percent=rules.percent(session.answered, session.size),
    )


def question(row: PracticeQuestion, now: datetime) -> QuestionView:
    """The question as it is asked, with the hints asked for and the time spent so far."""
    item = content.instance(row.family, row.seed)
    return replace(
        asking.asked(item, row.position),
        hints=tuple(maths.to_html(hint) for hint in item.hints[: row.hints_used]),
        hints_left=rules.HINTS - row.hints_used,
        spent_ms=rules.spent_ms(row.spent_ms, row.clock_since, now),
        comes_back=row.comes_back,
    )


def verdict(row: PracticeQuestion) -> VerdictView:
    """How an answered question went."""
    item = content.instance(row.family, row.seed)
    right = bool(row.was_right)
    return VerdictView(
        shown=True,
        position=row.position,
        right=right,
        revealed=row.was_revealed,
        hinted=row.hints_used > 0,
        heading=_heading(row),
        picked=_picked(item, row),
        right_pick=next((at for at, one in enumerate(item.choices) if one.right), -1),
        marks=_marks(item, row),
        html="" if right or row.was_revealed else _why(item, row),
        yours=_yours(item, row),
        key=maths.to_html(item.key),
        steps=steps(item),
    )


def _heading(row: PracticeQuestion) -> str:
    if row.was_revealed:
        return "Here is how it goes"
    if not row.was_right:
        return "Not quite"
    return "Right, with a hint" if row.hints_used else "Right!"


def _why(item: content.Item, row: PracticeQuestion) -> str:
    """Why what was answered is tempting and wrong."""
    return maths.to_html(content.check(item, row.answer).feedback)


def _yours(item: content.Item, row: PracticeQuestion) -> str:
    """The answer given, as it was shown or typed."""
    text = content.in_words(item, row.answer)
    return maths.to_html(text) if item.choices or item.parts else maths.plain(text)


def _marks(item: content.Item, row: PracticeQuestion) -> tuple[str, ...]:
    """How to show each choice: right, picked and wrong, or neither."""
    picked = row.answer.split("|")
    return tuple(
        "right" if choice.right else "wrong" if str(at) in picked else "dim"
        for at, choice in enumerate(item.choices)
    )


def _picked(item: content.Item, row: PracticeQuestion) -> int:
    """The position of the one choice taken, or -1."""
    position = int(row.answer) if item.choices and row.answer.isdecimal() else -1
    return position if position < len(item.choices) else -1


def steps(item: content.Item) -> tuple[StepView, ...]:
    """The worked solution, ready to show."""
    return tuple(
        StepView(maths.to_html(step.sentence), passages.claim(item.passage, step.lhs, step.rhs))
        for step in item.steps
    )


def mark(row: PracticeQuestion) -> rules.Mark:
    """How an answered question went, for the rules."""
    return rules.Mark(
        right=bool(row.was_right),
        hinted=row.hints_used > 0,
        revealed=row.was_revealed,
        spent_ms=row.spent_ms,
    )


def answer(
    session: PracticeSession,
    row: PracticeQuestion | None,
    feedback: str = "",
    known: LevelView | None = None,
    *,
    is_slip: bool = False,
) -> AnswerView:
    """What became of an answer; without a `row` it could not be read as one.

    `is_slip` says that it may still be taken back.
    """
    return AnswerView(
        counted=row is not None,
        feedback=feedback,
        right=bool(row and row.was_right),
        verdict=replace(verdict(row), is_slip=is_slip) if row else VerdictView(),
        answered=session.answered,
        correct=session.correct,
        size=session.size,
        completed=session.completed_at is not None,
        level=known or LevelView(),
    )


def play(
    session: PracticeSession, row: PracticeQuestion, known: LevelView, now: datetime
) -> PlayView:
    """The deck with the question of `row` on show, or with its verdict once it is answered."""
    return PlayView(
        session_id=str(session.id),
        title=title(session),
        subject=session.subject,
        size=session.size,
        answered=session.answered,
        correct=session.correct,
        completed=session.completed_at is not None,
        question=question(row, now),
        verdict=verdict(row) if row.answered_at else VerdictView(),
        level=known,
    )


def score(session: PracticeSession, spent_ms: int) -> ScoreView:
    """Where the deck stands."""
    return ScoreView(
        session_id=session.id,
        title=title(session),
        subject=session.subject,
        grade=session.grade,
        skill=session.skill,
        size=session.size,
        answered=session.answered,
        correct=session.correct,
        percent=rules.percent(session.correct, session.size),
        completed=session.completed_at is not None,
        spent_ms=spent_ms,
    )
