"""Counting what people did before there were badges, or before the newest of them."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.content.badges import EDITION
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import incentives
from vel_tutor.domain.badges import deeds
from vel_tutor.models.accounts import User
from vel_tutor.models.badges import BadgeCount, BadgeDeed, BadgeRecount
from vel_tutor.vocabulary import Role

PEOPLE_A_RUN = 500


def recount(tx: Transaction, user_id: UUID) -> int:
    """Count everything `user_id` has ever done; says how many levels it gave."""
    given = deeds.everything(tx, user_id)
    done = insert(BadgeRecount).values(user_id=user_id, edition=EDITION, at=tx.now)
    tx.session.exec(
        done.on_conflict_do_update(
            index_elements=["user_id"], set_={"edition": EDITION, "at": tx.now}
        )
    )
    return given


def recount_some(at_most: int = PEOPLE_A_RUN) -> int:
    """Count anew for people whose badges are not of this edition of the catalogue.

    Each in a transaction of their own: stopped at any point, it goes on there.

    Returns:
        How many people were counted for.
    """
    done = 0
    while done < at_most:
        with transaction() as tx:
            user_id = _next(tx)
            if user_id is None:
                break
            recount(tx, user_id)
            done += 1
    return done


def _next(tx: Transaction) -> UUID | None:
    """Somebody who is still to be counted for, and whom nobody else counts for right now."""
    counted = (
        select(BadgeRecount.user_id)
        .where(BadgeRecount.user_id == User.id, BadgeRecount.edition == EDITION)
        .exists()
    )
    return tx.session.exec(
        select(User.id)
        .where(User.role == Role.STUDENT, col(User.closed_at).is_(None), ~counted)
        .order_by(col(User.id))
        .limit(1)
        .with_for_update(skip_locked=True, key_share=True)
    ).first()


def forget(tx: Transaction, user_id: UUID) -> None:
    """Wipe the badges of `user_id`, and what was counted for them."""
    incentives.forget_badges(tx, user_id)
    for table in (BadgeCount, BadgeDeed, BadgeRecount):
        tx.session.exec(delete(table).where(col(table.user_id) == user_id))
