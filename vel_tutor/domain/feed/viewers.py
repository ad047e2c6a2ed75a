"""Who looks at a feed, and what they may see of whom right now."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, exists
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts, friends, incentives, practice
from vel_tutor.domain.feed import rules
from vel_tutor.live import topics
from vel_tutor.models.accounts import User
from vel_tutor.models.feed import FeedHide, FeedItem, FeedMute
from vel_tutor.vocabulary import AgeBand, ConsentScope

NEIGHBOURS = (-1, 0, 1)
"""Grades away from one's own that count as peers."""


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """Somebody who looks at the feed."""

    user_id: UUID
    zone: str
    band: AgeBand
    simulation: str
    friends: frozenset[UUID]
    shut_out: frozenset[UUID]
    muted: frozenset[UUID]
    crowds: tuple[tuple[str, int], ...]
    """Subject and grade of the peers whose lines interest them; none for children."""
    names: dict[UUID, str]
    """First names of friends."""

    @property
    def circle(self) -> tuple[UUID, ...]:
        """Whose lines come first: their own and those of friends."""
        return (self.user_id, *sorted(self.friends - self.shut_out - self.muted))

    @property
    def topics(self) -> tuple[str, ...]:
        """What speaks when there is news for them."""
        peers = (crowd(one, self.band, grade, self.simulation) for one, grade in self.crowds)
        return (*map(topics.feed, self.circle), *map(topics.feed_crowd, peers))


def crowd(subject: str, band: AgeBand, grade: int, simulation: str) -> str:
    """The peers a line may interest, as a word; nothing where there are none."""
    if not subject or grade < 0 or band is AgeBand.CHILD:
        return ""
    return f"{subject}:{band}:{grade}" + (f":{simulation}" if simulation else "")


def viewer(tx: Transaction, actor: Actor) -> Viewer | None:
    """The actor as somebody who looks; None when the feed is switched off for them."""
    user = tx.session.get(User, actor.user_id)
    if user is None or not actor.is_student:
        return None
    if not accounts.allows(tx, actor.user_id, ConsentScope.FEED):
        return None
    circle = friends.friends_of(tx, actor.user_id)
    muted = select(FeedMute.muted_id).where(FeedMute.user_id == actor.user_id)
    return Viewer(
        user_id=actor.user_id,
        zone=user.time_zone,
        band=user.age_band,
        simulation=user.simulation,
        friends=frozenset(circle),
        shut_out=friends.shut_out(tx, actor.user_id),
        muted=frozenset(tx.session.exec(muted).all()),
        crowds=_crowds(tx, user),
        names=friends.names(tx, actor.user_id, circle) if circle else {},
    )


def _crowds(tx: Transaction, user: User) -> tuple[tuple[str, int], ...]:
    if user.grade is None or user.age_band is AgeBand.CHILD:
        return ()
    since = incentives.local_day(tx.now - rules.RECENT, user.time_zone)
    return tuple(
        (subject.value, user.grade + away)
        for subject in practice.subjects_of(tx, user.id, since)
        for away in NEIGHBOURS
        if user.grade + away >= 0
    )


def stands(who: Viewer) -> tuple[ColumnElement[bool], ...]:
    """That a `FeedItem` is there for `who`: neither gone nor put away by them."""
    hidden = exists().where(
        col(FeedHide.user_id) == who.user_id, col(FeedHide.item_id) == FeedItem.id
    )
    return (col(FeedItem.removed_at).is_(None), col(FeedItem.hidden_at).is_(None), ~hidden)


def may_show(who: Viewer) -> tuple[ColumnElement[bool], ...]:
    """That the `User` who owns it lets it be seen, and is on the same side of 18 as `who`."""
    is_adult = who.band is AgeBand.ADULT
    side = col(User.age_band) == AgeBand.ADULT
    return (
        accounts.is_on(ConsentScope.FEED),
        side if is_adult else ~side,
        col(User.simulation) == who.simulation,
    )


def is_peer(who: Viewer) -> tuple[ColumnElement[bool], ...]:
    """That the `User` who owns a `FeedItem` is a stranger of the same age, and in nobody's way."""
    others = col(FeedItem.owner_id)
    away = who.shut_out | who.muted | who.friends | {who.user_id}
    return (col(User.age_band) == who.band, others.not_in(away))


def alias(item: FeedItem) -> str:
    """What strangers call the owner of a line, in the week of the line."""
    key = settings().signing_keys[-1].encode()
    return accounts.pseudonym(rules.alias_id(key, rules.week_of(item.at), item.owner_id))
