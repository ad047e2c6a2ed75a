"""What a screen may hold about practice.

Texts called `html` are safe to put into a page as they are: our own words with MathML in them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vel_tutor.vocabulary import Subject


@dataclass(frozen=True)
class SkillView:
    """A skill one can practise."""

    id: str = ""
    name: str = ""
    strand: str = ""
    subject: str = ""
    grade: int = 0


@dataclass(frozen=True)
class SkillCardView:
    """A skill to choose, and how well it goes for whoever chooses."""

    id: str = ""
    name: str = ""
    strand: str = ""
    grade: str = ""
    path: str = ""
    mastery: str = ""
    """A word of `Mastery`, or `inferred`: what its colour and sign go by."""
    words: str = ""
    percent: int = 0
    answers: int = 0
    note: str = ""
    """Why now: it comes back, or it is nearly forgotten."""


@dataclass(frozen=True)
class StrandView:
    """The skills of a strand."""

    name: str = ""
    skills: tuple[SkillCardView, ...] = ()
    known: str = ""
    """How many of them are known, of how many."""


@dataclass(frozen=True)
class ChipView:
    """One of a few to choose from."""

    value: str = ""
    words: str = ""
    label: str = ""
    """The same, to be read aloud."""


@dataclass(frozen=True)
class BrowseView:
    """What there is to practise in a subject: the grades, and the strands of those chosen."""

    subject: str = ""
    grade: str = ""
    """The grade as a number, or `all`."""
    grades: tuple[ChipView, ...] = ()
    mixed_grade: int = 0
    """The grade a mixed deck is dealt from."""
    mixed_name: str = ""
    strands: tuple[StrandView, ...] = ()
    found: str = ""
    """How many skills these are."""
    back: str = ""
    """What comes back by now, in words; empty for nothing."""


@dataclass(frozen=True)
class ExampleView:
    """A question worked out line by line, and what tempts people in it."""

    html: str = ""
    passage: str = ""
    figure: str = ""
    alt: str = ""
    key: str = ""
    steps: tuple["StepView", ...] = ()


@dataclass(frozen=True)
class SlipView:
    """A wrong answer people really give, and what is wrong with it."""

    answer: str = ""
    why: str = ""


@dataclass(frozen=True)
class SkillPageView:
    """One skill: what it is, how it is done, what it needs; without an id there is none."""

    card: SkillCardView = SkillCardView()
    subject: str = ""
    grade: int = 0
    about: str = ""
    examples: tuple[ExampleView, ...] = ()
    slips: tuple[SlipView, ...] = ()
    needs: tuple[SkillCardView, ...] = ()
    leads_to: tuple[SkillCardView, ...] = ()


@dataclass(frozen=True)
class LevelView:
    """How well a skill goes: the level in words, and a bar of 0..100 that moves smoothly."""

    skill: str = ""
    name: str = ""
    mastery: str = ""
    """The level the answers speak for, as a word of `Mastery`."""
    words: str = ""
    percent: int = 0
    answers: int = 0


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
class StepView:
    """One line of a worked solution: a sentence, and what it claims."""

    html: str = ""
    maths: str = ""


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
    level: LevelView = LevelView()

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
    level: LevelView = LevelView()


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
