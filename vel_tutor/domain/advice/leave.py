"""Leave for programs outside to ask advisers: a secret, whom it opens, and until when."""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound, SignInNeeded
from vel_tutor.domain import safety
from vel_tutor.domain.advice.views import LeaveView, NewLeave
from vel_tutor.models.advice import McpToken
from vel_tutor.vocabulary import Agent, AuditAction

_PREFIX = "vtm_"
_SECRET_BYTES = 32
_LONGEST = timedelta(days=366)
_LONGEST_LABEL = 60
_SEEN_EVERY = timedelta(minutes=5)


class NoLeave(SignInNeeded):
    words = "This needs a token that is known, in time and not withdrawn."
    code = "no_leave"


class WrongScope(NotAllowed):
    words = "Your token does not open this adviser."
    code = "wrong_scope"


def give_leave(label: str, scopes: Iterable[Agent], lifetime: timedelta) -> NewLeave:
    """A new token for the program called `label`; the secret is told this once.

    Raises:
        Invalid: no name, no adviser, or no time between a minute and a year.
    """
    opened = tuple(agent for agent in Agent if agent in set(scopes))
    label = " ".join(label.split())[:_LONGEST_LABEL]
    if not opened or not label or not timedelta(minutes=1) <= lifetime <= _LONGEST:
        raise Invalid
    token = _PREFIX + secrets.token_urlsafe(_SECRET_BYTES)
    with transaction() as tx:
        row = McpToken(
            token_hash=_hash(token),
            label=label,
            scopes=list(opened),
            created_at=tx.now,
            expires_at=tx.now + lifetime,
        )
        tx.session.add(row)
        tx.session.flush()
        safety.remember(tx, AuditAction.ADVICE_LEAVE_GIVEN, object_id=row.id)
        return NewLeave(leave=_view(row), token=token)


def withdraw(leave_id: UUID) -> LeaveView:
    """End a token now.

    Raises:
        NotFound: there is none of that id, or it has been withdrawn before.
    """
    with transaction() as tx:
        row = tx.session.exec(
            select(McpToken)
            .where(McpToken.id == leave_id, col(McpToken.revoked_at).is_(None))
            .with_for_update()
        ).one_or_none()
        if row is None:
            raise NotFound
        row.revoked_at = tx.now
        safety.remember(tx, AuditAction.ADVICE_LEAVE_WITHDRAWN, object_id=row.id)
        return _view(row)


def leaves() -> tuple[LeaveView, ...]:
    """Every token that was ever made, the latest first."""
    with transaction() as tx:
        rows = tx.session.exec(select(McpToken).order_by(col(McpToken.created_at).desc())).all()
        return tuple(map(_view, rows))


def admit(token: str, address: str, agents: Sequence[str] = ()) -> frozenset[Agent]:
    """Whom the bearer of `token` may ask; each of `agents` they are about to ask is written down.

    Args:
        address: the network address it came from; only who guesses tokens is counted by it.

    Raises:
        NoLeave: the token is unknown, over or withdrawn.
        WrongScope: it does not open one of `agents`.
        TooMany: too many questions by this token, or wrong tokens from this address.
    """
    with transaction() as tx:
        row = _known(tx, token)
        if row is None:
            safety.spend(safety.ADVICE_ADDRESS, address)
            raise NoLeave
        safety.spend(safety.ADVICE_TOKEN, str(row.id))
        if not set(agents) <= set(row.scopes):
            raise WrongScope
        for agent in agents:
            safety.remember(tx, AuditAction.ADVICE_ASKED, object_id=row.id, reason=agent)
        if row.last_used_at is None or tx.now - row.last_used_at > _SEEN_EVERY:
            seen = update(McpToken).where(col(McpToken.id) == row.id)
            tx.session.exec(seen.values(last_used_at=tx.now))
        return frozenset(map(Agent, row.scopes))


def _known(tx: Transaction, token: str) -> McpToken | None:
    if not token.startswith(_PREFIX):
        return None
    return tx.session.exec(
        select(McpToken).where(
            McpToken.token_hash == _hash(token),
            McpToken.expires_at > tx.now,
            col(McpToken.revoked_at).is_(None),
        )
    ).one_or_none()


def _hash(token: str) -> str:
    """What is stored of a token: it has 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def _view(row: McpToken) -> LeaveView:
    return LeaveView(
        id=row.id,
        label=row.label,
        scopes=tuple(row.scopes),
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        last_used_at=row.last_used_at,
    )
