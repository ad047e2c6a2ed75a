"""What people say to lines of the feed, with one of five pictures."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import transaction
from vel_tutor.domain import safety
from vel_tutor.domain.feed import reading, showing
from vel_tutor.domain.feed.actions import of
from vel_tutor.domain.feed.events import FeedItemAnswered
from vel_tutor.domain.feed.views import LineView
from vel_tutor.models.feed import FeedReaction
from vel_tutor.vocabulary import STUDENTS, Reaction


def react(actor: Actor, item_id: UUID, reaction: Reaction, *, on: bool) -> LineView:
    """Say `reaction` to a line, or take it back; done twice it is as done once.

    Returns:
        The line as it stands now.

    Raises:
        NotFound: no such line, or none that the actor may see.
        TooMany: a lot within an hour.
    """
    actor.must_be(*STUDENTS)
    safety.spend(safety.FEED_REACTION, str(actor.user_id))
    with transaction() as tx:
        who, item = reading.access(tx, actor, item_id)
        if on:
            row = FeedReaction(item_id=item.id, user_id=actor.user_id, reaction=reaction, at=tx.now)
            deed = (
                insert(FeedReaction)
                .values(**row.model_dump())
                .on_conflict_do_nothing(constraint="feed_reaction_once")
                .returning(col(FeedReaction.id))
            )
        else:
            deed = (
                delete(FeedReaction)
                .where(
                    col(FeedReaction.item_id) == item.id,
                    col(FeedReaction.user_id) == actor.user_id,
                    col(FeedReaction.reaction) == reaction,
                )
                .returning(col(FeedReaction.id))
            )
        if tx.session.exec(deed).first():
            tx.publish(FeedItemAnswered(**of(item)))
        return showing.lines(tx, who, [item])[0]
