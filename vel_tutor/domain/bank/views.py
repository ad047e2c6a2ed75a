"""What the staff's screen may hold about the bank.

Texts called `html` are safe to put into a page as they are: our own words with MathML in them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class FamilyView:
    """One family in a list: what answers have taught about it, ready to read."""

    family_id: str = ""
    skill: str = ""
    subject: str = ""
    grade: str = ""
    """Empty for a family that has left the content."""
    format: str = ""
    live: int = 0
    answers: int = 0
    slope: str = ""
    shift: str = ""
    variance: str = ""
    median: str = ""
    exposure: str = ""
    """Of its most shown question, among the latest tests of its own grade."""
    flags: tuple[str, ...] = ()
    retired: str = ""
    """Why tests no longer draw from it; empty while they do."""


@dataclass(frozen=True)
class PageView:
    """One page of families."""

    families: tuple[FamilyView, ...] = ()
    total: int = 0
    """On all pages together."""
    after: str = ""
    """Where the next page starts; empty on the last."""


@dataclass(frozen=True)
class FactView:
    label: str = ""
    words: str = ""


@dataclass(frozen=True)
class LiveItemView:
    """One question tests may ask."""

    seed: int = 0
    difficulty: str = ""
    answers: int = 0
    shown: int = 0
    exposure: str = ""
    """By grade, among the latest tests."""


@dataclass(frozen=True)
class DetailView:
    """Everything about one family."""

    family: FamilyView = FamilyView()
    facts: tuple[FactView, ...] = ()
    live: tuple[LiveItemView, ...] = ()
    may_retire: bool = False
    may_bring_back: bool = False


@dataclass(frozen=True)
class OptionView:
    """One answer to a question, and what is said to who gives it."""

    html: str = ""
    right: bool = False
    misconception: str = ""
    feedback: str = ""


@dataclass(frozen=True)
class WorkedView:
    html: str = ""
    maths: str = ""


@dataclass(frozen=True)
class PartView:
    """One part of an answer: what it is called, and what can be picked for it."""

    label: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class PreviewView:
    """A question with all that stands behind it."""

    seed: int = -1
    """-1 where there is nothing to show."""
    html: str = ""
    passage: str = ""
    figure: str = ""
    options: tuple[OptionView, ...] = ()
    parts: tuple[PartView, ...] = ()
    grid: tuple[tuple[str, ...], ...] = ()
    key: str = ""
    hints: tuple[str, ...] = ()
    steps: tuple[WorkedView, ...] = ()
