"""What people are told when they are not looking."""

from uuid import uuid4

import pytest
from sqlmodel import select

from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import notifications
from vel_tutor.models.notifications import Notification
from vel_tutor.vocabulary import NotificationKind

JOINED = NotificationKind.FRIEND_JOINED


def test_ada_is_told_once_however_often_it_is_said(ada, bob, published):
    cause = uuid4()

    for _ in range(2):
        with transaction() as tx:
            notifications.tell(tx, ada.user_id, JOINED, source_id=cause, path="/challenges")

    with reading() as tx:
        told = tx.session.exec(select(Notification)).all()
    assert [row.user_id for row in told] == [ada.user_id]
    assert [
        event.user_id for event in published if type(event).__name__ == "NotificationAdded"
    ] == [ada.user_id]


def test_a_notification_leads_nowhere_but_to_us(ada):
    with pytest.raises(ValueError, match="page of ours"), transaction() as tx:
        notifications.tell(
            tx, ada.user_id, JOINED, source_id=uuid4(), path="https://elsewhere.example"
        )
