"""What linked parents are told: that a child may need them, and that one meets nobody for now."""

from datetime import datetime
from uuid import UUID, uuid5

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, coaching, notifications
from vel_tutor.domain.moderation.refusals import NobodyToTell
from vel_tutor.vocabulary import AgeBand, CoachFlag, NotificationKind


def tell_of_danger(tx: Transaction, flag_id: UUID, *, must_reach_somebody: bool = False) -> bool:
    """Tell the linked parents that their child may need them, once for each flag.

    Not a word of what was said. Of grown-ups nobody is told.

    Returns:
        Whether anybody is linked who could be told.

    Raises:
        NobodyToTell: nobody is, and somebody `must` be.
    """
    flag = coaching.flag(tx, flag_id)
    if flag is None or flag.kind is not CoachFlag.DANGER or flag.band is AgeBand.ADULT:
        told = ()
    else:
        told = accounts.parents_of(tx, flag.user_id)
    if flag is None or not told:
        if must_reach_somebody:
            raise NobodyToTell
        return False
    for parent_id in sorted(told):
        notifications.tell(
            tx,
            parent_id,
            NotificationKind.CHILD_IN_NEED,
            source_id=flag_id,
            path=routes.family_child(flag.user_id),
        )
    coaching.note_parents_told(tx, flag_id)
    return True


def tell_of_bar(tx: Transaction, child_id: UUID) -> None:
    """Tell the linked parents that the house has stopped their child from meeting others."""
    for parent_id in sorted(accounts.parents_of(tx, child_id)):
        notifications.tell(
            tx,
            parent_id,
            NotificationKind.MEETING_STOPPED,
            source_id=cause(child_id, tx.now),
            path=routes.family_child(child_id),
        )


def cause(what: UUID, at: datetime) -> UUID:
    """One happening among several of the same kind."""
    return uuid5(what, at.isoformat())
