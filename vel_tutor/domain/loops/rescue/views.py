"""What a screen may hold about rescues. Members go by made-up names, guests by none."""

from dataclasses import dataclass, field

from vel_tutor.domain.loops.views import ShareView
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.vocabulary import DoorStage, RoomStage

BUDDY = "Your buddy"


@dataclass(frozen=True)
class TimeView:
    """Time that is left: for a clock that runs in the browser, and in words to be read out."""

    left_ms: int = 0
    words: str = ""


@dataclass(frozen=True)
class RiskView:
    """A streak that ends soon, unless something is practised today."""

    is_at_risk: bool = False
    streak: int = 0
    headline: str = ""
    left: TimeView = field(default_factory=TimeView)


@dataclass(frozen=True)
class PartnerView:
    """The other one in the room: that they are here and how far they are, never their answers."""

    has_come: bool = False
    is_here: bool = False
    name: str = BUDDY
    seed: str = ""
    """What their face is drawn from."""
    answered: int = 0
    percent: int = 0
    """Share of the deck answered, 0..100."""
    is_done: bool = False
    words: str = ""


@dataclass(frozen=True)
class HomeView:
    """The page of whoever asks for company."""

    loaded: bool = False
    may_invite: bool = False
    headline: str = ""
    risk: RiskView = field(default_factory=RiskView)
    practised_today: bool = False
    room: str = ""
    """Where the open room is; empty while there is none."""
    time: TimeView = field(default_factory=TimeView)
    """Until the open room closes."""
    is_done: bool = False
    """The asker has answered everything in the open room."""
    partner: PartnerView = field(default_factory=PartnerView)
    share: ShareView = field(default_factory=ShareView)
    last: str = ""
    """How the last room of today ended, in words."""
    last_room: str = ""


@dataclass(frozen=True)
class DoorView:
    """The page behind a rescue link, for whoever opened it."""

    stage: str = DoorStage.LOADING.value
    words: str = ""
    inviter: str = ""
    """A made-up name."""
    title: str = ""
    size: int = 0
    streak: int = 0
    """Of the inviter; 0 where it is not known to end soon."""
    time: TimeView = field(default_factory=TimeView)
    room: str = ""
    is_guest: bool = True


@dataclass(frozen=True)
class RoomView:
    """The room for two, as one of them sees it."""

    stage: str = RoomStage.LOADING.value
    words: str = ""
    room_id: str = ""
    play: PlayView = field(default_factory=PlayView)
    feedback: str = ""
    """What to write instead, when an answer could not be read as one."""
    partner: PartnerView = field(default_factory=PartnerView)
    time: TimeView = field(default_factory=TimeView)
    percent: int = 0
    """How many of their own answers were right, 0..100, once all are given."""
    headline: str = ""
    reward: str = ""
    """What became of the shield, or what it waits for."""
    is_earned: bool = False
    is_saved: bool = False
    """Both are done: the two have done it together."""
    cheer: bool = False
    """They see this end, or this reward, for the first time: confetti, once."""
    is_guest: bool = True
    is_inviter: bool = False
    results: str = ""
    """Where a member finds this deck question by question."""
    share: ShareView = field(default_factory=ShareView)
    """The inviter's way to call the friend, as long as nobody has come."""
