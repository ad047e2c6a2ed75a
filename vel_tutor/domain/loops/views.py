"""What a screen may hold about challenges. Friends go by made-up names, guests by none."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from vel_tutor import routes
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import rules
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import Channel, GameStage, Outcome, SentStage

A_FRIEND = "A friend"
_TEXT_LIMIT = 120
"""Characters a reader surely sees of a message; the reward is told within them."""


@dataclass(frozen=True)
class ShareView:
    """One invitation, ready for every way it may travel."""

    challenge_id: str = ""
    text: str = ""
    subject: str = ""
    native_url: str = ""
    copy_url: str = ""
    copy_text: str = ""
    whatsapp: str = ""
    sms: str = ""
    email: str = ""
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


@dataclass(frozen=True)
class SentView:
    """One challenge, for its sender."""

    id: str = ""
    title: str = ""
    percent: int = 0
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
class GameView:
    """The page behind a challenge link, for whoever opened it."""

    stage: str = GameStage.LOADING.value
    words: str = ""
    sender: str = A_FRIEND
    title: str = ""
    subject: str = ""
    to_beat: int = 0
    """The score to beat, 0..100."""
    size: int = 0
    """Questions in the friends' deck."""
    play: PlayView = field(default_factory=PlayView)
    feedback: str = ""
    """What to write instead, when an answer could not be read as one."""
    yours: int = 0
    outcome: str = ""
    headline: str = ""
    reward: str = ""
    cheer: bool = False
    """The friend sees this end, or this reward, for the first time: confetti, once."""
    is_guest: bool = True
    for_fun: bool = False
    worth_keeping: bool = False
    """Enough was answered that signing up is worth it."""
    results: str = ""
    """Where a member finds this deck question by question."""
    challenge: str = ""
    """Where the sender finds their own challenge."""


@dataclass(frozen=True)
class PreviewView:
    """What a link tells about itself. What may be shown of it has no person in it."""

    challenge_id: str
    link_id: str
    sender_id: str
    title: str
    percent: int
    headline: str
    description: str
    card: str


def share(challenge: Challenge, link: LinkView) -> ShareView:
    """The invitation in every form it may be sent in."""
    text = share_text(challenge.title, challenge.subject.title(), challenge.percent)
    subject = f"Can you beat {challenge.percent}%?"

    def with_link(channel: Channel) -> str:
        return f"{text} {_address(link, channel)}"

    mail = urlencode({"subject": subject, "body": with_link(Channel.EMAIL)}, quote_via=quote)
    return ShareView(
        challenge_id=str(challenge.id),
        text=text,
        subject=subject,
        native_url=_address(link, Channel.NATIVE),
        copy_url=_address(link, Channel.COPY),
        copy_text=with_link(Channel.COPY),
        whatsapp=f"https://wa.me/?text={quote(with_link(Channel.WHATSAPP))}",
        sms=f"sms:?&body={quote(with_link(Channel.SMS))}",
        email=f"mailto:?{mail}",
        qr=routes.link_qr(link.code),
    )


def share_text(title: str, subject: str, percent: int) -> str:
    """What the sender says, with the reward told where everybody reads it."""
    for practised in (title, subject):
        text = f"I scored {percent}% in {practised}! Can you beat me? I get a reward if you join."
        if len(text) <= _TEXT_LIMIT:
            break
    return text


def qr_address(link: LinkView) -> str:
    """What the QR code of a link says."""
    return _address(link, Channel.QR)


def _address(link: LinkView, channel: Channel) -> str:
    utm = urlencode({"utm_source": channel, "utm_medium": link.loop, "utm_campaign": link.campaign})
    return f"{settings().public_url}{routes.short_link(link.code)}?{utm}"


def preview(challenge: Challenge, link: LinkView) -> PreviewView:
    """The challenge as a crawler may see it."""
    return PreviewView(
        challenge_id=str(challenge.id),
        link_id=str(link.id),
        sender_id=str(challenge.sender_id),
        title=challenge.title,
        percent=challenge.percent,
        headline=f"Can you beat {challenge.percent}% in {challenge.title}?",
        description=(f"{rules.DECK_SIZE} questions, no account needed. Play, then compare scores."),
        card=routes.card(challenge.id),
    )


def stage(plays: Sequence[ChallengePlay], *, is_open: bool) -> SentStage:
    """How far the challenge has come, taking its furthest friend."""
    if any(play.completed_at for play in plays):
        return SentStage.COMPLETED
    if plays:
        return SentStage.PLAYING
    return SentStage.WAITING if is_open else SentStage.OVER


_SENT_HEADLINES = {
    SentStage.WAITING: "Waiting for your friend",
    SentStage.PLAYING: "Your friend is playing!",
    SentStage.COMPLETED: "Completed",
    SentStage.OVER: "Nobody came in time",
}


def sent(
    challenge: Challenge,
    link: LinkView | None,
    friends: Sequence[FriendView],
    plays: Sequence[ChallengePlay],
    time_zone: str,
) -> SentView:
    """A challenge for its sender; `link` is None once it is over."""
    at = stage(plays, is_open=link is not None)
    until = link.expires_at.astimezone(ZoneInfo(time_zone)).strftime("%-d %B") if link else ""
    return SentView(
        id=str(challenge.id),
        title=challenge.title,
        percent=challenge.percent,
        correct=challenge.correct,
        size=challenge.size,
        stage=at.value,
        headline=_SENT_HEADLINES[at],
        until=until,
        card=routes.card(challenge.id),
        friends=tuple(friends),
        share=share(challenge, link) if link else ShareView(),
    )


def friend(play: ChallengePlay, challenge: Challenge, name: str, reward: str) -> FriendView:
    """One friend's go, for the sender."""
    size = len(rules.deck(challenge.size))
    return FriendView(
        id=str(play.id),
        name=name,
        words=_friend_words(play, challenge, size),
        progress=rules.percent(play.answered, size),
        percent=play.percent or 0,
        completed=play.completed_at is not None,
        joined=play.joined_at is not None,
        reward=reward,
    )


def _friend_words(play: ChallengePlay, challenge: Challenge, size: int) -> str:
    if play.percent is None:
        return f"Playing: {play.answered} of {size} answered"
    compared = {
        Outcome.WON: f"beat you with {play.percent}%",
        Outcome.TIE: f"drew level at {play.percent}%",
        Outcome.LOST: f"scored {play.percent}%, you stay ahead",
    }
    return f"Finished: {compared[rules.outcome(play.percent, challenge.percent)]}"


def verdict(outcome: Outcome, yours: int, to_beat: int) -> str:
    """How the comparison ends, in kind words."""
    return {
        Outcome.WON: f"You did it: {yours}% beats {to_beat}%!",
        Outcome.TIE: f"A draw at {yours}%. Well matched!",
        Outcome.LOST: f"{yours}% this time, {to_beat}% to beat. Every answer counts as practice.",
    }[outcome]


def cheering(view: SentView, cheer: bool) -> SentView:
    """The same, with confetti if something has just ended."""
    return replace(view, cheer=cheer)


def closed(words: str) -> GameView:
    """The one neutral page: there is nothing to play here."""
    return GameView(stage=GameStage.CLOSED.value, words=words)


def own(challenge: Challenge) -> GameView:
    """The sender opened their own link."""
    return GameView(stage=GameStage.OWN.value, challenge=routes.challenge_sent(challenge.id))


def game(challenge: Challenge, stage: GameStage, friend: Friend) -> GameView:
    """The challenge as the friend meets it."""
    return GameView(
        stage=stage.value,
        sender=accounts.pseudonym(challenge.sender_id),
        title=challenge.title,
        subject=challenge.subject.value,
        to_beat=challenge.percent,
        size=len(rules.deck(challenge.size)),
        is_guest=friend.student is None,
    )


def playing(
    challenge: Challenge, play: ChallengePlay, deck: PlayView, friend: Friend, feedback: str = ""
) -> GameView:
    """The friend is on a question or its verdict."""
    return replace(
        game(challenge, GameStage.PLAYING, friend),
        play=deck,
        feedback="" if deck.verdict.shown else feedback,
        for_fun=play.again_session_id is not None,
        worth_keeping=friend.student is None and play.first_value_at is not None,
    )


def done(
    challenge: Challenge,
    play: ChallengePlay,
    deck: PlayView,
    friend: Friend,
    *,
    reward: str,
    cheer: bool,
) -> GameView:
    """The comparison. Played again for fun, the result on show is that of the last go."""
    yours = rules.percent(deck.correct, deck.size)
    outcome = rules.outcome(yours, challenge.percent)
    return replace(
        game(challenge, GameStage.DONE, friend),
        play=deck,
        yours=yours,
        outcome=outcome.value,
        headline=verdict(outcome, yours, challenge.percent),
        reward=reward,
        cheer=cheer,
        for_fun=play.again_session_id is not None,
        worth_keeping=friend.student is None,
        results=routes.practice_results(deck.session_id) if friend.student else "",
    )
