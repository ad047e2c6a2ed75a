"""What a screen may hold about challenges. Friends go by made-up names, guests by none."""

from dataclasses import dataclass, field

from vel_tutor.domain.practice.views import PlayView
from vel_tutor.vocabulary import GameStage, SentStage

A_FRIEND = "A friend"


@dataclass(frozen=True)
class ShareView:
    """One invitation, ready for every way it may travel."""

    link_id: str = ""
    text: str = ""
    subject: str = ""
    native_url: str = ""
    copy_url: str = ""
    copy_text: str = ""
    whatsapp: str = ""
    sms: str = ""
    email: str = ""
    facebook: str = ""
    qr: str = ""


@dataclass(frozen=True)
class FriendView:
    """One friend's go, for the sender."""

    id: str = ""
    name: str = A_FRIEND
    words: str = ""
    progress: int = 0
    """Share of the deck answered, 0..100."""
    percent: int = 0
    completed: bool = False
    joined: bool = False
    reward: str = ""
    may_replay: bool = False
    """Whether the sender may play them again with new questions."""


@dataclass(frozen=True)
class PastView:
    """One line of the history: a challenge sent, one that waits, or a game met."""

    id: str = ""
    title: str = ""
    words: str = ""
    href: str = ""
    is_sent: bool = False
    is_waiting: bool = False


@dataclass(frozen=True)
class HistoryView:
    """One page of the history."""

    lines: tuple[PastView, ...] = ()
    after: str = ""
    """Where the next page begins; empty on the last."""


@dataclass(frozen=True)
class GradeView:
    """A level a friend may play at."""

    value: str = ""
    words: str = ""


@dataclass(frozen=True)
class SentView:
    """One challenge, for its sender."""

    id: str = ""
    title: str = ""
    is_study: bool = False
    """A skill to practise together: nobody beats anybody."""
    percent: int = 0
    words: str = ""
    """What it is, in a line."""
    correct: int = 0
    size: int = 0
    stage: str = SentStage.WAITING.value
    headline: str = ""
    until: str = ""
    card: str = ""
    friends: tuple[FriendView, ...] = ()
    share: ShareView = field(default_factory=ShareView)
    cheer: bool = False
    """Something ended since the sender last looked: time for confetti, once."""


@dataclass(frozen=True)
class LinkDeckView:
    """The page behind a link with a deck to play, for whoever opened it, whichever the loop."""

    stage: str = GameStage.LOADING.value
    words: str = ""
    sender: str = A_FRIEND
    title: str = ""
    grades: tuple[GradeView, ...] = ()
    """Levels to choose from; none where the questions are set."""
    grade: int = -1
    size: int = 0
    """Questions in the deck."""
    play: PlayView = field(default_factory=PlayView)
    feedback: str = ""
    """What to write instead, when an answer could not be read as one."""
    is_guest: bool = True
    reward: str = ""
    cheer: bool = False
    """The friend sees this end, or this reward, for the first time: confetti, once."""
    results: str = ""
    """Where a member finds this deck question by question."""


@dataclass(frozen=True)
class GameView(LinkDeckView):
    """The page behind a challenge link."""

    subject: str = ""
    is_study: bool = False
    to_beat: int = 0
    """The score to beat, 0..100."""
    yours: int = 0
    outcome: str = ""
    headline: str = ""
    for_fun: bool = False
    worth_keeping: bool = False
    """Enough was answered that signing up is worth it."""
    challenge: str = ""
    """Where the sender finds their own challenge."""
    play_id: str = ""
    """Of a finished game that its player may answer: back to the sender, or once more."""


@dataclass(frozen=True)
class PreviewView:
    """What a link tells about itself. What may be shown of it has no person in it."""

    link_id: str
    sender_id: str
    path: str
    """Where people go on to."""
    sender_path: str
    """Where the sender goes who opens their own link."""
    headline: str
    description: str
    card: str
    """The path of the picture for previews."""
