"""Friends: asking and being asked, who sees whose name, blocking and reporting.

Other contexts ask here who is whose friend, what somebody may call somebody, who may meet at all,
and whom to leave out. All of it counts at the moment it is asked.
"""

from vel_tutor.domain.friends.events import (
    Blocked,
    FriendshipBegan,
    FriendshipEnded,
    Reported,
)
from vel_tutor.domain.friends.queries import (
    are_friends,
    friends_of,
    may_meet,
    names,
    reported_by,
    shut_out,
)
from vel_tutor.domain.friends.reporting import report

__all__ = [
    "Blocked",
    "FriendshipBegan",
    "FriendshipEnded",
    "Reported",
    "are_friends",
    "friends_of",
    "may_meet",
    "names",
    "report",
    "reported_by",
    "shut_out",
]
