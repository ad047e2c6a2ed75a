"""Reads about friends, for every other context: one statement each."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, exists, or_
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts
from vel_tutor.domain.friends import rules
from vel_tutor.domain.friends.rules import Party
from vel_tutor.models.accounts import FamilyTie, User
from vel_tutor.models.friends import Block, Friendship, Report
from vel_tutor.vocabulary import AgeBand, ConsentScope, Role

_Low, _High = aliased(User), aliased(User)
STANDS: tuple[ColumnElement[bool], ...] = (
    col(Friendship.accepted_at).is_not(None),
    col(Friendship.ended_at).is_(None),
    exists().where(col(_Low.id) == Friendship.low_id, accounts.is_on(ConsentScope.FRIENDS, _Low)),
    exists().where(
        col(_High.id) == Friendship.high_id, accounts.is_on(ConsentScope.FRIENDS, _High)
    ),
)
"""That a friendship is agreed on, not over, and that both have friends switched on."""


def friends_of(tx: Transaction, user_id: UUID) -> tuple[UUID, ...]:
    """The friends of `user_id`, the oldest friendship first; none while either has it off."""
    found = (
        select(other_id(user_id))
        .where(is_of(user_id), *STANDS)
        .order_by(col(Friendship.accepted_at), col(Friendship.id))
    )
    return tuple(tx.session.exec(found).all())


def friendships_of(tx: Transaction, user_id: UUID) -> dict[UUID, UUID]:
    """The same by the ids of the friendships."""
    found = select(Friendship.id, other_id(user_id)).where(is_of(user_id), *STANDS)
    return dict(tx.session.exec(found).all())


def are_friends(tx: Transaction, one_id: UUID, other: UUID) -> bool:
    """Whether the two are friends, with friends switched on for both."""
    low, high = sorted((one_id, other))
    found = select(Friendship.id).where(
        Friendship.low_id == low, Friendship.high_id == high, *STANDS
    )
    return tx.session.exec(found).first() is not None


def shut_out(tx: Transaction, user_id: UUID) -> frozenset[UUID]:
    """Everybody whom `user_id` has blocked, or who has blocked them: neither sees the other."""
    other = case((col(Block.by_id) == user_id, col(Block.about_id)), else_=col(Block.by_id))
    found = select(other).where(
        or_(col(Block.by_id) == user_id, col(Block.about_id) == user_id),
        col(Block.ended_at).is_(None),
    )
    return frozenset(tx.session.exec(found).all())


def names(tx: Transaction, viewer_id: UUID, ids: Collection[UUID]) -> dict[UUID, str]:
    """What `viewer_id` may call each of `ids`.

    The first name of a friend, with friends switched on for both, and of oneself; for everybody
    else the made-up name.
    """
    called = {user_id: accounts.pseudonym(user_id) for user_id in ids}
    is_friend = exists().where(is_of(viewer_id), other_id(viewer_id) == User.id, *STANDS)
    known = select(User.id, User.first_name).where(
        col(User.id).in_(called), or_(col(User.id) == viewer_id, is_friend)
    )
    if called:
        called |= dict(tx.session.exec(known).all())
    return called


def may_meet(tx: Transaction, one_id: UUID, other: UUID) -> bool:
    """Whether the two may have to do with each other: by age (T38), and with nobody blocked.

    Whoever the staff has stopped from meeting others meets nobody.
    """
    return other in _may_meet(tx, one_id, {other})


def may_ask(tx: Transaction, user_id: UUID, ids: Collection[UUID]) -> frozenset[UUID]:
    """Which of `ids` may be offered to `user_id` as friends to ask.

    Students with friends switched on whom they may meet, where neither has reported the other.
    Nobody with whom they are or were friends, whom they have asked, or who asks them or was told
    no. What the other one has done in secret, a no or a question that waits for a parent, changes
    nothing: it could be read off this list.
    """
    met = _may_meet(tx, user_id, set(ids)) if ids else set[UUID]()
    is_student = (User.role == Role.STUDENT, accounts.is_on(ConsentScope.FRIENDS))
    found = select(User.id).where(col(User.id).in_(met), *is_student)
    if not met:
        return frozenset()
    return frozenset(tx.session.exec(found).all()) - _settled(tx, user_id)


def _settled(tx: Transaction, user_id: UUID) -> frozenset[UUID]:
    """With whom it is known to `user_id` how they stand, and whoever of the two was reported."""
    is_own = col(Friendship.asked_by_id) == user_id
    waits = and_(
        col(Friendship.ended_at).is_(None),
        or_(is_own, col(Friendship.sent_at).is_not(None), col(Friendship.agreed_at).is_not(None)),
    )
    said_no = and_(~is_own, col(Friendship.declined_at).is_not(None))
    known = select(other_id(user_id)).where(
        is_of(user_id), or_(col(Friendship.accepted_at).is_not(None), waits, said_no)
    )
    other = case((col(Report.by_id) == user_id, col(Report.about_id)), else_=col(Report.by_id))
    reported = select(other).where(
        or_(col(Report.by_id) == user_id, col(Report.about_id) == user_id)
    )
    return frozenset(tx.session.exec(known).all()) | frozenset(tx.session.exec(reported).all())


def _may_meet(tx: Transaction, user_id: UUID, ids: set[UUID]) -> set[UUID]:
    """Those of `ids` whom `user_id` may have to do with, in one statement."""
    blocked = (
        exists()
        .where(_of_pair(col(Block.by_id), col(Block.about_id), user_id, col(User.id)))
        .where(col(Block.ended_at).is_(None))
    )
    tied = (
        exists()
        .where(_of_pair(col(FamilyTie.parent_id), col(FamilyTie.child_id), user_id, col(User.id)))
        .where(col(FamilyTie.ended_at).is_(None))
    )
    rows = tx.session.exec(
        select(User, accounts.is_on(ConsentScope.FRIENDS), tied)
        .where(col(User.id).in_(ids | {user_id}))
        .where(col(User.closed_at).is_(None), col(User.barred_at).is_(None))
        .where(~blocked)
    ).all()
    known = {user.id: (_party(user, is_on), are_family) for user, is_on, are_family in rows}
    if user_id not in known:
        return set()
    one, _ = known.pop(user_id)
    return {
        other
        for other, (party, are_family) in known.items()
        if rules.may_meet(one, party, are_family=are_family)
    }


def reported_by(tx: Transaction, user_id: UUID) -> frozenset[UUID]:
    """What `user_id` has reported and sees no longer: ids of people, lines of the feed, rooms."""
    theirs = select(Report.source_id).where(Report.by_id == user_id)
    return frozenset(tx.session.exec(theirs).all())


def other_id(user_id: UUID) -> ColumnElement[UUID]:
    """The one of a friendship's two who is not `user_id`, as a column."""
    return case(
        (col(Friendship.low_id) == user_id, col(Friendship.high_id)), else_=col(Friendship.low_id)
    )


def is_of(user_id: UUID) -> ColumnElement[bool]:
    """That a friendship is one of `user_id`."""
    return or_(col(Friendship.low_id) == user_id, col(Friendship.high_id) == user_id)


def _of_pair(
    first: Mapped[UUID], second: Mapped[UUID], one_id: UUID, other: Mapped[UUID]
) -> ColumnElement[bool]:
    """That the two columns hold the two people, whichever way round."""
    return or_(
        and_(first == one_id, second == other),
        and_(first == other, second == one_id),
    )


def _party(user: User, has_friends: bool) -> Party:
    return Party(
        is_minor=user.age_band is not AgeBand.ADULT,
        is_child=user.age_band is AgeBand.CHILD,
        has_friends=has_friends,
        simulation=user.simulation,
    )
