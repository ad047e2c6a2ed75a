"""Writing feeds: lines as they happen, and what becomes of them."""

from dataclasses import dataclass
from typing import TypedDict
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, practice
from vel_tutor.domain.feed import viewers
from vel_tutor.domain.feed.events import FeedItemAdded
from vel_tutor.models.accounts import User
from vel_tutor.models.feed import FeedItem
from vel_tutor.vocabulary import ConsentScope, FeedKind, Role


class Of(TypedDict):
    """What all events of the feed say."""

    item_id: UUID
    owner_id: UUID
    crowd: str


@dataclass(frozen=True, kw_only=True)
class About:
    """What a line is about, in our own words and in numbers: nothing a person has typed."""

    subject: str = ""
    """Whose learners it may interest; left out, it is what its owner practised last."""
    what: str = ""
    """Key of the badge or skill."""
    number: int = 0
    """Level, days, percent or cards, by the kind."""


NOTHING_MORE = About()


def tell(
    tx: Transaction,
    owner_id: UUID,
    kind: FeedKind,
    source_id: UUID,
    other_user_id: UUID | None = None,
    about: About = NOTHING_MORE,
) -> bool:
    """Add one line to the feed of `owner_id`, once per cause; says whether it is new.

    Of people whose feed is switched off nothing is kept at all.
    """
    owner = tx.session.get(User, owner_id)
    if owner is None or owner.role is not Role.STUDENT:
        return False
    if not accounts.allows(tx, owner_id, ConsentScope.FEED):
        return False
    item = FeedItem(
        owner_id=owner_id,
        kind=kind,
        source_id=source_id,
        other_user_id=other_user_id,
        subject=about.subject or practice.latest_subject(tx, owner_id) or "",
        what=about.what,
        number=about.number,
        age_band=owner.age_band,
        grade=-1 if owner.grade is None else owner.grade,
        simulation=owner.simulation,
        at=tx.now,
    )
    return _add(tx, item)


def _add(tx: Transaction, item: FeedItem) -> bool:
    added = (
        insert(FeedItem)
        .values(**item.model_dump())
        .on_conflict_do_nothing(constraint="feed_item_once")
        .returning(col(FeedItem.id))
    )
    if tx.session.exec(added).scalar_one_or_none() is None:
        return False
    tx.publish(FeedItemAdded(**of(item), kind=item.kind))
    return True


def of(item: FeedItem) -> Of:
    """Which line an event is about, and who may have it on show."""
    crowd = viewers.crowd(item.subject, item.age_band, item.grade, item.simulation)
    return Of(item_id=item.id, owner_id=item.owner_id, crowd=crowd)
