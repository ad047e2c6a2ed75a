"""What a screen may hold about notifications."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoticeView:
    """One thing somebody was told."""

    id: str
    kind: str
    title: str
    words: str
    path: str
    when: str
    """"today, 14:05"; in the reader's own zone."""
    is_new: bool
    """Not read yet."""


@dataclass(frozen=True)
class InboxView:
    """A page of notifications, the latest first."""

    notices: tuple[NoticeView, ...] = ()
    unread: int = 0
    more: str = ""
    """Where the next page begins; empty at the end."""


@dataclass(frozen=True)
class ChoiceView:
    """One kind of notification and the ways it may take."""

    kind: str
    words: str
    push: bool
    mail: bool
    may_push: bool
    """False for what only goes by mail."""
    may_mail: bool
    """Whether there is an address that may be written to."""


@dataclass(frozen=True)
class ChoicesView:
    """What somebody chose about notifications, and may choose."""

    choices: tuple[ChoiceView, ...] = ()
    is_minor: bool = False
    may_push: bool = False
    """False for a child whose parent has switched notices off."""
    devices: int = 0
    """Browsers that may be called."""
    quiet_from: str = ""
    quiet_until: str = ""
    """As 21:30; empty for no quiet hours of one's own."""
    push_key: str = ""
    """The public key a browser subscribes with; empty when there is none."""
