"""What a screen may hold about adaptive tests.

No view of a running test says whether an answer was right. Texts called `html` are safe to put
into a page as they are: our own words with MathML in them.
"""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.domain.practice.views import QuestionView
from vel_tutor.vocabulary import Subject

NOTHING_ASKED = QuestionView()


@dataclass(frozen=True)
class TakerView:
    """Somebody the actor may take a test for; an empty `name` is the actor."""

    id: str = ""
    name: str = ""
    grade: int = -1
    """-1 where it is not known."""


@dataclass(frozen=True)
class OpenTestView:
    """A test that waits to be gone on with."""

    test_id: str = ""
    title: str = ""
    subject: str = ""
    whose: str = ""
    """The child's first name; empty for one's own."""
    words: str = ""
    """How far it has come."""
    percent: int = 0


@dataclass(frozen=True)
class PastTestView:
    """A test that was handed in."""

    test_id: str = ""
    title: str = ""
    subject: str = ""
    whose: str = ""
    on: str = ""
    words: str = ""
    """Its scale score with the band, or why there is none."""
    is_scored: bool = False


@dataclass(frozen=True)
class OverviewView:
    """The page where tests are chosen."""

    takers: tuple[TakerView, ...] = ()
    waiting: tuple[OpenTestView, ...] = ()
    past: tuple[PastTestView, ...] = ()


@dataclass(frozen=True)
class SittingView:
    """Where one test stands; `stage` (see `vocabulary.SittingStage`) says which fields matter."""

    test_id: str = ""
    title: str = ""
    subject: str = ""
    whose: str = ""
    """The child's first name when a parent looks; empty for one's own."""
    stage: str = ""
    part: int = 0
    """The part under way, or the next one while none is."""
    parts: int = 0
    part_size: int = 0
    number: int = 0
    """Of the question on show in the whole test, from 1."""
    percent: int = 0
    """How much of the longest possible test is behind."""
    question: QuestionView = NOTHING_ASKED
    problem: str = ""
    """Why the last input was no answer yet."""
    is_timed: bool = False
    left_ms: int = 0
    """Of the part under way, as the server counts."""
    budget: str = ""
    """The time of the next part in words; empty where time does not count."""
    left: str = ""
    """The time left in words."""
    warning: str = ""
    """What to say out loud about the time; empty if nothing."""
    ran_out: bool = False
    """Whether the part before this one ended because its time was over."""
    answered: int = 0


@dataclass(frozen=True)
class AreaView:
    """One area of the subject in the results."""

    name: str = ""
    percent: int = -1
    """Of this area's work of the grade one is expected to get right; -1 where none is known."""
    low: int = 0
    high: int = 0
    """The band of one standard error."""
    asked: int = 0
    words: str = ""


@dataclass(frozen=True)
class SkillView:
    """One cell of the heatmap.

    `knowledge` is measured (questions of it were asked), inferred (what builds on it was shown to
    be known) or unknown, in which case `percent` is -1 and no claim is made.
    """

    skill: str = ""
    name: str = ""
    area: str = ""
    strand: str = ""
    grade: int = 0
    knowledge: str = "unknown"
    percent: int = -1
    asked: int = 0
    right: int = 0
    words: str = ""
    """The whole cell in words, for a label: "Adding fractions: about 62 %, from 2 questions"."""


@dataclass(frozen=True)
class StrengthView:
    """Something that went well."""

    name: str = ""
    words: str = ""


@dataclass(frozen=True)
class GistView:
    """What others may tell of a scored test to whoever took it."""

    title: str
    next_skill: str = ""
    """The first of the next steps; empty where there is none."""
    next_name: str = ""


@dataclass(frozen=True)
class NextStepView:
    """One thing to do next: a deck that exists, and why this one.

    `subject`, `grade`, `skill` and `size` are a `practice.DeckChoice`.
    """

    subject: str = ""
    grade: int = 0
    skill: str = ""
    size: int = 5
    name: str = ""
    kind: str = ""
    """`gap`, `ready` or `firm`: missing, next in line, or to make sure."""
    why: str = ""
    path: str = ""
    """Where the deck starts."""


@dataclass(frozen=True)
class ResultsView:
    """What a test came to.

    Every figure comes with what it rests on. With `is_low_effort` there is no percentile and no
    share card, and the test can be taken again at once.
    """

    test_id: str = ""
    title: str = ""
    subject: str = ""
    grade: int = 0
    grade_words: str = ""
    whose: str = ""
    """The child's first name when a parent looks; empty for one's own."""
    on: str = ""
    headline: str = ""
    scale: int = 0
    scale_low: int = 0
    scale_high: int = 0
    """The band of one standard error: two of three times the true score lies in it."""
    is_wide_band: bool = False
    """Whether two ways of scoring differ enough to widen the band."""
    scale_words: str = ""
    domain_percent: int = 0
    domain_words: str = ""
    percentile: int = 0
    """1..99; 0 for none."""
    percentile_low: int = 0
    percentile_high: int = 0
    percentile_words: str = ""
    group: str = ""
    """Whom the percentile compares with, with n and what it rests on."""
    norm_n: int = 0
    is_provisional: bool = True
    is_low_effort: bool = False
    effort_words: str = ""
    may_share: bool = False
    answered: int = 0
    """Questions that counted."""
    unknown: int = 0
    """Times of "I don't know"."""
    minutes: int = 0
    change: str = ""
    """Compared with the test before; empty for a first one."""
    areas: tuple[AreaView, ...] = ()
    skills: tuple[SkillView, ...] = ()
    strengths: tuple[StrengthView, ...] = ()
    advice: str = ""
    """An opening to the next steps."""
    advice_by: str = ""
    """Who worded it: our rules or a model."""
    next_steps: tuple[NextStepView, ...] = ()


@dataclass(frozen=True)
class CarefulTest:
    """One scored test that says something about its taker."""

    test_id: UUID
    subject: Subject
    grade: int
    percent: int
    """Of the grade's questions they would get right, 0..100."""
