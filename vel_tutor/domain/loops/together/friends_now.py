"""What one's friends are doing right now, and whom one may join."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, or_, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import accounts, friends
from vel_tutor.domain.loops.together import rules
from vel_tutor.domain.loops.together.joining import way_back
from vel_tutor.domain.loops.together.queries import may_have_company, who_are_willing
from vel_tutor.domain.loops.together.views import FriendNowView, FriendsNowView
from vel_tutor.live import presence, topics
from vel_tutor.live.presence import Busy
from vel_tutor.models.together import Companion, SharedDeck
from vel_tutor.vocabulary import STUDENTS

_VERBS = {"practice": "is practising", "cards": "is learning flashcards:"}


@dataclass(frozen=True)
class FriendsNow:
    """What the strip of friends shows, and what it has to hear of."""

    view: FriendsNowView
    topics: tuple[str, ...] = ()


def friends_now(actor: Actor) -> FriendsNow:
    """The actor's friends who learn right now, those first who are not away."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        path, words = way_back(tx, actor.user_id)
        if not may_have_company(actor):
            view = FriendsNowView(is_known=True, is_off=True, deck=path, deck_words=words)
            return FriendsNow(view)
        theirs = friends.friends_of(tx, actor.user_id)
        busy = presence.doings(theirs) if theirs else {}
        busy = {one: busy[one] for one in who_are_willing(tx, list(busy))}
        called = friends.names(tx, actor.user_id, busy)
        order = sorted(busy, key=lambda one: (busy[one].away, called[one], str(one)))
        shown = order[: rules.MOST_SHOWN]
        closed = _closed_to_company(tx, [busy[one].doing.deck for one in shown])
        view = FriendsNowView(
            friends=tuple(_shown(one, called, busy[one], closed) for one in shown),
            more=len(order) - len(shown),
            is_known=True,
            has_friends=bool(theirs),
            deck=path,
            deck_words=words,
        )
        return FriendsNow(view, (_gatherings(actor), *(topics.doing(one) for one in theirs)))


def _gatherings(actor: Actor) -> str:
    """Speaks when the actor has one friend more or less."""
    return topics.friends(actor.user_id)


def _shown(
    friend_id: UUID, called: Mapping[UUID, str], busy: Busy, closed: frozenset[str]
) -> FriendNowView:
    doing = busy.doing
    return FriendNowView(
        friend_id=str(friend_id),
        name=called[friend_id],
        seed=accounts.pseudonym(friend_id),
        words=f"{_VERBS.get(doing.kind, 'is learning')} {doing.words}",
        subject=doing.subject,
        away=busy.away,
        can_join=bool(doing.deck) and doing.deck not in closed and not busy.away,
    )


def _closed_to_company(tx: Transaction, decks: Sequence[str]) -> frozenset[str]:
    """Those of these sessions nobody may join: whose questions they are wants to be alone."""
    ids = [UUID(deck) for deck in decks if deck]
    if not ids:
        return frozenset()
    rows = tx.session.exec(
        select(SharedDeck.session_id, Companion.session_id)
        .join(Companion, col(Companion.shared_deck_id) == SharedDeck.id, isouter=True)
        .where(col(SharedDeck.alone_since).is_not(None))
        .where(or_(col(SharedDeck.session_id).in_(ids), col(Companion.session_id).in_(ids)))
    ).all()
    return frozenset(str(one) for row in rows for one in row if one)
