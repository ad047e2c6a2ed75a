"""What a screen may hold of a conversation with the tutor.

Texts called `html` are safe to put into a page as they are.
"""

from dataclasses import dataclass, field

from vel_tutor.domain.practice.views import QuestionView


@dataclass(frozen=True)
class TurnView:
    """One bubble."""

    number: int = 0
    mine: bool = False
    kind: str = ""
    """A word of `CoachTurn`."""
    html: str = ""
    claim: str = ""
    """What the step of an example claims, as a formula."""
    passage: str = ""
    figure: str = ""
    steps: tuple["StepLineView", ...] = ()
    by_model: bool = False
    reported: bool = False


@dataclass(frozen=True)
class StepLineView:
    """A line of a solution."""

    html: str = ""
    maths: str = ""


@dataclass(frozen=True)
class MoveView:
    """Something the learner can say by one press."""

    move: str = ""
    words: str = ""
    key: str = ""
    """The letter that does the same."""


@dataclass(frozen=True)
class MeterView:
    """The time that is left, and for how long it still runs if nothing happens."""

    left_ms: int = 0
    runs_ms: int = 0
    words: str = ""
    low: str = ""
    """`soon` from two minutes on, `last` when there is none; else empty."""


@dataclass(frozen=True)
class SummaryView:
    """What came of a conversation, and one thing to do next."""

    shown: bool = False
    headline: str = ""
    lines: tuple[str, ...] = ()
    took: str = ""
    skill: str = ""
    path: str = ""
    """The deck of that skill."""
    out_of_time: bool = False


@dataclass(frozen=True)
class ChatView:
    """The conversation that is open; without an id there is none."""

    id: str = ""
    number: int = 0
    """Turns so far: what a move answers to."""
    skill: str = ""
    subject: str = ""
    question: QuestionView = field(default_factory=QuestionView)
    is_open: bool = False
    """Whether the question on show waits for an answer."""
    fills: str = ""
    """The step of the example the learner is asked for, as a formula; empty for none."""
    turns: tuple[TurnView, ...] = ()
    moves: tuple[MoveView, ...] = ()
    may_say: bool = False
    """Whether a model takes part, so that words of one's own are understood."""
    meter: MeterView = MeterView()
    time_is_up: bool = False
    summary: SummaryView = SummaryView()


@dataclass(frozen=True)
class SkillPickView:
    """A skill to ask about."""

    id: str = ""
    name: str = ""
    words: str = ""


@dataclass(frozen=True)
class AboutView:
    """The very question somebody comes with."""

    html: str = ""
    skill: str = ""


@dataclass(frozen=True)
class DeskView:
    """Before a conversation: the time there is, and what to ask about."""

    loaded: bool = False
    left: str = ""
    can_start: bool = False
    is_trial: bool = False
    price: str = ""
    """What more time costs."""
    open_skill: str = ""
    """What the open conversation is about; empty for none."""
    about: AboutView = AboutView()
    heading: str = ""
    """What the skills below are."""
    skills: tuple[SkillPickView, ...] = ()
    by_model: bool = False
