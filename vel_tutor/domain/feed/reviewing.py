"""Lines of the feed for the staff, who look at what was reported."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.feed import showing
from vel_tutor.domain.feed.viewers import Viewer
from vel_tutor.domain.feed.views import ReviewedLineView
from vel_tutor.models.feed import FeedItem
from vel_tutor.vocabulary import AgeBand


def lines_for_staff(
    tx: Transaction, staff_id: UUID, ids: Collection[UUID]
) -> dict[UUID, ReviewedLineView]:
    """`ids` in words, nobody by name; lines that are no more are left out.

    For callers who have made sure that they may look.
    """
    if not ids:
        return {}
    who = _stranger(staff_id)
    rows = tx.session.exec(select(FeedItem).where(col(FeedItem.id).in_(ids))).all()
    return {
        row.id: ReviewedLineView(
            words=f"{showing.name(who, row)} {showing.sentence(who, row)}",
            is_shown=row.removed_at is None and row.hidden_at is None,
            is_removed=row.removed_at is not None,
        )
        for row in rows
    }


def _stranger(staff_id: UUID) -> Viewer:
    """The staff has no friends here: they read what strangers would."""
    return Viewer(
        user_id=staff_id,
        zone="UTC",
        band=AgeBand.ADULT,
        simulation="",
        friends=frozenset(),
        shut_out=frozenset(),
        muted=frozenset(),
        crowds=(),
        names={},
    )
