"""Rooms of many: study groups, standing clubs of the house, and watch-parties around a class.

Nobody writes anything in a room but for a handful of signs. Minors and adults are never in one
room; below ten players a board shows nobody but oneself.
"""

from vel_tutor.domain.rooms.cheering import SIGNS, cheer
from vel_tutor.domain.rooms.counting import count
from vel_tutor.domain.rooms.entering import forget, join, leave, leave_if_hidden
from vel_tutor.domain.rooms.events import (
    RoomAdvanced,
    RoomChanged,
    RoomClosed,
    RoomGoalReached,
    RoomJoined,
    RoomLeft,
    RoomOpened,
)
from vel_tutor.domain.rooms.goers import GOERS
from vel_tutor.domain.rooms.hall import faces, members, put_result_away, room
from vel_tutor.domain.rooms.inviting import invite, invitees
from vel_tutor.domain.rooms.keeping import close, remove, rename, report_member, report_room
from vel_tutor.domain.rooms.opening import RoomForm, found_clubs, open_group
from vel_tutor.domain.rooms.parties import (
    PartyForm,
    class_called_off,
    classes_of,
    close_over,
    open_party,
    remind,
    remind_due,
)
from vel_tutor.domain.rooms.refusals import (
    KeeperNeeded,
    NameOdd,
    NotInside,
    NotOpenYet,
    NotSocial,
    RoomBarred,
    RoomFull,
    TimeOdd,
    TooManyKept,
    TooManyRooms,
)
from vel_tutor.domain.rooms.reviewing import rooms_for_staff, take_down
from vel_tutor.domain.rooms.rules import WITHIN
from vel_tutor.domain.rooms.shelf import browse
from vel_tutor.domain.rooms.sweeping import check_counts, forget_old
from vel_tutor.domain.rooms.views import ReviewedRoomView

__all__ = [
    "GOERS",
    "SIGNS",
    "WITHIN",
    "KeeperNeeded",
    "NameOdd",
    "NotInside",
    "NotOpenYet",
    "NotSocial",
    "PartyForm",
    "ReviewedRoomView",
    "RoomAdvanced",
    "RoomBarred",
    "RoomChanged",
    "RoomClosed",
    "RoomForm",
    "RoomFull",
    "RoomGoalReached",
    "RoomJoined",
    "RoomLeft",
    "RoomOpened",
    "TimeOdd",
    "TooManyKept",
    "TooManyRooms",
    "browse",
    "check_counts",
    "cheer",
    "class_called_off",
    "classes_of",
    "close",
    "close_over",
    "count",
    "faces",
    "forget",
    "forget_old",
    "found_clubs",
    "invite",
    "invitees",
    "join",
    "leave",
    "leave_if_hidden",
    "members",
    "open_group",
    "open_party",
    "put_result_away",
    "remind",
    "remind_due",
    "remove",
    "rename",
    "report_member",
    "report_room",
    "room",
    "rooms_for_staff",
    "take_down",
]
