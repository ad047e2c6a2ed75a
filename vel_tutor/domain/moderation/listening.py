"""Reading what somebody said to the tutor: few may, and each time is written down."""

from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import coaching, safety
from vel_tutor.domain.coaching import TurnView
from vel_tutor.domain.moderation import rules
from vel_tutor.vocabulary import AuditAction


def read_talk(actor: Actor, flag_id: UUID) -> tuple[TurnView, ...]:
    """What was said around a flag that waits; that the actor has read it stays in the audit log.

    Raises:
        NotAllowed: not trust and safety.
        NotFound: no such flag, or it was seen to: then there is nothing more to be read.
    """
    actor.must_be(*rules.LISTENERS)
    with transaction() as tx:
        flag = coaching.flag(tx, flag_id)
        if flag is None or flag.settled_at is not None:
            raise NotFound
        said = coaching.exchange(tx, flag_id)
        safety.remember(
            tx,
            AuditAction.TUTOR_TALK_READ,
            actor_id=actor.user_id,
            subject_id=flag.user_id,
            object_id=flag_id,
        )
        return said
