"""What a parent's pages hold of a child's learning. Every figure is true of a period it names."""

from dataclasses import dataclass, field

from vel_tutor.domain.diagnostics.views import PastTestView
from vel_tutor.domain.loops.proud_parent.views import WeekView


@dataclass(frozen=True)
class GlanceView:
    """One child on the parent's first page."""

    id: str = ""
    name: str = ""
    grade: str = ""
    headline: str = ""
    minutes: int = 0
    answers: int = 0
    streak: int = 0
    known: int = 0
    """Skills that are proficient or mastered."""
    tried: int = 0
    """Skills with any answer."""


@dataclass(frozen=True)
class SkillLineView:
    """How one skill stands."""

    name: str = ""
    subject: str = ""
    mastery: str = ""
    """A word of `Mastery`: what its colour and sign go by."""
    words: str = ""


@dataclass(frozen=True)
class DeckLineView:
    """A finished deck."""

    title: str = ""
    subject: str = ""
    words: str = ""
    on: str = ""


@dataclass(frozen=True)
class LevelCountView:
    """How many skills stand at one level."""

    mastery: str = ""
    words: str = ""
    count: int = 0


@dataclass(frozen=True)
class DayMarkView:
    """One of the last fourteen days."""

    letter: str = ""
    kind: str = ""
    """A word of `DayKind`; empty for a day without practice."""
    words: str = ""
    """What is read aloud."""


@dataclass(frozen=True)
class ProgressView:
    """A child's page: the week that runs, skills, the last decks and tests."""

    id: str = ""
    name: str = ""
    week: WeekView = field(default_factory=WeekView)
    days: tuple[DayMarkView, ...] = ()
    days_words: str = ""
    counts: tuple[LevelCountView, ...] = ()
    skills: tuple[SkillLineView, ...] = ()
    decks: tuple[DeckLineView, ...] = ()
    tests: tuple[PastTestView, ...] = ()
    tutor: str = ""
    """How long they have asked the tutor lately and about what; empty if they have not."""
