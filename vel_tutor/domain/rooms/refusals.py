"""What rooms refuse, in words for whoever meets it."""

from vel_tutor.core.errors import Conflict, Invalid, NotAllowed, NotFound


class NotSocial(NotAllowed):
    words = "Being with others is switched off for you. A parent can switch it on."
    code = "not_social"


class RoomFull(Conflict):
    words = "This room is full. There are others, or open one of your own."
    code = "room_full"


class RoomBarred(NotAllowed):
    words = "You were put out of this room, and may come back after 30 days."
    code = "room_barred"


class TooManyRooms(Conflict):
    words = "You are in twenty rooms. Leave one before you join another."
    code = "too_many_rooms"


class TooManyKept(Conflict):
    words = "You look after three rooms. Close or hand over one first."
    code = "too_many_kept"


class KeeperNeeded(Conflict):
    words = "You look after this room. Hand it over or close it."
    code = "keeper_needed"


class NotOpenYet(Conflict):
    words = "The doors open ten minutes before it begins."
    code = "not_open_yet"


class NameOdd(Invalid):
    words = "A name has 3 to 40 letters, digits or spaces."
    code = "name_odd"


class TimeOdd(Invalid):
    words = "Choose a day and a time from 15 minutes to 60 days ahead."
    code = "time_odd"


class NotInside(NotFound):
    words = "They are not in this room any more."
    code = "not_inside"
