"""Taking families out of the bank and bringing them back, at once and on the record."""

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.domain import safety
from vel_tutor.domain.bank import rules
from vel_tutor.domain.bank.filling import renew
from vel_tutor.models.bank import BankFamily, BankItem
from vel_tutor.vocabulary import AuditAction, Misgiving, Retirement, Standing


def retire(actor: Actor, family_id: str, why: Misgiving) -> None:
    """Let no new test draw from a family; tests under way go on with what they were given.

    Raises:
        Conflict: none does already.
    """
    actor.must_be(Standing.ADMIN)
    with transaction() as tx:
        row = _held(tx, family_id)
        if row.retired_at is not None:
            raise Conflict
        row.retired_at, row.retired_why = tx.now, Retirement.STAFF
        tx.session.exec(
            update(BankItem)
            .where(col(BankItem.family) == family_id, col(BankItem.retired_at).is_(None))
            .values(retired_at=tx.now, retired_why=Retirement.STAFF)
            .execution_options(synchronize_session=False)
        )
        renew(tx, row.subject)
        safety.remember(
            tx,
            AuditAction.FAMILY_RETIRED,
            actor_id=actor.user_id,
            object_id=row.id,
            reason=why.value,
        )


def bring_back(actor: Actor, family_id: str) -> None:
    """Let tests draw again from a family that was retired by the staff.

    Raises:
        Conflict: nobody on the staff retired it, or it has left the content since.
    """
    actor.must_be(Standing.ADMIN)
    with transaction() as tx:
        row = _held(tx, family_id)
        if row.retired_why is not Retirement.STAFF or not _is_made(family_id):
            raise Conflict("Only what the staff retired, and the content still has, can come back.")
        row.retired_at = row.retired_why = None
        for item in tx.session.exec(
            select(BankItem).where(
                BankItem.family == family_id, BankItem.retired_why == Retirement.STAFF
            )
        ):
            if _asks_the_same(item):
                item.retired_at = item.retired_why = None
        renew(tx, row.subject)
        safety.remember(
            tx, AuditAction.FAMILY_BROUGHT_BACK, actor_id=actor.user_id, object_id=row.id
        )


def _held(tx: Transaction, family_id: str) -> BankFamily:
    """The row of a family, which nobody else changes meanwhile."""
    of_family = select(BankFamily).where(BankFamily.family == family_id).with_for_update()
    row = tx.session.exec(of_family).one_or_none()
    if row is None:
        raise NotFound
    return row


def _is_made(family_id: str) -> bool:
    return any(one.id == family_id for one in content.families())


def _asks_the_same(item: BankItem) -> bool:
    """Whether the content still makes the question that was retired."""
    try:
        now = content.instance(item.family, item.seed)
    except LookupError:
        return False
    return rules.fingerprint(now) == item.fingerprint
