"""How often somebody may invite, over all loops."""

from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import TooMany
from vel_tutor.domain import accounts
from vel_tutor.domain.loops import rules
from vel_tutor.models.loops import InviteAttempt
from vel_tutor.vocabulary import LoopKind


class InvitesSpent(TooMany):
    words = "You have sent all the invitations you can for today. Tomorrow there are more."
    code = "invites_spent"


def one_at_a_time(tx: Transaction, user_id: UUID) -> None:
    """Let the invitations of one person come one after the other; taken before `may_try`."""
    key = func.hashtextextended(f"invite:{user_id}", 0)
    tx.session.exec(select(func.pg_advisory_xact_lock(key)))


def may_try(tx: Transaction, user_id: UUID, loop: LoopKind) -> bool:
    """Write one try to invite down, and say whether it is within the cap of the day.

    The refused tries have to stay written: raise `InvitesSpent` after the commit.
    """
    age = tx.now - accounts.person(tx, user_id).joined_at
    refused = _spent(tx, user_id) >= rules.invites_a_day(age)
    tx.session.add(InviteAttempt(user_id=user_id, loop=loop, was_refused=refused, at=tx.now))
    return not refused


def invites_left(tx: Transaction, user_id: UUID) -> int:
    """How many more invitations `user_id` may make now."""
    age = tx.now - accounts.person(tx, user_id).joined_at
    return max(0, rules.invites_a_day(age) - _spent(tx, user_id))


def _spent(tx: Transaction, user_id: UUID) -> int:
    allowed = select(func.count()).where(
        InviteAttempt.user_id == user_id,
        InviteAttempt.at > tx.now - rules.INVITE_WINDOW,
        col(InviteAttempt.was_refused).is_(False),
    )
    return tx.session.exec(allowed).one()


def invite_attempts(user_id: UUID) -> int:
    """How often somebody tried to invite within a day, refused or not (guardrail: over 20)."""
    with reading() as tx:
        tries = select(func.count()).where(
            InviteAttempt.user_id == user_id, InviteAttempt.at > tx.now - rules.INVITE_WINDOW
        )
        return tx.session.exec(tries).one()
