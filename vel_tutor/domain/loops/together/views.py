"""What screens show of who is learning, and of friends at the same questions."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SubjectNowView:
    """How many practise one subject right now."""

    subject: str = ""
    name: str = ""
    count: str = ""
    """ "12" or "a few"; empty for nobody."""
    faces: tuple[str, ...] = ()
    """Seeds of drawn faces, other ones each day; none as long as there are only a few."""


@dataclass(frozen=True)
class NowView:
    """How many learn right now; the same for everybody who looks."""

    words: str = ""
    """ "28 students practising now"; empty for nobody."""
    subjects: tuple[SubjectNowView, ...] = ()
    """Those somebody practises."""


@dataclass(frozen=True)
class FriendNowView:
    """What one friend is doing."""

    friend_id: str = ""
    name: str = ""
    seed: str = ""
    words: str = ""
    """ "is practising Fractions on a line"."""
    subject: str = ""
    away: bool = False
    can_join: bool = False


@dataclass(frozen=True)
class FriendsNowView:
    """The friends who are learning right now."""

    friends: tuple[FriendNowView, ...] = ()
    more: int = 0
    """Friends beyond those shown."""
    is_known: bool = False
    has_friends: bool = False
    is_off: bool = False
    """Whether the viewer has friends or being seen switched off: then they see nobody."""
    deck: str = ""
    """The way back to a deck begun with a friend; empty for none."""
    deck_words: str = ""


@dataclass(frozen=True)
class MateView:
    """Somebody else at the same questions."""

    name: str = ""
    seed: str = ""
    words: str = ""
    """ "3 of 10", or "10 of 10, done"."""
    percent: int = 0
    is_here: bool = False
    is_done: bool = False


@dataclass(frozen=True)
class CompanyView:
    """Who is at the same questions, as one of them sees it: counts, never answers."""

    deck_id: str = ""
    """Empty where there is no company to be had."""
    mates: tuple[MateView, ...] = ()
    is_host: bool = False
    is_alone: bool = False
    """Whether whose deck it is would rather be alone."""
    words: str = ""


@dataclass(frozen=True)
class MetView:
    """Somebody one has played with of late, and who is no friend yet."""

    id: str = ""
    """Of the game, not of the person."""
    name: str = ""
    seed: str = ""
    words: str = ""
    """ "A challenge, 20 November"."""
