"""What other contexts may know of a line that somebody presses."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.feed import reading
from vel_tutor.vocabulary import FeedKind


@dataclass(frozen=True)
class Seen:
    """A line of a friend."""

    kind: FeedKind
    owner_id: UUID
    source_id: UUID


def seen(tx: Transaction, actor: Actor, item_id: UUID) -> Seen:
    """The line of a friend that the actor has before them.

    Raises:
        NotFound: no such line, none that they may see, or a stranger's.
    """
    who, item = reading.access(tx, actor, item_id)
    if item.owner_id not in who.names:
        raise NotFound
    return Seen(item.kind, item.owner_id, item.source_id)
