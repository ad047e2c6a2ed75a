"""Telling people something, once per cause."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain.notifications.events import NotificationAdded
from vel_tutor.models.notifications import Notification
from vel_tutor.vocabulary import NotificationKind


def tell(
    tx: Transaction,
    user_id: UUID,
    kind: NotificationKind,
    *,
    source_id: UUID,
    path: str,
    data: Mapping[str, str | int] | None = None,
) -> bool:
    """Tell `user_id` something, once for each `source_id`.

    Args:
        path: the page of ours it leads to.
        data: numbers and words the sentence is made of when it is read; no names.

    Returns:
        Whether it is new.

    Raises:
        ValueError: `path` does not lead to a page of ours.
    """
    if routes.local(path) != path:
        raise ValueError("a notification leads to a page of ours")
    row = Notification(
        user_id=user_id, kind=kind, source_id=source_id, path=path, data=dict(data or {}), at=tx.now
    )
    added = (
        insert(Notification)
        .values(**row.model_dump())
        .on_conflict_do_nothing(constraint="notification_once")
        .returning(col(Notification.id))
    )
    if tx.session.exec(added).first() is None:
        return False
    tx.publish(NotificationAdded(notification_id=row.id, user_id=user_id, kind=kind))
    return True
