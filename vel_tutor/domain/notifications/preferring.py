"""The settings of notifications: which kinds, which ways, and when not."""

from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.core.push_keys import push_keys
from vel_tutor.domain import accounts
from vel_tutor.domain.notifications import choosing, devices, rules, words
from vel_tutor.domain.notifications.views import ChoicesView, ChoiceView
from vel_tutor.models.accounts import User
from vel_tutor.models.notifications import QuietHours
from vel_tutor.vocabulary import MEMBERS, AgeBand, NoticeWay, NotificationKind, Role

STUDENT_KINDS = (
    NotificationKind.STREAK_AT_RISK,
    NotificationKind.FRIEND_JOINED,
    NotificationKind.RALLY_JOINED,
    NotificationKind.LEAGUE_RESULT,
    NotificationKind.ROOM_INVITED,
    NotificationKind.PARTY_BEGINS,
    NotificationKind.FRIEND_ASKED,
    NotificationKind.FRIEND_ACCEPTED,
    NotificationKind.PAIR_ASKED,
    NotificationKind.PAIR_OPEN,
    NotificationKind.BUDDY_CAME,
    NotificationKind.BUDDY_DONE,
    NotificationKind.REWARD_CAME,
    NotificationKind.FAMILY_ASKED,
    NotificationKind.FAMILY_LINKED,
    NotificationKind.REPORT_SEEN,
    NotificationKind.HOUSE_WARNING,
    NotificationKind.MEETING_STOPPED,
)
PARENT_KINDS = (
    NotificationKind.CHILD_IN_NEED,
    NotificationKind.MEETING_STOPPED,
    NotificationKind.WEEKLY_PROGRESS,
    NotificationKind.FAMILY_BEGAN,
    NotificationKind.FAMILY_REWARDED,
    NotificationKind.FRIEND_LEAVE,
    NotificationKind.CLASS_CALLED_OFF,
    NotificationKind.FAMILY_ASKED,
    NotificationKind.FAMILY_LINKED,
)
STAFF_KINDS = (NotificationKind.K_FACTOR,)
MAILED_UNLESS_ENDED = frozenset(
    {
        NotificationKind.WEEKLY_PROGRESS,
        NotificationKind.K_FACTOR,
        NotificationKind.CHILD_IN_NEED,
    }
)
"""Everything else is mailed only to those who asked for it."""
ONLY_MAILED = frozenset({NotificationKind.WEEKLY_PROGRESS})


class HoursOdd(Invalid):
    words = "Please give both times, as 21:30, and not the same one twice."
    code = "hours_odd"


def choices(actor: Actor) -> ChoicesView:
    """What the actor chose, and may choose."""
    actor.must_be(*MEMBERS)
    with reading() as tx:
        user = tx.session.exec(select(User).where(User.id == actor.user_id)).one()
        quiet, keys = tx.session.get(QuietHours, user.id), push_keys()
        return ChoicesView(
            choices=tuple(_choice(tx, user, kind) for kind in kinds_of(user.role)),
            is_minor=user.age_band is not AgeBand.ADULT,
            may_push=keys is not None and devices.may_be_called(tx, user.id),
            devices=devices.count(tx, user.id),
            quiet_from=rules.clock_time(quiet.begins) if quiet else "",
            quiet_until=rules.clock_time(quiet.ends) if quiet else "",
            push_key=keys.public if keys else "",
        )


def prefer(actor: Actor, kind: str, way: str, *, is_on: bool) -> None:
    """Switch one kind on or off for one way.

    Raises:
        NotFound: there is no such kind or way for the actor.
    """
    actor.must_be(*MEMBERS)
    with transaction() as tx:
        user = tx.session.exec(select(User).where(User.id == actor.user_id)).one()
        if kind not in kinds_of(user.role) or way not in set(NoticeWay):
            raise NotFound
        if way == NoticeWay.MAIL and not may_be_mailed(user):
            raise NotFound
        choosing.choose(tx, user.id, NotificationKind(kind), NoticeWay(way), is_on=is_on)


def keep_quiet(actor: Actor, begins: str, ends: str, student_id: UUID | None = None) -> None:
    """Set hours in which the actor, or their child, is not called; both empty for none.

    The hours the house keeps for people under age stay in any case: this can only widen them.

    Raises:
        NotFound: the actor may not act for that student.
        HoursOdd: these are not two different times.
    """
    actor.must_be(*MEMBERS)
    first, last = rules.minutes(begins), rules.minutes(ends)
    wants_none = not begins and not ends
    if not wants_none and (first is None or last is None or first == last):
        raise HoursOdd
    with transaction() as tx:
        owner = student_id or actor.user_id
        if owner != actor.user_id and not accounts.acts_for(tx, actor, owner):
            raise NotFound
        tx.session.exec(delete(QuietHours).where(col(QuietHours.user_id) == owner))
        if first is not None and last is not None:
            tx.session.add(QuietHours(user_id=owner, begins=first, ends=last, at=tx.now))


def kinds_of(role: Role) -> tuple[NotificationKind, ...]:
    """What somebody of this role is told."""
    return {Role.STUDENT: STUDENT_KINDS, Role.PARENT: PARENT_KINDS}.get(role, STAFF_KINDS)


def may_be_mailed(user: User) -> bool:
    """Whether there is an address of their own; a child has none that we write to."""
    return bool(user.email) and user.age_band is not AgeBand.CHILD


def by_mail(tx: Transaction, user: User, kind: NotificationKind) -> bool:
    """Whether `user` wants `kind` by mail."""
    usually = kind in MAILED_UNLESS_ENDED and user.age_band is AgeBand.ADULT
    return may_be_mailed(user) and choosing.wants(
        tx, user.id, kind, NoticeWay.MAIL, usually=usually
    )


def by_push(tx: Transaction, user_id: UUID, kind: NotificationKind) -> bool:
    """Whether somebody wants `kind` on their subscribed browsers: yes, unless switched off."""
    return kind not in ONLY_MAILED and choosing.wants(tx, user_id, kind, NoticeWay.PUSH)


def _choice(tx: Transaction, user: User, kind: NotificationKind) -> ChoiceView:
    return ChoiceView(
        kind=kind.value,
        words=words.CALLED[kind],
        push=by_push(tx, user.id, kind),
        mail=by_mail(tx, user, kind),
        may_push=kind not in ONLY_MAILED,
        may_mail=may_be_mailed(user),
    )
