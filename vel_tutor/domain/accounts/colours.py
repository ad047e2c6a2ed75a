"""Which colours the app wears for somebody. Whether they own them is the shop's to know."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import Theme


def theme_of(tx: Transaction, user_id: UUID) -> Theme:
    """What the app wears for `user_id`."""
    return Theme(tx.session.exec(select(User.theme).where(User.id == user_id)).one())


def wear(tx: Transaction, user_id: UUID, theme: Theme) -> None:
    """Let the app wear `theme` for `user_id` from the next page on."""
    tx.session.exec(
        update(User)
        .where(col(User.id) == user_id)
        .values(theme=theme)
        .execution_options(synchronize_session=False)
    )
