"""Links that are mailed: random, stored as a hash, for one purpose, and good for one use."""

import secrets
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.accounts.queries import token_hash
from vel_tutor.domain.accounts.refusals import LinkOver
from vel_tutor.models.accounts import PostedLink
from vel_tutor.vocabulary import LinkPurpose

TOKEN_BYTES = 32


def new_token() -> str:
    """256 random bits for an address or a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def issue(
    tx: Transaction,
    user_id: UUID,
    purpose: LinkPurpose,
    lives: timedelta,
    link_id: UUID | None = None,
) -> str:
    """The token of a new link about `user_id`, stored under `link_id` if one is given."""
    token = new_token()
    tx.session.add(
        PostedLink(
            id=link_id or uuid4(),
            user_id=user_id,
            purpose=purpose,
            token_hash=token_hash(token),
            expires_at=tx.now + lives,
        )
    )
    return token


def look(tx: Transaction, purpose: LinkPurpose, token: str) -> UUID:
    """Whom the link is about; looking changes nothing, for mail scanners open every link.

    Raises:
        LinkOver: used, too old, for another purpose, or never ours.
    """
    found = tx.session.exec(
        select(PostedLink.user_id).where(
            PostedLink.token_hash == token_hash(token),
            PostedLink.purpose == purpose,
            PostedLink.used_at == None,  # noqa: E711
            PostedLink.expires_at > tx.now,
        )
    ).one_or_none()
    if found is None:
        raise LinkOver
    return found


def use(tx: Transaction, purpose: LinkPurpose, token: str) -> UUID:
    """The same, and the link is used up: of many at once, one gets through."""
    used = tx.session.exec(
        update(PostedLink)
        .where(
            col(PostedLink.token_hash) == token_hash(token),
            col(PostedLink.purpose) == purpose,
            col(PostedLink.used_at).is_(None),
            col(PostedLink.expires_at) > tx.now,
        )
        .values(used_at=tx.now)
        .returning(col(PostedLink.user_id))
    ).scalar_one_or_none()
    if used is None:
        raise LinkOver
    return used


def call_back(tx: Transaction, user_id: UUID, purposes: Iterable[LinkPurpose]) -> None:
    """End every open link about `user_id` for `purposes`."""
    tx.session.exec(
        update(PostedLink)
        .where(
            col(PostedLink.user_id) == user_id,
            col(PostedLink.purpose).in_(tuple(purposes)),
            col(PostedLink.used_at).is_(None),
        )
        .values(expires_at=tx.now)
    )
