"""What the staff's queue has to do when something has happened elsewhere."""

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import moderation
from vel_tutor.domain.accounts.events import ChildForgotten
from vel_tutor.domain.coaching.events import CoachFlagged


def tell_of_danger(tx: Transaction, flagged: Event) -> None:
    """The linked parents of a minor in danger hear of it, unless somebody has to look first."""
    if isinstance(flagged, CoachFlagged) and flagged.may_tell_parents:
        moderation.tell_of_danger(tx, flagged.flag_id)


def forget_rulings(tx: Transaction, gone: Event) -> None:
    """Nothing that was decided about a forgotten child stays."""
    if isinstance(gone, ChildForgotten):
        moderation.forget(tx, gone.child_id)
