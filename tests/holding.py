"""Rewards that are held, for tests: who was brought by which loop, and what waits for whom."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from tests import company, people, rallies, spotlights
from tests.challenges import code_of, play
from tests.decks import FIVE, finished
from tests.families import brought_by, family, first_test, sign_up_parent
from tests.families import code_of as family_code
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import attribution, incentives, loops, moderation
from vel_tutor.domain.accounts import kin
from vel_tutor.domain.loops import Friend, proud_parent, rescue
from vel_tutor.domain.moderation.views import CaseView
from vel_tutor.models.notifications import Notification
from vel_tutor.vocabulary import CaseKind, Decision, NotificationKind, Role, TieHow

TOO_FAST, AT_LEISURE = 0.5, 8.0
"""Seconds for each answer."""
Told = frozenset[NotificationKind]
_CAME = frozenset({NotificationKind.REWARD_CAME})
_DONE = frozenset({NotificationKind.BUDDY_DONE})


@dataclass(frozen=True)
class Held:
    """Somebody was brought, and what was promised for it waits for one of the staff."""

    referrer: Actor
    invitee: Actor
    why: str
    counts: Callable[[Actor], int]
    """How much somebody has of what was promised."""
    promised: tuple[int, int]
    """To whoever brought them, and to them."""
    told: tuple[Told, Told]
    """What the two hear once it is let go."""

    @property
    def case_id(self) -> UUID:
        return self.invitee.user_id

    def have(self) -> tuple[int, int]:
        """What the two have."""
        return self.counts(self.referrer), self.counts(self.invitee)

    def heard(self) -> tuple[Told, Told]:
        """What the two were told, ever."""
        return told(self.referrer), told(self.invitee)


def told(actor: Actor) -> Told:
    """What somebody was told, ever."""
    with reading() as tx:
        rows = select(Notification.kind).where(col(Notification.user_id) == actor.user_id)
        return frozenset(map(NotificationKind, tx.session.exec(rows).all()))


def shields(actor: Actor) -> int:
    return incentives.purse(actor).shields


def xp(actor: Actor) -> int:
    return incentives.purse(actor).lifetime_xp


def passes(actor: Actor) -> int:
    with reading() as tx:
        return incentives.passes_of(tx, actor.user_id)


def challenge_too_fast() -> Held:
    """Cleo played as a guest, faster than anybody reads, and joined."""
    ada = people.acting(people.student("Ada"))
    play(company.guest(), code_of(loops.challenge_from(ada, finished(ada))), seconds=TOO_FAST)
    return _held_challenge(ada, _joins(), "Answered faster than one can read")


def challenge_same_device() -> Held:
    """Cleo plays and joins in a browser that ada uses, too."""
    ada = people.acting(people.student("Ada"))
    attribution.seen_together("guest", ada.user_id)
    play(company.guest(), code_of(loops.challenge_from(ada, finished(ada))))
    return _held_challenge(ada, _joins(), "Both use the same device")


def challenge_burst() -> Held:
    """Cleo is the sixth guest of an hour at one address."""
    ada = people.acting(people.student("Ada"))
    code = code_of(loops.challenge_from(ada, finished(ada)))
    for number in range(5):
        play(company.guest(f"pupil-{number}", "203.0.113.9"), code, answers=3)
    play(company.guest("guest", "203.0.113.9"), code, answers=3)
    return _held_challenge(ada, _joins(), "Many first values from one address")


def rally_too_fast() -> Held:
    """Cleo rushed through the quiz of ada's rally, and joined."""
    ada = people.acting(people.student("Ada"))
    rallies.do_quiz(rallies.guest("guest"), rallies.code_of(ada), seconds=TOO_FAST)
    joined = frozenset({NotificationKind.RALLY_JOINED})
    return Held(ada, _joins(), "Answered faster than one can read", xp, (50, 50), (joined, _CAME))


def badge_in_a_circle() -> Held:
    """Cleo brought ada; now ada brings zoe, who sits at cleo's device."""
    cleo = people.acting(people.student("Cleo"))
    spotlights.attempt(Friend(visitor_id="ada"), _badge(cleo))
    ada = people.acting(people.student("Ada", visitor_id="ada"))
    attribution.seen_together("guest", cleo.user_id)
    spotlights.attempt(Friend(visitor_id="guest"), _badge(ada))
    joined = frozenset({NotificationKind.FRIEND_JOINED})
    return Held(ada, _joins("Zoe"), "A circle of invitations", xp, (50, 50), (joined, _CAME))


def badge_too_fast() -> Held:
    """Cleo guessed at ada's badge, and joined."""
    ada = people.acting(people.student("Ada"))
    spotlights.attempt(Friend(visitor_id="guest"), _badge(ada), seconds=TOO_FAST)
    joined = frozenset({NotificationKind.FRIEND_JOINED})
    return Held(ada, _joins(), "Answered faster than one can read", xp, (50, 50), (joined, _CAME))


def rescue_too_fast() -> Held:
    """Cleo came to save ada's streak, and guessed."""
    ada, cleo = _practise_together(seconds=TOO_FAST)
    return Held(ada, cleo, "Answered faster than one can read", shields, (1, 1), (_DONE, _DONE))


def rescue_same_device() -> Held:
    """Cleo came to save ada's streak, in a browser that ada uses, too."""
    ada, cleo = _practise_together(seconds=AT_LEISURE, same_device=True)
    return Held(ada, cleo, "Both use the same device", shields, (1, 1), (_DONE, _DONE))


def family_of_the_same_child() -> Held:
    """Sue, whom pat brought, is the other parent of pat's own child."""
    pats = family()
    finished(pats.child, FIVE, seconds=30)
    share = proud_parent.share(pats.parent, pats.child.user_id, running=True)
    proud_parent.invitation(Friend(visitor_id="visitor-sue"), family_code(share))
    sue = people.acting(sign_up_parent("Sue", "visitor-sue"))
    with transaction() as tx:
        kin.tie(tx, pats.child.user_id, sue.user_id, TieHow.INVITED, pats.parent.user_id)
    first_test(pats.child.user_id)
    return _held_family(pats.parent, sue, "Both are of one family")


def family_of_the_same_device() -> Held:
    """Tom joined in pat's browser; his child has taken its first test."""
    pats = family()
    finished(pats.child, FIVE, seconds=30)
    attribution.seen_together("visitor-tom", pats.parent.user_id)
    toms = brought_by(pats, "Tom")
    first_test(toms.child.user_id)
    return _held_family(pats.parent, toms.parent, "Both use the same device")


STORIES = (
    challenge_too_fast,
    challenge_same_device,
    challenge_burst,
    rally_too_fast,
    badge_too_fast,
    badge_in_a_circle,
    rescue_too_fast,
    rescue_same_device,
    family_of_the_same_child,
    family_of_the_same_device,
)


EACH_LOOP = (
    challenge_too_fast,
    rally_too_fast,
    badge_too_fast,
    rescue_too_fast,
    family_of_the_same_child,
)


def staff() -> tuple[Actor, Actor]:
    """Sam and alex, who both decide."""
    sam = people.acting(people.staff("Sam", Role.TRUST_SAFETY))
    return sam, people.acting(people.staff("Alex", Role.ADMIN))


def decide(actor: Actor, held: Held, verdict: Decision) -> None:
    """One of the staff has looked."""
    moderation.settle(actor, CaseKind.REWARD, held.case_id, verdict)


def only_case(actor: Actor) -> CaseView:
    """The one case that waits."""
    [case] = moderation.open_cases(actor).cases
    return case


def _joins(name: str = "Cleo") -> Actor:
    return people.acting(people.student(name, visitor_id="guest"))


def _badge(actor: Actor) -> str:
    return spotlights.code_of(actor, spotlights.earn(actor))


def _held_challenge(ada: Actor, cleo: Actor, why: str) -> Held:
    return Held(ada, cleo, why, shields, (1, 1), (_CAME, _CAME))


def _held_family(pat: Actor, other: Actor, why: str) -> Held:
    hears = frozenset({NotificationKind.FAMILY_BEGAN, NotificationKind.FAMILY_REWARDED})
    return Held(pat, other, why, passes, (1, 0), (hears, frozenset()))


def _practise_together(*, seconds: float, same_device: bool = False) -> tuple[Actor, Actor]:
    ada = people.acting(people.student("Ada"))
    code = rescue.invite(ada).share.qr.split("/")[2]
    room = company.room_of(ada)
    if same_device:
        attribution.seen_together("guest", ada.user_id)
    rescue.invitation(company.guest(), code)
    rescue.join(company.guest(), code)
    company.play(company.guest(), room, 10, seconds=seconds)
    company.play(company.member(ada), room, 10)
    return ada, _joins()
