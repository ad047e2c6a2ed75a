"""What a screen may hold of rooms: made-up names, numbers, and words for them."""

from dataclasses import dataclass, field
from typing import ClassVar

from vel_tutor.domain.practice.views import QuestionView, StepView
from vel_tutor.vocabulary import BoardStage, HallStage, Subject


class RoomNames:
    """The words of which students make a room's name; nobody under age writes one."""

    FIRST: ClassVar[dict[Subject, tuple[str, ...]]] = {
        Subject.MATH: ("Algebra", "Fraction", "Geometry", "Number", "Pattern", "Percent"),
        Subject.READING: ("Story", "Poetry", "Novel", "Chapter", "Word", "Library"),
        Subject.SCIENCE: ("Bio", "Atom", "Planet", "Physics", "Weather", "Lab"),
    }
    SECOND = ("Aces", "Squad", "Crew", "Explorers", "Owls", "Sailors", "Builders", "Sparks")


@dataclass(frozen=True)
class RoomCardView:
    """One room on the shelf."""

    slug: str = ""
    name: str = ""
    subject: str = ""
    about: str = ""
    """ "Study group, Grades 6 to 8"."""
    members: str = ""
    active: str = ""
    """ "A few here now"; empty for nobody."""
    when: str = ""
    """When a party is, by the reader's clock."""
    is_live: bool = False
    """A party that is open right now."""


@dataclass(frozen=True)
class ShelfView:
    """The rooms that one person may know of."""

    is_shut: bool = False
    """Being with others is switched off for them."""
    mine: tuple[RoomCardView, ...] = ()
    coming: tuple[RoomCardView, ...] = ()
    rooms: tuple[RoomCardView, ...] = ()
    more: str = ""
    """Where the next page begins; empty on the last."""
    may_open: bool = False
    may_type: bool = False
    """Whether they may give a room any name, for any age."""


@dataclass(frozen=True)
class FaceView:
    """Somebody who is in the room right now."""

    name: str = ""
    seed: str = ""
    away: bool = False


@dataclass(frozen=True)
class MemberView:
    """Somebody who belongs to the room."""

    id: str = ""
    """Only for those who may do something about it, or report it."""
    name: str = ""
    seed: str = ""
    is_you: bool = False
    is_keeper: bool = False
    is_friend: bool = False
    may_remove: bool = False


@dataclass(frozen=True)
class LineView:
    """One line of the board of a room."""

    name: str = ""
    rank: int = 0
    points: int = 0
    is_you: bool = False


@dataclass(frozen=True)
class WeekView:
    """What a room wants to reach in this week."""

    goal: int = 0
    done: int = 0
    percent: int = 0
    words: str = ""
    until: str = ""
    is_reached: bool = False
    result: str = ""
    """What came of last week, until it is put away."""
    board: str = BoardStage.LOADING.value
    board_words: str = ""
    lines: tuple[LineView, ...] = ()
    own: LineView = field(default_factory=LineView)
    xp_board: str = ""
    """Where the room is compared by XP; only for those who are on that board."""


@dataclass(frozen=True)
class LessonView:
    """One question that a party looks at together, and the way to its answer."""

    of: int = 0
    question: QuestionView = field(default_factory=QuestionView)
    key: str = ""
    steps: tuple[StepView, ...] = ()


@dataclass(frozen=True)
class PartyView:
    """A scheduled room around a class."""

    is_party: bool = False
    when: str = ""
    opens: str = ""
    has_begun: bool = False
    is_reminded: bool = False
    seconds: int = 0
    """Until the next thing happens: the doors open, it begins, the next question, the end."""
    place: str = ""
    """Address of the video room; only for those who have a seat in the class."""
    lesson: LessonView = field(default_factory=LessonView)


@dataclass(frozen=True)
class HallView:
    """One room as one person sees it."""

    stage: str = HallStage.LOADING.value
    words: str = ""
    room_id: str = ""
    slug: str = ""
    link: str = ""
    """The room's address, to hand on."""
    name: str = ""
    subject: str = ""
    about: str = ""
    members: str = ""
    active: str = ""
    is_member: bool = False
    is_keeper: bool = False
    is_only_keeper: bool = False
    has_heir: bool = False
    """Whether somebody could keep the room after them."""
    may_rename: bool = False
    may_close: bool = False
    may_invite: bool = False
    may_cheer: bool = False
    week: WeekView = field(default_factory=WeekView)
    party: PartyView = field(default_factory=PartyView)
    faces: tuple[FaceView, ...] = ()
    people: tuple[MemberView, ...] = ()
    more: str = ""
    cheers: tuple[int, ...] = ()
    """How often each sign was given today, in the order of the signs."""


@dataclass(frozen=True)
class InviteeView:
    """A friend who may be asked into the room."""

    id: str = ""
    name: str = ""
    is_asked: bool = False


@dataclass(frozen=True)
class ClassChoiceView:
    """A class of a tutor's own that a party can be held around."""

    id: str = ""
    words: str = ""


@dataclass(frozen=True)
class ReviewedRoomView:
    """A room as the staff looks at it."""

    name: str = ""
    members: int = 0
    href: str = ""
    is_open: bool = False
