"""The page of somebody's friends."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import col, func, or_, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import accounts
from vel_tutor.domain.friends import codes, ending, pairs, queries
from vel_tutor.domain.friends.views import BlockView, FriendsView, FriendView, WishView
from vel_tutor.models.accounts import User
from vel_tutor.models.friends import Friendship
from vel_tutor.vocabulary import STUDENTS, ConsentScope, Standing

PAGE = 20
LONGEST_FIND = 40


def page(actor: Actor, find: str = "", after: str = "") -> FriendsView:
    """The actor's friends by name, a page at a time, with the questions that wait.

    Args:
        find: the beginning of names to look for.
        after: `more` of the page before.

    Raises:
        NotAllowed: not a student.
    """
    actor.must_be(*STUDENTS)
    if ConsentScope.FRIENDS not in actor.scopes:
        return FriendsView()
    with transaction() as tx:
        asking, asked = _waiting(tx, actor)
        rows = _friends(tx, actor.user_id, find[:LONGEST_FIND], after)
        shown = rows[:PAGE]
        return FriendsView(
            is_on=True,
            friends=tuple(_friend(row, user, actor) for row, user in shown),
            total=_total(tx, actor.user_id),
            more=_place(*shown[-1]) if len(rows) > PAGE else "",
            asking=asking,
            asked=asked,
            blocked=_blocked(tx, actor),
            own=codes.own(tx, actor.user_id),
        )


def _friends(
    tx: Transaction, user_id: UUID, find: str, after: str
) -> list[tuple[Friendship, User]]:
    name = func.lower(User.first_name)
    found = (
        select(Friendship, User)
        .join(User, col(User.id) == queries.other_id(user_id))
        .where(queries.is_of(user_id), *queries.STANDS)
        .order_by(name, col(Friendship.id))
        .limit(PAGE + 1)
    )
    if find.strip():
        found = found.where(name.startswith(find.strip().lower(), autoescape=True))
    last_name, _, last_id = after.rpartition("|")
    if is_id(last_id):
        at = UUID(last_id)
        beyond = or_(name > last_name, (name == last_name) & (col(Friendship.id) > at))
        found = found.where(beyond)
    return list(tx.session.exec(found).all())


def is_id(text: str) -> bool:
    """Whether `text`, as anybody may have sent it, is an id."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _place(row: Friendship, user: User) -> str:
    return f"{user.first_name.lower()}|{row.id}"


def _total(tx: Transaction, user_id: UUID) -> int:
    alive = select(func.count()).select_from(Friendship)
    return tx.session.exec(alive.where(queries.is_of(user_id), *queries.STANDS)).one()


def _friend(row: Friendship, user: User, actor: Actor) -> FriendView:
    return FriendView(
        id=str(row.id),
        name=user.first_name,
        seed=accounts.pseudonym(user.id),
        since=_day(row.accepted_at or row.asked_at, actor),
    )


def _waiting(tx: Transaction, actor: Actor) -> tuple[tuple[WishView, ...], tuple[WishView, ...]]:
    """Who asks the actor, and whom the actor has asked."""
    me, is_child = actor.user_id, actor.standing is Standing.CHILD
    asking: list[WishView] = []
    asked: list[WishView] = []
    for row in pairs.waiting(tx, me):
        name = accounts.pseudonym(pairs.other_of(row, me))
        if row.asked_by_id == me:
            words = "Waits for your parent" if row.sent_at is None else "Waits for their answer"
            asked.append(WishView(str(row.id), name, words, needs_answer=False))
        elif row.sent_at is not None and row.declined_at is None:
            agreed = row.agreed_at is not None
            words = "Waits for your parent" if agreed else "Would like to be your friend"
            if is_child and not agreed:
                words = "Would like to be your friend. Your parent is asked, too."
            asking.append(WishView(str(row.id), name, words, needs_answer=not agreed))
    return tuple(asking), tuple(asked)


def _blocked(tx: Transaction, actor: Actor) -> tuple[BlockView, ...]:
    return tuple(
        BlockView(str(row.id), accounts.pseudonym(row.about_id), _day(row.at, actor))
        for row in ending.blocks(tx, actor.user_id)
    )


def _day(at: datetime, actor: Actor) -> str:
    return at.astimezone(ZoneInfo(actor.time_zone)).strftime("%-d %b %Y")
