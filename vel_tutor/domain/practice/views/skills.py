"""Skills to choose from, what one is, and how well it goes."""

from dataclasses import dataclass

from vel_tutor.domain.practice.views.solving import StepView


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
    steps: tuple[StepView, ...] = ()


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
