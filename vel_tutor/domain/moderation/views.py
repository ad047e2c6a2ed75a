"""What a screen may hold of cases."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ChoiceView:
    """One way to decide a case."""

    verdict: str = ""
    words: str = ""
    sign: str = ""
    question: str = ""
    """Asked before it is done."""
    means: str = ""
    """What will happen, and whether it can be taken back."""
    is_hard: bool = False
    """It takes something from somebody."""


@dataclass(frozen=True)
class CaseView:
    """One case: what, about whom, since when, and what may be decided or was."""

    id: str = ""
    key: str = ""
    """Which line of a page it is: a thing may have been decided about more than once."""
    kind: str = ""
    title: str = ""
    about: str = ""
    """A made-up name and an age; nobody is named."""
    reasons: str = ""
    people: str = ""
    """How many reported it; empty where nobody does."""
    when: str = ""
    at: str = ""
    look: str = ""
    """The thing itself, in its own words."""
    state: str = ""
    """How it stands with it right now."""
    href: str = ""
    """Where it can be seen; empty for nowhere."""
    is_urgent: bool = False
    is_minor: bool = False
    may_read: bool = False
    """There is a conversation that may be opened, which is written down."""
    choices: tuple[ChoiceView, ...] = ()
    over: str = ""
    """What has become of it while it was on show; empty while it stands."""
    ruling_id: str = ""
    verdict: str = ""
    by: str = ""
    may_undo: bool = False


@dataclass(frozen=True)
class QueueView:
    """One page of cases."""

    cases: tuple[CaseView, ...] = ()
    waiting: int = 0
    """How many are open in all."""
    after: str = ""
    """Where the next page starts; empty on the last."""


@dataclass(frozen=True)
class NewsView:
    """What has become of the cases on show, and how many there are beside them."""

    cases: tuple[CaseView, ...] = ()
    """Those on show, in the same places."""
    new: int = 0
    waiting: int = 0
    """How many are open in all."""
