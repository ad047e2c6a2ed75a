"""A deck in play: the question, the answer, the verdict."""

from dataclasses import dataclass, field

from vel_tutor.domain.practice.views.skills import LevelView
from vel_tutor.domain.practice.views.solving import StepView


@dataclass(frozen=True)
class DeckView:
    """What stays the same from the first question of a deck to the last."""

    session_id: str = ""
    title: str = ""
    subject: str = ""
    size: int = 0


@dataclass(frozen=True)
class ChoiceView:
    """One answer to choose; its position, as text, is what is handed in."""

    position: int = 0
    html: str = ""
    words: str = ""
    """The same, to be read aloud."""


@dataclass(frozen=True)
class PartView:
    """One part of an answer: what it is called, and what can be picked; nothing if it is typed."""

    position: int = 0
    html: str = ""
    words: str = ""
    options: tuple[ChoiceView, ...] = ()


@dataclass(frozen=True)
class CellView:
    """A cell of a table to fill: its words, or the position of the part it asks for."""

    html: str = ""
    part: int = -1
    words: str = ""
    """What the part is called."""


@dataclass(frozen=True)
class RowView:
    """A row of a table to fill."""

    head: bool = False
    cells: tuple[CellView, ...] = ()


@dataclass(frozen=True)
class QuestionView:
    """A question as it is asked."""

    position: int = 0
    looks: str = ""
    """A digest of all that is shown: what was typed goes with the question it was typed for."""
    number: int = 0
    kind: str = "choice"
    """How it is answered: `choice`, `multi`, `parts`, `table` or `typed`."""
    typed: bool = False
    write_like: str = ""
    """What an answer looks like, or how to give it."""
    html: str = ""
    passage: str = ""
    figure: str = ""
    alt: str = ""
    choices: tuple[ChoiceView, ...] = ()
    parts: tuple[PartView, ...] = ()
    grid: tuple[RowView, ...] = ()
    hints: tuple[str, ...] = ()
    """Those asked for so far."""
    hints_left: int = 0
    spent_ms: int = 0
    expected_s: int = 0
    skill: str = ""
    comes_back: bool = False
    """Asked because one like it was missed a while ago."""


@dataclass(frozen=True)
class VerdictView:
    """How an answer went, and the way to the right one; not `shown`, there is none yet."""

    shown: bool = False
    position: int = 0
    right: bool = False
    revealed: bool = False
    hinted: bool = False
    heading: str = ""
    html: str = ""
    """Why a wrong answer is tempting and wrong."""
    picked: int = -1
    """The position of the choice taken, and of the right one; -1 for none."""
    right_pick: int = -1
    marks: tuple[str, ...] = ()
    """For each choice whether to show it as `right`, `wrong` or `dim`."""
    yours: str = ""
    key: str = ""
    steps: tuple[StepView, ...] = ()
    is_slip: bool = False
    """For a few seconds it may be taken back as a wrong key."""


@dataclass(frozen=True)
class PlayView:
    """A deck in play: where it stands, and the question or the verdict on show."""

    session_id: str = ""
    title: str = ""
    subject: str = ""
    size: int = 0
    answered: int = 0
    correct: int = 0
    completed: bool = False
    question: QuestionView = QuestionView()
    verdict: VerdictView = VerdictView()
    level: LevelView = field(default_factory=LevelView)

    @property
    def deck(self) -> DeckView:
        return DeckView(self.session_id, self.title, self.subject, self.size)


@dataclass(frozen=True)
class AnswerView:
    """What became of an answer.

    `counted` is False when it could not be read as one; `feedback` then says what to write, and
    nothing was stored.
    """

    counted: bool
    feedback: str
    right: bool
    verdict: VerdictView
    answered: int
    correct: int
    size: int
    completed: bool
    level: LevelView = field(default_factory=LevelView)
