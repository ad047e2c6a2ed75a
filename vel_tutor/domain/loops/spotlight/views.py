"""What a screen may hold about a badge that is shown around."""

from dataclasses import dataclass, field

from vel_tutor.domain.loops.views import A_FRIEND, GradeView
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.vocabulary import GameStage


@dataclass(frozen=True)
class TryView:
    """The page behind the link of a badge, for whoever opened it."""

    stage: str = GameStage.LOADING.value
    words: str = ""
    sender: str = A_FRIEND
    badge: str = ""
    """Its key; the address of the page has it, too."""
    title: str = ""
    family: str = ""
    picture: str = ""
    task: str = ""
    grades: tuple[GradeView, ...] = ()
    grade: int = -1
    size: int = 0
    play: PlayView = field(default_factory=PlayView)
    feedback: str = ""
    correct: int = 0
    percent: int = 0
    """Of the way to the first level."""
    progress: str = ""
    is_guest: bool = True
    reward: str = ""
    cheer: bool = False
    results: str = ""
