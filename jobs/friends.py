"""What friends has to do when something has happened elsewhere."""

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import friends, pairs
from vel_tutor.domain.accounts.events import ChildForgotten, StandingChanged
from vel_tutor.domain.friends.events import FriendshipEnded
from vel_tutor.domain.incentives.events import StreakGrew


def forget_friends(tx: Transaction, gone: Event) -> None:
    """Nobody is a friend of a forgotten child, or was ever asked."""
    if isinstance(gone, ChildForgotten):
        friends.forget(tx, gone.child_id)


def part_pair(tx: Transaction, over: Event) -> None:
    """Whoever is no longer a friend keeps no streak with the other."""
    if isinstance(over, FriendshipEnded):
        pairs.part(tx, over.friendship_id)


def count_for_pairs(tx: Transaction, grown: Event) -> None:
    """A practised day counts for the streaks of two, and the friends may hear of it."""
    if isinstance(grown, StreakGrew):
        pairs.practised(tx, grown.user_id, grown.local_date)


def look_at_friends(tx: Transaction, changed: Event) -> None:
    """Whoever is a friend of somebody whose switches were pressed looks again."""
    if isinstance(changed, StandingChanged):
        friends.switched(tx, changed.user_id)
