"""What people are told when they are not looking: in the app first, then as they wish.

A letter of another context that people may end goes out with
`Draft(..., unsubscribe=unsubscribe_address(user_id, kind))`, once `wants(tx, user_id, kind,
NoticeWay.MAIL)` has said yes: that address stands in the letter and in its RFC 8058 headers.
"""

from vel_tutor.domain.notifications.actions import no_longer, tell
from vel_tutor.domain.notifications.choosing import (
    choose,
    kind_behind,
    set_mail,
    unsubscribe_address,
    wants,
)
from vel_tutor.domain.notifications.devices import BrowserOdd, subscribe, unsubscribe
from vel_tutor.domain.notifications.events import NotificationAdded
from vel_tutor.domain.notifications.families import tell_of_request, tell_of_tie
from vel_tutor.domain.notifications.inbox import inbox, mark_all_read, mark_read, unread
from vel_tutor.domain.notifications.preferring import HoursOdd, choices, keep_quiet, prefer
from vel_tutor.domain.notifications.quiet import is_quiet, nudges_today
from vel_tutor.domain.notifications.sending import plan, send_due

__all__ = [
    "BrowserOdd",
    "HoursOdd",
    "NotificationAdded",
    "choices",
    "choose",
    "inbox",
    "is_quiet",
    "keep_quiet",
    "kind_behind",
    "mark_all_read",
    "mark_read",
    "no_longer",
    "nudges_today",
    "plan",
    "prefer",
    "send_due",
    "set_mail",
    "subscribe",
    "tell",
    "tell_of_request",
    "tell_of_tie",
    "unread",
    "unsubscribe",
    "unsubscribe_address",
    "wants",
]
