"""What people are told when they are not looking: in the app first, then as they wish."""

from vel_tutor.domain.notifications.actions import tell
from vel_tutor.domain.notifications.choosing import (
    choose,
    kind_behind,
    set_mail,
    unsubscribe_address,
    wants,
)
from vel_tutor.domain.notifications.events import NotificationAdded

__all__ = [
    "NotificationAdded",
    "choose",
    "kind_behind",
    "set_mail",
    "tell",
    "unsubscribe_address",
    "wants",
]
