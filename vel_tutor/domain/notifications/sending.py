"""Notifications on their way beyond the app: planned once, sent when the person may be called.

A sending is claimed before it goes and marked after, like a letter: it is never lost, and at worst
arrives twice. Whoever dies in between leaves a claim that is taken up again.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, or_, select

from vel_tutor import routes
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.push_keys import PushKeys, push_keys
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Draft
from vel_tutor.domain.notifications import choosing, devices, preferring, rules, words
from vel_tutor.domain.notifications.events import NoticePlanned
from vel_tutor.live import push
from vel_tutor.models.accounts import User
from vel_tutor.models.notifications import (
    NoticeSending,
    Notification,
    PushSubscription,
    QuietHours,
)
from vel_tutor.vocabulary import AgeBand, LetterKind, NoticeWay

CLAIM_LASTS = timedelta(minutes=10)
SENDINGS_A_RUN = 200
KEPT_BY_SERVICE = timedelta(hours=12)
"""How long a push service keeps what it cannot deliver at once, if it is of use that long."""
ICON = "/icon-192.png"


def plan(tx: Transaction, notification_id: UUID) -> None:
    """Put a new notification on its way: by push and by mail, as its reader wants. Safe twice."""
    notice = tx.session.get(Notification, notification_id)
    user = tx.session.get(User, notice.user_id) if notice else None
    if notice is None or user is None or user.closed_at:
        return
    if not devices.may_be_called(tx, user.id):
        return
    ways = {
        NoticeWay.PUSH: preferring.by_push(tx, user.id, notice.kind)
        and devices.count(tx, user.id) > 0,
        NoticeWay.MAIL: preferring.by_mail(tx, user, notice.kind),
    }
    due = _next_loud(tx, user, tx.now)
    if due is None or _is_useless(notice, due):
        return
    for way in (way for way, wanted in ways.items() if wanted):
        row = NoticeSending(notification_id=notice.id, user_id=user.id, way=way, due_at=due)
        tx.session.exec(
            insert(NoticeSending)
            .values(**row.model_dump())
            .on_conflict_do_nothing(constraint="notice_sending_once")
        )
    if due == tx.now and any(ways.values()):
        tx.publish(NoticePlanned(notification_id=notice.id))


def send_due() -> int:
    """Every minute, and after each plan. Safe to run twice; returns how many were sent."""
    sent = 0
    for _ in range(SENDINGS_A_RUN):
        with transaction() as tx:
            call = _claim(tx)
        if call is None:
            break
        if isinstance(call, Call):
            _push(call)
            sent += 1
    return sent


@dataclass(frozen=True)
class Call:
    """What goes to which browsers, and for how long it is of use."""

    sending_id: UUID
    subscriptions: tuple[PushSubscription, ...]
    payload: str
    keys: PushKeys
    ttl_s: int


@dataclass(frozen=True)
class Settled:
    """Nothing is left to do outside: it was written, put off, or dropped."""


def _claim(tx: Transaction) -> Call | Settled | None:
    """The next sending that is due, claimed or settled; None when there is none."""
    free = or_(
        col(NoticeSending.claimed_at).is_(None),
        col(NoticeSending.claimed_at) < tx.now - CLAIM_LASTS,
    )
    row = tx.session.exec(
        select(NoticeSending)
        .where(col(NoticeSending.sent_at).is_(None), col(NoticeSending.dropped_at).is_(None))
        .where(NoticeSending.due_at <= tx.now, free)
        .order_by(col(NoticeSending.due_at))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if row is None:
        return None
    tx.session.add(row)
    notice, user = tx.session.get(Notification, row.notification_id), _user(tx, row.user_id)
    if notice is None or user is None or not _is_wanted(tx, user, notice, row.way):
        row.dropped_at = tx.now
        return Settled()
    due = _next_loud(tx, user, tx.now)
    if due != tx.now:
        _put_off(row, notice, due, tx.now)
        return Settled()
    if row.way is NoticeWay.MAIL:
        row.sent_at = tx.now
        _write(tx, user, notice)
        return Settled()
    return _call(tx, row, user, notice)


def _user(tx: Transaction, user_id: UUID) -> User | None:
    user = tx.session.get(User, user_id)
    return None if user is None or user.closed_at else user


def _is_wanted(tx: Transaction, user: User, notice: Notification, way: NoticeWay) -> bool:
    """Whether it is still worth a call: wanted, allowed, of use, not read, not one too many."""
    if notice.read_at or _is_useless(notice, tx.now) or not devices.may_be_called(tx, user.id):
        return False
    if way is NoticeWay.MAIL:
        return preferring.by_mail(tx, user, notice.kind)
    if not preferring.by_push(tx, user.id, notice.kind):
        return False
    return user.age_band is AgeBand.ADULT or _calls_today(tx, user) < rules.NUDGES_A_DAY


def _calls_today(tx: Transaction, user: User) -> int:
    since = rules.midnight(tx.now, user.time_zone)
    return tx.session.exec(
        select(func.count()).where(
            NoticeSending.user_id == user.id, col(NoticeSending.sent_at) >= since
        )
    ).one()


def _put_off(row: NoticeSending, notice: Notification, due: datetime | None, now: datetime) -> None:
    """Wait until the person may be called, unless it is of no use by then."""
    if due is None or _is_useless(notice, due):
        row.dropped_at = now
    else:
        row.due_at = due


def _next_loud(tx: Transaction, user: User, at: datetime) -> datetime | None:
    quiet = tx.session.get(QuietHours, user.id)
    own = (quiet.begins, quiet.ends) if quiet else None
    is_minor = user.age_band is not AgeBand.ADULT
    return rules.next_loud(at, user.time_zone, own, is_minor=is_minor)


def _is_useless(notice: Notification, at: datetime) -> bool:
    until = _useful_until(notice)
    return until is not None and until <= at


def _useful_until(notice: Notification) -> datetime | None:
    written = notice.data.get("useless_from")
    return datetime.fromisoformat(written) if written else None


def _call(tx: Transaction, row: NoticeSending, user: User, notice: Notification) -> Call | Settled:
    subscriptions, keys = devices.devices_of(tx, user.id), push_keys()
    if not subscriptions or keys is None:
        row.dropped_at = tx.now
        return Settled()
    row.claimed_at = tx.now
    until = _useful_until(notice) or tx.now + KEPT_BY_SERVICE
    ttl = min(until - tx.now, KEPT_BY_SERVICE)
    return Call(row.id, tuple(subscriptions), payload(user, notice), keys, int(ttl.total_seconds()))


def payload(user: User, notice: Notification) -> str:
    """What the browser shows. On a screen that others may see a minor's stays general."""
    is_adult = user.age_band is AgeBand.ADULT
    said = words.say(notice.kind, notice.data) if is_adult else words.NOTHING_PERSONAL
    path = notice.path if is_adult else routes.NOTIFICATIONS
    return json.dumps(
        {
            "notification": {
                "title": said.title,
                "body": said.words,
                "icon": ICON,
                "badge": ICON,
                "tag": str(notice.id),
                "data": {
                    "onActionClick": {
                        "default": {"operation": "navigateLastFocusedOrOpen", "url": path}
                    }
                },
            }
        }
    )


def _push(call: Call) -> None:
    """Send to every browser; what a push service cannot take now is tried again later."""
    reached = [_reach(subscription, call) for subscription in call.subscriptions]
    with transaction() as tx:
        row = tx.session.get_one(NoticeSending, call.sending_id)
        if any(reached):
            row.sent_at = tx.now
        elif all(answer is None for answer in reached):
            row.dropped_at = tx.now
        else:
            row.due_at, row.claimed_at = tx.now + CLAIM_LASTS, None
        tx.session.add(row)


def _reach(subscription: PushSubscription, call: Call) -> bool | None:
    """Whether the browser's service took it; None when that browser is gone for good."""
    browser_keys = {"p256dh": subscription.p256dh, "auth": subscription.auth}
    taken = push.call(subscription.endpoint, browser_keys, call.payload, call.keys, call.ttl_s)
    if taken is None:
        devices.forget_browser(subscription.id)
    return taken


def _write(tx: Transaction, user: User, notice: Notification) -> None:
    """The same as a letter, with the way to end its kind."""
    said = words.say(notice.kind, notice.data)
    stop = choosing.unsubscribe_address(user.id, notice.kind)
    body = accounts.letter(
        said.words,
        f"Read more:\n{settings().public_url}{notice.path}",
        f"Your settings say that you get this by mail. One press ends these mails:\n{stop}",
        accounts.signature(settings().postal_address),
    )
    draft = Draft(LetterKind.NOTICE, said.title, body, unsubscribe=stop)
    accounts.write_to(tx, user.id, draft, teens_too=True)
