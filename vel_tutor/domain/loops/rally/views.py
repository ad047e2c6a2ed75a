"""What a screen may hold about rallies: names that are made up for one board and one week."""

from dataclasses import dataclass, field

from vel_tutor.domain.loops.views import LinkDeckView
from vel_tutor.vocabulary import BoardStage


@dataclass(frozen=True)
class PlaceView:
    """One line of a board."""

    name: str = ""
    rank: int = 0
    points: int = 0
    is_you: bool = False
    is_new: bool = False
    """Came behind an invitation a moment ago."""


@dataclass(frozen=True)
class BoardView:
    """One board as one person sees it."""

    stage: str = BoardStage.LOADING.value
    subject: str = ""
    title: str = ""
    """ "Math, Grades 6 to 8"."""
    headline: str = ""
    advice: str = ""
    """What would bring them further, or onto the board."""
    players: int = 0
    needed: int = 0
    rank: int = 0
    points: int = 0
    name: str = ""
    """What the others see of them."""
    top: tuple[PlaceView, ...] = ()
    near: tuple[PlaceView, ...] = ()
    """Around them, when they stand below the top."""
    newcomer: str = ""
    may_invite: bool = False
    until: str = ""


@dataclass(frozen=True)
class QuizView(LinkDeckView):
    """The page behind a rally link."""

    subject: str = ""
    percent: int = 0
    headline: str = ""
    points: int = 0
    board: BoardView = field(default_factory=BoardView)
