"""Making friends of people, for tests of what friends see."""

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import transaction
from vel_tutor.models.friends import Friendship


def befriend(one: Actor, other: Actor) -> None:
    """Make the two friends."""
    low, high = sorted((one.user_id, other.user_id))
    with transaction() as tx:
        tx.session.add(
            Friendship(
                low_id=low,
                high_id=high,
                asked_by_id=one.user_id,
                asked_at=tx.now,
                sent_at=tx.now,
                agreed_at=tx.now,
                accepted_at=tx.now,
            )
        )
