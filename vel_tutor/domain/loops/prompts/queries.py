"""Reads about prompts: the one on show, and what somebody wants to be asked for."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import accounts, notifications
from vel_tutor.domain.loops.prompts import showing, standing
from vel_tutor.domain.loops.prompts.views import PromptView, SuggestionsView
from vel_tutor.models.prompts import Prompt
from vel_tutor.vocabulary import ConsentScope, LoopKind


def current(actor: Actor) -> PromptView:
    """What the actor is asked at the moment; an empty one for nothing.

    A switch that was turned since, by a parent or by themselves, and quiet hours hold at once.
    """
    with reading() as tx:
        row = tx.session.exec(
            open_of(tx, actor.user_id).order_by(col(Prompt.created_at).desc()).limit(1)
        ).one_or_none()
        if row is None or not accounts.allows(tx, actor.user_id, ConsentScope.INVITING):
            return PromptView()
        mutes = standing.mutes_of(tx, actor.user_id)
        if None in mutes or row.loop in mutes:
            return PromptView()
        if notifications.is_quiet(tx, actor.user_id):
            return PromptView()
        return showing.prompt(row)


def open_of(tx: Transaction, user_id: UUID) -> SelectOfScalar[Prompt]:
    """The prompts that still wait for an answer of `user_id`."""
    return select(Prompt).where(
        Prompt.user_id == user_id,
        col(Prompt.expires_at) > tx.now,
        col(Prompt.dismissed_at).is_(None),
        col(Prompt.acted_at).is_(None),
    )


def suggestions(actor: Actor) -> SuggestionsView:
    """What the actor wants to be asked for; nothing at all for those who are never asked."""
    with reading() as tx:
        return suggestions_of(tx, actor)


def suggestions_of(tx: Transaction, actor: Actor) -> SuggestionsView:
    """The same inside the caller's transaction."""
    loops = loops_for(actor)
    if not loops or not accounts.allows(tx, actor.user_id, ConsentScope.INVITING):
        return SuggestionsView()
    mutes = standing.mutes_of(tx, actor.user_id)
    return SuggestionsView(
        offered=True,
        is_on=None not in mutes,
        loops=tuple(showing.suggestion(loop, is_on=loop not in mutes) for loop in loops),
    )


def wants_none(tx: Transaction, user_id: UUID) -> bool:
    """Whether somebody has switched off whatever rises over a page by itself."""
    return None in standing.mutes_of(tx, user_id)


def loops_for(actor: Actor) -> tuple[LoopKind, ...]:
    """What somebody of the actor's standing may be asked for."""
    role = standing.role_of(actor.standing)
    return standing.LOOPS[role] if role else ()
