"""The log of deeds that matter: added in the deed's own transaction, never changed."""

from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.models.safety import AuditEntry
from vel_tutor.vocabulary import AuditAction


def remember(
    tx: Transaction,
    action: AuditAction,
    *,
    actor_id: UUID | None = None,
    subject_id: UUID | None = None,
    object_id: UUID | None = None,
    reason: str = "",
) -> None:
    """Note that `actor_id` did `action` to the account `subject_id`; `reason` is a word of ours."""
    tx.session.add(
        AuditEntry(
            at=tx.now,
            actor_id=actor_id,
            subject_id=subject_id,
            action=action,
            object_id=object_id,
            reason=reason,
        )
    )
