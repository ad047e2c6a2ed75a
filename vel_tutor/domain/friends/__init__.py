"""Friends: asking and being asked, who sees whose name, blocking and reporting.

Other contexts ask here who is whose friend, what somebody may call somebody, who may meet at all,
and whom to leave out. All of it counts at the moment it is asked.
"""

from vel_tutor.domain.friends.agreeing import accept, decline
from vel_tutor.domain.friends.asking import ask, ask_again, ask_person, door, withdraw
from vel_tutor.domain.friends.codes import renew as renew_code
from vel_tutor.domain.friends.ending import (
    block,
    block_behind,
    forget,
    remove,
    report_behind,
    switched,
    unblock,
)
from vel_tutor.domain.friends.events import (
    Blocked,
    FriendsAsked,
    FriendshipBegan,
    FriendshipEnded,
    FriendsSwitched,
    Reported,
)
from vel_tutor.domain.friends.leave import answer as answer_for_child
from vel_tutor.domain.friends.leave import wishes as wishes_of_child
from vel_tutor.domain.friends.listing import page
from vel_tutor.domain.friends.queries import (
    are_friends,
    friends_of,
    friendships_of,
    may_ask,
    may_meet,
    names,
    reported_by,
    shut_out,
)
from vel_tutor.domain.friends.refusals import (
    AskedMany,
    CodeOdd,
    FriendsFull,
    FriendsOff,
    TheirsFull,
)
from vel_tutor.domain.friends.reporting import report
from vel_tutor.domain.friends.reviewing import (
    ReportedView,
    count_waiting,
    reopen_reports,
    reported,
    reports_waiting,
    settle_reports,
    waiting_about,
)
from vel_tutor.domain.friends.views import (
    BlockView,
    CodeView,
    DoorView,
    FriendsView,
    FriendView,
    WishView,
)

__all__ = [
    "AskedMany",
    "BlockView",
    "Blocked",
    "CodeOdd",
    "CodeView",
    "DoorView",
    "FriendView",
    "FriendsAsked",
    "FriendsFull",
    "FriendsOff",
    "FriendsSwitched",
    "FriendsView",
    "FriendshipBegan",
    "FriendshipEnded",
    "Reported",
    "ReportedView",
    "TheirsFull",
    "WishView",
    "accept",
    "answer_for_child",
    "are_friends",
    "ask",
    "ask_again",
    "ask_person",
    "block",
    "block_behind",
    "count_waiting",
    "decline",
    "door",
    "forget",
    "friends_of",
    "friendships_of",
    "may_ask",
    "may_meet",
    "names",
    "page",
    "remove",
    "renew_code",
    "reopen_reports",
    "report",
    "report_behind",
    "reported",
    "reported_by",
    "reports_waiting",
    "settle_reports",
    "shut_out",
    "switched",
    "unblock",
    "waiting_about",
    "wishes_of_child",
    "withdraw",
]
