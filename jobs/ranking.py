"""What moves people on leaderboards, and takes them off. Each may be told twice, late, or never."""

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import boards
from vel_tutor.domain.accounts.events import ChildForgotten, StandingChanged
from vel_tutor.domain.incentives.events import StreakBroken, StreakGrew
from vel_tutor.domain.loops.events import ChallengeCompleted
from vel_tutor.domain.practice.events import PracticeCompleted
from vel_tutor.domain.rooms.events import RoomChanged, RoomClosed, RoomJoined, RoomLeft, RoomOpened


def count_for_boards(tx: Transaction, done: Event) -> None:
    """Where a finished deck, another day or the end of a streak puts somebody."""
    if isinstance(done, PracticeCompleted) and done.player_user_id:
        boards.count(tx, done.player_user_id)
    elif isinstance(done, StreakGrew | StreakBroken):
        boards.count(tx, done.user_id)


def count_challenge(tx: Transaction, over: Event) -> None:
    """Both sides of a game that is over: one of them may have won it."""
    if isinstance(over, ChallengeCompleted):
        boards.count_game(tx, over.play_id)


def count_or_leave(tx: Transaction, changed: Event) -> None:
    """Whoever is not to be seen any more leaves all boards; whoever is again, comes back."""
    if isinstance(changed, StandingChanged):
        boards.count(tx, changed.user_id)


def forget_places(tx: Transaction, gone: Event) -> None:
    """A forgotten child stands on no board, of past weeks neither."""
    if isinstance(gone, ChildForgotten):
        boards.forget(tx, gone.child_id)


def follow_room(tx: Transaction, news: Event) -> None:
    """A club or study group has a board of its own, of whoever is in it."""
    if isinstance(news, RoomJoined | RoomLeft):
        boards.follow_member(tx, news.room_id, news.user_id)
    elif isinstance(news, RoomOpened | RoomChanged | RoomClosed):
        boards.follow_room(tx, news.room_id)
