"""What events set off in rooms of many."""

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import rooms
from vel_tutor.domain.accounts.events import ChildForgotten, StandingChanged
from vel_tutor.domain.practice.events import PracticeCompleted
from vel_tutor.domain.tutoring.events import ClassCalledOff


def count_for_rooms(tx: Transaction, done: Event) -> None:
    """What a finished deck adds to the week of each room its player is in."""
    if isinstance(done, PracticeCompleted) and done.player_user_id:
        rooms.count(tx, done.player_user_id, done.session_id)


def leave_rooms(tx: Transaction, gone: Event) -> None:
    """Neither a forgotten child nor anybody who is not to be with others stays in a room."""
    if isinstance(gone, ChildForgotten):
        rooms.forget(tx, gone.child_id)
    elif isinstance(gone, StandingChanged):
        rooms.leave_if_hidden(tx, gone.user_id)


def close_party(tx: Transaction, gone: Event) -> None:
    """No party is held around a class that was called off."""
    if isinstance(gone, ClassCalledOff):
        rooms.class_called_off(tx, gone.session_id)
