"""Browsers that may be called while the app is closed."""

import re
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotAllowed
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.domain.notifications import rules
from vel_tutor.models.accounts import SignIn
from vel_tutor.models.notifications import PushSubscription
from vel_tutor.vocabulary import MEMBERS, AppEnv, ConsentScope

MOST_DEVICES = 10
LONGEST_ENDPOINT = 1000
_KEY = re.compile(r"[A-Za-z0-9_-]{16,120}=*")


class BrowserOdd(Invalid):
    words = "This browser's push service is not one we know. You still find everything in the app."
    code = "browser_odd"


def subscribe(actor: Actor, endpoint: str, p256dh: str, auth: str) -> None:
    """Call this browser from now on, as long as it stays signed in.

    Raises:
        NotAllowed: a parent has not switched notices on.
        BrowserOdd: the address or the keys are not what a browser's push service gives.
    """
    actor.must_be(*MEMBERS)
    is_development = settings().app_env is not AppEnv.PRODUCTION
    if len(endpoint) > LONGEST_ENDPOINT or not (
        rules.is_push_service(endpoint, here_too=is_development)
        and _KEY.fullmatch(p256dh)
        and _KEY.fullmatch(auth)
    ):
        raise BrowserOdd
    with transaction() as tx:
        if not may_be_called(tx, actor.user_id):
            raise NotAllowed("A parent can switch notices on, in the family page.")
        row = PushSubscription(
            user_id=actor.user_id,
            sign_in_id=actor.session_id,
            endpoint=endpoint,
            p256dh=p256dh,
            auth=auth,
            at=tx.now,
        )
        values = row.model_dump()
        tx.session.exec(
            insert(PushSubscription)
            .values(**values)
            .on_conflict_do_update(
                index_elements=["endpoint"],
                set_={name: kept for name, kept in values.items() if name != "id"},
            )
        )
        _drop_oldest(tx, actor.user_id)


def unsubscribe(actor: Actor, endpoint: str = "") -> None:
    """Call that browser no more; every browser of the actor, if none is named."""
    with transaction() as tx:
        mine = col(PushSubscription.user_id) == actor.user_id
        which = mine & (col(PushSubscription.endpoint) == endpoint) if endpoint else mine
        tx.session.exec(delete(PushSubscription).where(which))


def may_be_called(tx: Transaction, user_id: UUID) -> bool:
    """Whether somebody may hear of anything beyond the app."""
    return accounts.allows(tx, user_id, ConsentScope.NOTICES)


def devices_of(tx: Transaction, user_id: UUID) -> list[PushSubscription]:
    """The browsers of `user_id` whose sign-in is not over."""
    found = tx.session.exec(
        select(PushSubscription)
        .join(SignIn, col(SignIn.id) == col(PushSubscription.sign_in_id))
        .where(PushSubscription.user_id == user_id, col(SignIn.ended_at).is_(None))
        .order_by(col(PushSubscription.at))
    )
    return list(found)


def count(tx: Transaction, user_id: UUID) -> int:
    """How many browsers of `user_id` may be called."""
    return tx.session.exec(
        select(func.count())
        .select_from(PushSubscription)
        .join(SignIn, col(SignIn.id) == col(PushSubscription.sign_in_id))
        .where(PushSubscription.user_id == user_id, col(SignIn.ended_at).is_(None))
    ).one()


def forget_browser(subscription_id: UUID) -> None:
    """A push service says that this browser is gone."""
    with transaction() as tx:
        gone = col(PushSubscription.id) == subscription_id
        tx.session.exec(delete(PushSubscription).where(gone))


def _drop_oldest(tx: Transaction, user_id: UUID) -> None:
    kept = (
        select(PushSubscription.id)
        .where(PushSubscription.user_id == user_id)
        .order_by(col(PushSubscription.at).desc())
        .limit(MOST_DEVICES)
    )
    tx.session.exec(
        delete(PushSubscription).where(
            col(PushSubscription.user_id) == user_id, col(PushSubscription.id).not_in(kept)
        )
    )
