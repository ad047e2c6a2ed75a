"""Writing feeds."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from vel_tutor.core.db import Transaction
from vel_tutor.domain.feed.events import FeedItemAdded
from vel_tutor.models.feed import FeedItem
from vel_tutor.vocabulary import FeedKind


def tell(
    tx: Transaction,
    owner_id: UUID,
    kind: FeedKind,
    source_id: UUID,
    other_user_id: UUID | None = None,
) -> bool:
    """Add one line to the feed of `owner_id`, once per cause; says whether it is new."""
    item = FeedItem(
        owner_id=owner_id, kind=kind, source_id=source_id, other_user_id=other_user_id, at=tx.now
    )
    added = (
        insert(FeedItem)
        .values(**item.model_dump())
        .on_conflict_do_nothing(constraint="feed_item_once")
        .returning(col(FeedItem.id))
    )
    item_id = tx.session.exec(added).scalar_one_or_none()
    if item_id is None:
        return False
    tx.publish(FeedItemAdded(item_id=item_id, owner_id=owner_id, kind=kind))
    return True
