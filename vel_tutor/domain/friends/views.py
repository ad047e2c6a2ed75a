"""What a screen may hold about friends."""

from dataclasses import dataclass, field

from vel_tutor.vocabulary import FriendDoor


@dataclass(frozen=True)
class CodeView:
    """Somebody's own friend code, in every form it may be sent in; no reward is promised."""

    link_id: str = ""
    code: str = ""
    address: str = ""
    text: str = ""
    subject: str = ""
    native_url: str = ""
    copy_text: str = ""
    whatsapp: str = ""
    sms: str = ""
    email: str = ""
    facebook: str = ""
    qr: str = ""


@dataclass(frozen=True)
class FriendView:
    """One friend."""

    id: str = ""
    """Of the friendship, not of the person."""
    name: str = ""
    seed: str = ""
    """What the picture is drawn from."""
    since: str = ""


@dataclass(frozen=True)
class WishView:
    """A question that waits: somebody asks, or was asked."""

    id: str = ""
    name: str = ""
    words: str = ""
    needs_answer: bool = True
    """Whether the reader has to say yes; else it waits for somebody else."""


@dataclass(frozen=True)
class BlockView:
    """Somebody who is kept away."""

    id: str = ""
    name: str = ""
    since: str = ""


@dataclass(frozen=True)
class FriendsView:
    """One page of somebody's friends, with what waits around it."""

    is_on: bool = False
    friends: tuple[FriendView, ...] = ()
    total: int = 0
    """All friends, whatever is looked for."""
    more: str = ""
    """Where the next page begins; empty on the last."""
    asking: tuple[WishView, ...] = ()
    asked: tuple[WishView, ...] = ()
    blocked: tuple[BlockView, ...] = ()
    own: CodeView = field(default_factory=CodeView)


@dataclass(frozen=True)
class DoorView:
    """The page behind a friend link."""

    stage: str = FriendDoor.LOADING.value
    name: str = ""
    words: str = ""
