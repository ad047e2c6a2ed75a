"""How a rescue looks: to whoever asks for company, at the door, and to each in the room."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from vel_tutor import routes
from vel_tutor.domain import accounts
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.rescue import calling, rules
from vel_tutor.domain.loops.rescue.room import Place
from vel_tutor.domain.loops.rescue.views import (
    BUDDY,
    DoorView,
    HomeView,
    PartnerView,
    RiskView,
    RoomView,
    TimeView,
)
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.models.rescue import Rescue, RescueSeat
from vel_tutor.vocabulary import DoorStage, Hold, RoomStage

_SHIELD_ADDED = "You got a streak shield."
_SHIELD_FULL = "You earned a streak shield, and hold the most there are already."
_SHIELD_WAITS = "You earned a streak shield. Sign up, and it is yours."
_TOO_FAST = "No shield this time: the answers came faster than the questions can be read."
_HELD = "The shield waits until somebody has had a look at it."
_HELD_GUEST = "Sign up, and somebody has a look before the shield is yours."
_NO_SHIELD = "No shield this time. Your practice counts all the same."
_NEEDS_TWO = "A shield needs two, and time is over. Your practice counts all the same."


def left(until: datetime, now: datetime) -> TimeView:
    """Time until then."""
    return TimeView(rules.milliseconds(until - now), rules.in_words(until - now))


def risk(streak: int, ends_in: timedelta) -> RiskView:
    """A streak of so many days that ends unless something is practised."""
    return RiskView(
        is_at_risk=True,
        streak=streak,
        headline=f"Your {streak}-day streak is at risk. Phone a friend?",
        left=TimeView(rules.milliseconds(ends_in), rules.in_words(ends_in)),
    )


@dataclass(frozen=True)
class About:
    """What the page of whoever asks for company says of them."""

    may_invite: bool
    risk: RiskView
    practised: bool


def home(about: About) -> HomeView:
    """No room is open."""
    usual = "Practise with a buddy"
    return HomeView(
        loaded=True,
        may_invite=about.may_invite,
        headline=about.risk.headline or usual,
        risk=about.risk,
        practised_today=about.practised,
    )


@dataclass(frozen=True)
class Asked:
    """A room somebody has open: their seat in it, the other one, and the way to call them."""

    rescue: Rescue
    mine: RescueSeat
    partner: PartnerView
    link: LinkView | None


def home_with_room(view: HomeView, asked: Asked, *, now: datetime) -> HomeView:
    """A room is open: wait there, or begin."""
    headline = "Waiting for your buddy"
    if asked.partner.has_come:
        headline = f"{asked.partner.name} has come!"
    calls = not asked.partner.has_come
    shared = calling.share(asked.link, view.risk) if asked.link and calls else None
    return replace(
        view,
        headline=headline,
        room=routes.copractice(asked.rescue.id),
        time=left(asked.rescue.ends_at, now),
        is_done=asked.mine.completed_at is not None,
        partner=asked.partner,
        share=shared or view.share,
    )


def home_after(
    view: HomeView, rescue: Rescue, mine: RescueSeat, other: RescueSeat | None
) -> HomeView:
    """How the last room ended."""
    if mine.completed_at and other and other.completed_at:
        last = "You and your buddy have practised together."
    elif other is None:
        last = "Nobody came in time. You can ask again."
    else:
        last = "Time was over before you were both done."
    return replace(view, last=last, last_room=routes.copractice(rescue.id))


def closed_door(words: str) -> DoorView:
    """The one neutral page: there is nothing behind this link."""
    return DoorView(stage=DoorStage.CLOSED.value, words=words)


def seated(rescue: Rescue) -> DoorView:
    """They have a seat in there already."""
    return DoorView(stage=DoorStage.SEATED.value, room=routes.copractice(rescue.id))


def door(rescue: Rescue, friend: Friend, *, streak: int, now: datetime) -> DoorView:
    """What a friend meets: who asks, what for, and how long it is open."""
    return DoorView(
        stage=DoorStage.INVITED.value,
        inviter=accounts.pseudonym(rescue.inviter_id),
        title=rescue.title,
        size=rules.SIZE,
        streak=streak,
        time=left(rescue.ends_at, now),
        is_guest=friend.student is None,
    )


def refused(view: DoorView, stage: DoorStage, words: str) -> DoorView:
    """The same door, which does not open for them."""
    return replace(view, stage=stage.value, words=words)


def nobody() -> PartnerView:
    """The friend's seat is empty."""
    return PartnerView(words="Waiting for your buddy to come")


def partner(rescue: Rescue, seat: RescueSeat, *, is_here: bool, is_quiet: bool) -> PartnerView:
    """The other one: a made-up name, and how far they are."""
    known = seat.player_user_id
    name = accounts.pseudonym(known) if known else BUDDY
    has_come = not seat.is_inviter or is_here or seat.answered > 0
    return PartnerView(
        has_come=has_come,
        is_here=is_here,
        name=name,
        seed=name if known else str(seat.id),
        answered=seat.answered,
        percent=rules.percent(seat.answered, rules.SIZE),
        is_done=seat.completed_at is not None,
        words=_partner_words(name, seat, is_here=is_here, is_quiet=is_quiet and has_come),
    )


def _partner_words(name: str, seat: RescueSeat, *, is_here: bool, is_quiet: bool) -> str:
    if seat.completed_at:
        return f"{name} is done"
    if is_here:
        return f"{name} is here" if not seat.answered else f"{name} is practising"
    if seat.is_inviter and not seat.answered:
        return f"{name} is not here yet. You can begin."
    return f"{name} is away" if is_quiet else f"{name} was here a moment ago"


def room(place: Place, other: PartnerView, *, link: LinkView | None, now: datetime) -> RoomView:
    """The room, whatever it shows in the middle."""
    view = RoomView(
        room_id=str(place.rescue.id),
        partner=other,
        time=left(place.rescue.ends_at, now),
        is_guest=place.friend.student is None,
        is_inviter=place.mine.is_inviter,
    )
    if link is None:
        return view
    return replace(view, share=calling.share(link, RiskView()))


def playing(view: RoomView, play: PlayView, notice: str) -> RoomView:
    """On a question or its verdict."""
    return replace(
        view,
        stage=RoomStage.PLAYING.value,
        play=play,
        feedback=notice,
    )


def over(view: RoomView) -> RoomView:
    """Time is over, with questions left."""
    return replace(
        view,
        stage=RoomStage.OVER.value,
        headline="Time is over",
        words="What you answered counts for your skills. A shield takes all ten, together.",
    )


@dataclass(frozen=True)
class Reward:
    """What one of the two has from it."""

    words: str
    is_earned: bool
    is_saved: bool


def reward(place: Place, outcome: str, *, waits: bool) -> Reward:
    """What became of the shield: given, waiting, or why there is none (yet).

    Args:
        waits: somebody is still to look at what holds it.
    """
    mine, other = place.mine, place.other
    is_saved = bool(other and other.completed_at and mine.completed_at)
    words = _held(mine, waits=waits) or _given(mine, outcome) or _pending(place, waits=waits)
    return Reward(words, mine.earned_at is not None, is_saved)


def _held(mine: RescueSeat, *, waits: bool) -> str:
    if mine.held and waits:
        return _HELD if mine.player_user_id else _HELD_GUEST
    if mine.held:
        return _TOO_FAST if mine.held is Hold.TOO_FAST else _NO_SHIELD
    return ""


def _given(mine: RescueSeat, outcome: str) -> str:
    if mine.paid_at:
        return _SHIELD_FULL if outcome == "full" else _SHIELD_ADDED
    return _SHIELD_WAITS if mine.earned_at else ""


def _pending(place: Place, *, waits: bool) -> str:
    other = place.other
    if place.rescue.closed_at and other and other.held:
        return _HELD if waits else _NO_SHIELD
    if place.rescue.closed_at:
        return _NEEDS_TWO
    if other is None:
        return "Your shield comes when your buddy has practised, too."
    if other.answered >= rules.SHARE:
        return "Your buddy has done enough for your shield to be safe, even if they are lost now."
    return "When your buddy is done, you both get a streak shield."


def done(view: RoomView, play: PlayView, told: Reward, cheer: bool) -> RoomView:
    """All answered: both together, or one waiting for the other."""
    headline = "You did it together!" if told.is_saved else "Done! That counts for today."
    return replace(
        view,
        stage=RoomStage.DONE.value,
        play=play,
        percent=rules.percent(play.correct, play.size),
        headline=headline,
        reward=told.words,
        is_earned=told.is_earned,
        is_saved=told.is_saved,
        cheer=cheer,
        results="" if view.is_guest else routes.practice_results(play.session_id),
    )
