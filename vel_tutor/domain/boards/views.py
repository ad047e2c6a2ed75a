"""What a screen may hold about leaderboards: names made up for one board and one week."""

from dataclasses import dataclass

from vel_tutor.vocabulary import BoardStage


@dataclass(frozen=True)
class RankView:
    """One line of a board."""

    name: str = ""
    rank: int = 0
    xp: int = 0
    accuracy: int = 0
    """Percent."""
    streak: int = 0
    wins: int = 0
    is_you: bool = False
    is_friend: bool = False
    moved: str = ""
    """`up`, `down`, `same` or nothing, against the day before."""
    by: int = 0
    """How many places."""
    zone: str = ""
    """In a league: `up` or `down` for places that lead to another tier."""
    words: str = ""
    """The move, to be read out."""


@dataclass(frozen=True)
class ClassView:
    """A class or room that has a board."""

    id: str = ""
    title: str = ""


@dataclass(frozen=True)
class WeekView:
    """How one past week ended for somebody."""

    id: str = ""
    week: str = ""
    board: str = ""
    rank: int = 0
    xp: int = 0
    medal: str = ""
    """`gold`, `silver`, `bronze` or nothing."""


@dataclass(frozen=True)
class LeaderboardView:
    """One board as one person sees it."""

    stage: str = BoardStage.LOADING.value
    board_id: str = ""
    scope: str = ""
    subject: str = ""
    title: str = ""
    who: str = ""
    """Who is compared: "Grades 9 to 12, newcomers"."""
    headline: str = ""
    total: int = 0
    needed: int = 0
    rank: int = 0
    xp: int = 0
    podium: tuple[RankView, ...] = ()
    lines: tuple[RankView, ...] = ()
    is_top: bool = False
    """The first ones are shown, not those around oneself."""
    shown: int = 0
    more: int = 0
    """How many more of the top there are to see."""
    overtake_xp: int = 0
    overtake_words: str = ""
    overtake_percent: int = 0
    left: str = ""
    """"2 days": how long the week still runs."""
    ends: str = ""
    tier: str = ""
    tiers: tuple[str, ...] = ()
    may_invite: bool = False
    may_leave: bool = False
    """Whether to be on boards is theirs to choose."""
    classes: tuple[ClassView, ...] = ()
    room: str = ""
    """Where the room is whose board this is."""
