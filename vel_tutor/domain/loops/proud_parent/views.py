"""What a screen may hold of a child's week, of invitations to parents, and of passes."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class StepView:
    """One skill that has improved."""

    name: str = ""
    subject: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class WeekView:
    """One week of one child, every figure true or absent."""

    when: str = ""
    """`this week`, `last week` or `in the week of 9 November`."""
    days: str = ""
    """Monday to Sunday, in words."""
    headline: str = ""
    is_empty: bool = True
    improved: int = 0
    steps: tuple[StepView, ...] = ()
    minutes: int = 0
    minutes_change: str = ""
    answers: int = 0
    answers_change: str = ""
    streak: int = 0


@dataclass(frozen=True)
class ProudView:
    """The page on which a parent looks at a week and may show it to friends."""

    child_id: str = ""
    name: str = ""
    """The child's first name: the parent knows it."""
    shows_name: bool = False
    """Whether the card names the child; a parent switches that on or off."""
    week: WeekView = field(default_factory=WeekView)
    is_last: bool = True
    """The last whole week is shown; else the one that runs."""
    card: str = ""
    alt: str = ""
    """What the card shows, in words."""
    text: str = ""
    """What the invitation would say."""
    may_share: bool = False
    passes: int = 0
    passes_words: str = ""


@dataclass(frozen=True)
class InvitedView:
    """What somebody sees who opens a parent's link."""

    stage: str = ""
    """`open`, `closed`, `own`, `parent` or `other`; empty until known."""
    words: str = ""
    headline: str = ""
    steps: tuple[StepView, ...] = ()
    minutes: int = 0
    streak: int = 0
    card: str = ""
    alt: str = ""


@dataclass(frozen=True)
class PassView:
    """What became of one family that was brought."""

    words: str = ""
    is_waiting: bool = False


@dataclass(frozen=True)
class StartView:
    """The way of a new parent from their own account to their child's first test."""

    stage: str = ""
    """`child`, `mail` or `test`; empty until known."""
    email: str = ""
    child_id: str = ""
    name: str = ""
    sign_in_name: str = ""
    grade: int = 0
    was_invited: bool = False
    """Another parent brought this one."""
    may_name: bool = False
    """That parent may be told the first name."""
