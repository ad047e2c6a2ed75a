"""What a screen may hold of classes. The room's address is for those who have a seat."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ClassView:
    """One class that is to come."""

    id: str = ""
    subject: str = ""
    title: str = ""
    band: str = ""
    when: str = ""
    tutor: str = ""
    """The tutor's first name."""
    seats_left: str = ""
    is_full: bool = False


@dataclass(frozen=True)
class SeatView:
    """A seat a parent has taken for a child."""

    id: str = ""
    title: str = ""
    child: str = ""
    when: str = ""
    tutor: str = ""
    place: str = ""
    may_give_up: bool = False
    until: str = ""
    """Until when it can be given up, in words."""


@dataclass(frozen=True)
class AttendeeView:
    """A child in a tutor's class."""

    name: str = ""
    grade: str = ""


@dataclass(frozen=True)
class OwnClassView:
    """A class of the tutor's own."""

    id: str = ""
    title: str = ""
    band: str = ""
    when: str = ""
    place: str = ""
    taken: str = ""
    attendees: tuple[AttendeeView, ...] = ()
    is_over: bool = False


@dataclass(frozen=True)
class BookingChild:
    """A child a parent may take a seat for."""

    id: str = ""
    name: str = ""


@dataclass(frozen=True)
class SamplerView:
    """The page of classes in one subject."""

    subject: str = ""
    title: str = ""
    classes: tuple[ClassView, ...] = ()
    children: tuple[BookingChild, ...] = ()
    seats: tuple[SeatView, ...] = ()
    passes: int = 0
    is_parent: bool = False
    is_guest: bool = True
