"""Reactions about who is where, and who practises with whom."""

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts.events import ChildForgotten, StandingChanged
from vel_tutor.domain.loops import together
from vel_tutor.domain.practice.events import PracticeCompleted
from vel_tutor.live import presence
from vel_tutor.vocabulary import ConsentScope


def count_company(tx: Transaction, done: Event) -> None:
    """Two who finish the same deck together have practised together."""
    if isinstance(done, PracticeCompleted) and done.player_user_id:
        together.note_finished(tx, done.session_id)


def forget_company(tx: Transaction, gone: Event) -> None:
    """With whom a forgotten child practised stays nowhere."""
    if isinstance(gone, ChildForgotten):
        together.forget(tx, gone.child_id)


def wipe_presence(tx: Transaction, changed: Event) -> None:
    """Nothing is left of where somebody was who is not to be seen, whichever process wrote it."""
    if isinstance(changed, ChildForgotten):
        presence.forget(presence.of_user(changed.child_id))
    elif isinstance(changed, StandingChanged) and not accounts.allows(
        tx, changed.user_id, ConsentScope.PRESENCE
    ):
        presence.forget(presence.of_user(changed.user_id))
