"""What playing together leaves behind, for tests: shields, lines of the feed, events."""

from sqlmodel import select

from vel_tutor.core.db import reading
from vel_tutor.domain import incentives
from vel_tutor.models.feed import FeedItem


def shields(actor) -> int:
    """How many streak shields somebody has."""
    return incentives.purse(actor).shields


def feed() -> list[FeedItem]:
    """Every line of everybody's feed."""
    with reading() as tx:
        return list(tx.session.exec(select(FeedItem)).all())


def named(events) -> list[str]:
    """The kinds of events, in order."""
    return [type(event).__name__ for event in events]
