"""The feed in tests: lines as they come about, and who has which switch."""

from uuid import UUID, uuid4

from sqlmodel import col, select, update

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import accounts, feed
from vel_tutor.models.accounts import ConsentEntry, User
from vel_tutor.models.feed import FeedItem
from vel_tutor.vocabulary import (
    AgeBand,
    ConsentDeed,
    ConsentMethod,
    ConsentScope,
    FeedKind,
)

SEVEN = FeedKind.STREAK_REACHED


def reach(actor: Actor, days: int = 7, subject: str = "math") -> UUID:
    """Let the actor's streak reach a milestone; the line is about `subject`."""
    cause = uuid4()
    about = feed.About(subject=subject, number=days)
    with transaction() as tx:
        assert feed.tell(tx, actor.user_id, SEVEN, cause, about=about)
        return tx.session.exec(select(FeedItem.id).where(FeedItem.source_id == cause)).one()


def told() -> list[tuple[UUID, str]]:
    """Whose lines of what there are, in order."""
    with reading() as tx:
        rows = select(FeedItem.owner_id, FeedItem.kind).order_by(col(FeedItem.at))
        return list(tx.session.exec(rows).all())


def read(actor: Actor) -> list[str]:
    """The first page as one reads it aloud."""
    fresh = accounts.actor_of(actor.user_id)
    return [f"{line.who} {line.words}" for line in feed.page(fresh).lines]


def turn(actor: Actor, scope: ConsentScope, *, on: bool) -> None:
    """A parent's press of a switch."""
    with transaction() as tx:
        tx.session.add(
            ConsentEntry(
                child_id=actor.user_id,
                actor_id=uuid4(),
                deed=ConsentDeed.GIVEN if on else ConsentDeed.REVOKED,
                scope=scope,
                method=ConsentMethod.LINKED_PARENT,
                notice_version="1",
                notice_hash="",
                at=tx.now,
            )
        )


def grow_up(actor: Actor, band: AgeBand = AgeBand.ADULT) -> None:
    """Let somebody be of another age."""
    _change(actor, age_band=band)


def move_up(actor: Actor, grade: int) -> None:
    """Put somebody into another grade."""
    _change(actor, grade=grade)


def _change(actor: Actor, **values: object) -> None:
    with transaction() as tx:
        tx.session.exec(update(User).where(col(User.id) == actor.user_id).values(**values))
