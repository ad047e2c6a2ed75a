"""What decks come to, finished or not."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vel_tutor.domain.practice.views.skills import LevelView
from vel_tutor.domain.practice.views.solving import StepView
from vel_tutor.vocabulary import Subject


@dataclass(frozen=True)
class UnfinishedView:
    """A deck that waits to be finished."""

    session_id: str = ""
    title: str = ""
    subject: str = ""
    answered: int = 0
    size: int = 0
    percent: int = 0


@dataclass(frozen=True)
class VisitView:
    """A stretch of learning that goes on."""

    id: UUID
    started_at: datetime


@dataclass(frozen=True)
class ScoreView:
    """Where a deck stands, for people who may know it."""

    session_id: UUID
    title: str
    subject: Subject
    grade: int
    skill: str
    size: int
    answered: int
    correct: int
    percent: int
    completed: bool
    spent_ms: int


@dataclass(frozen=True)
class XpLineView:
    """One cause of XP."""

    words: str = ""
    amount: int = 0


@dataclass(frozen=True)
class AnsweredView:
    """One question of a finished deck."""

    number: int = 0
    skill: str = ""
    html: str = ""
    passage: str = ""
    figure: str = ""
    alt: str = ""
    right: bool = False
    help: str = ""
    yours: str = ""
    key: str = ""
    feedback: str = ""
    steps: tuple[StepView, ...] = ()
    spent: str = ""
    usual: str = ""
    """The median of all answers to its kind, or what its author expects: it says which."""
    pace: str = ""
    """Faster, slower, or as usual."""


@dataclass(frozen=True)
class AdviceView:
    """The skill to practise next, why, and where; empty when nothing stands out."""

    skill: str = ""
    words: str = ""
    path: str = ""


@dataclass(frozen=True)
class ResultsView:
    """A finished deck: the score, the time, the XP and every question."""

    session_id: str = ""
    title: str = ""
    subject: str = ""
    grade: int = 0
    skill: str = ""
    size: int = 0
    correct: int = 0
    percent: int = 0
    unaided: int = 0
    """Right answers without a hint."""
    spent: str = ""
    expected: str = ""
    headline: str = ""
    advice: AdviceView = AdviceView()
    xp: int = 0
    xp_lines: tuple[XpLineView, ...] = ()
    xp_note: str = ""
    skills: tuple[LevelView, ...] = ()
    """How well the skills of the deck go by now, where enough is known; empty for guests."""
    streak: int = 0
    level: int = 1
    level_percent: int = 0
    questions: tuple[AnsweredView, ...] = ()


@dataclass(frozen=True)
class Deed:
    """One finished deck that was practice: neither rushed through nor repeated for its XP."""

    session_id: UUID
    subject: Subject
    percent: int
    is_perfect: bool
    """Eight questions or more, all right and without help."""
    was_low_before: bool
    """Of a deck all right: less than half was right in one of the same skill before."""
    on: date
    """The learner's day it counts for."""
    hour: int
    """By the clock on the wall where they live, 0..23."""
    subjects_that_week: int
    """How many subjects had been practised that week by then."""
