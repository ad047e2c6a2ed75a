"""What the parts of a leaderboard have in common."""

from dataclasses import dataclass

from reflex.vars import ObjectVar

from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.boards.views import LeaderboardView

View = ObjectVar[LeaderboardView]


@dataclass(frozen=True)
class Deeds:
    """What can be done on the page of a board."""

    on_top: Deed
    on_more: Deed
    on_me: Deed
    on_invite: Deed
    on_leave: Deed
    """Asks first."""
    on_come_back: Deed
    on_minute: Deed
