"""What people do with a prompt: see it, follow it, put it away, never want one like it again."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import experiments
from vel_tutor.domain.loops.prompts import queries, showing
from vel_tutor.domain.loops.prompts.events import PromptAnswered
from vel_tutor.domain.loops.prompts.views import SuggestionsView
from vel_tutor.models.prompts import LoopSuccess, Prompt, PromptMute
from vel_tutor.vocabulary import LoopKind


def note_shown(actor: Actor, prompt_id: UUID) -> None:
    """The prompt is on a screen of the actor's now; the first time counts as an exposure.

    Raises:
        NotFound: no such prompt, or it is somebody else's.
    """
    with transaction() as tx:
        row = _access(tx, actor, prompt_id)
        if row.shown_at is None and _is_open(tx, row):
            row.shown_at = tx.now
            tx.session.add(row)
            experiments.expose(tx, experiments.PROMPTS_COPY, actor.user_id)


def follow(actor: Actor, prompt_id: UUID) -> str:
    """The actor wants what the prompt asks for; where that leads.

    Once it is over, following it again leads there too and changes nothing.

    Raises:
        NotFound: no such prompt, or it is somebody else's.
    """
    with transaction() as tx:
        row = _access(tx, actor, prompt_id)
        if _is_open(tx, row):
            row.shown_at = row.shown_at or tx.now
            row.acted_at = tx.now
            _answered(tx, row, followed=True)
        return showing.path(row)


def dismiss(actor: Actor, prompt_id: UUID) -> None:
    """Put the prompt away for good.

    Raises:
        NotFound: no such prompt, or it is somebody else's.
    """
    with transaction() as tx:
        _put_away(tx, _access(tx, actor, prompt_id))


def never(actor: Actor, prompt_id: UUID) -> None:
    """Put the prompt away, and never ask for its loop again; `want` takes that back.

    Raises:
        NotFound: no such prompt, or it is somebody else's.
    """
    with transaction() as tx:
        row = _access(tx, actor, prompt_id)
        _put_away(tx, row)
        _mute(tx, actor.user_id, row.loop)


def choose(actor: Actor, loop: LoopKind | None, *, wanted: bool) -> SuggestionsView:
    """Whether the actor wants to be asked for `loop`; without a loop, for anything at all.

    Raises:
        NotAllowed: somebody who is never asked for that.
    """
    with transaction() as tx:
        before = queries.suggestions_of(tx, actor)
        if not before.offered or (loop and loop not in queries.loops_for(actor)):
            raise NotAllowed
        if wanted:
            _unmute(tx, actor.user_id, loop)
        else:
            _mute(tx, actor.user_id, loop)
        tx.session.flush()
        return queries.suggestions_of(tx, actor)


def note_done_otherwise(tx: Transaction, user_id: UUID, loop: LoopKind) -> None:
    """Somebody does what they were being asked for, without waiting for the question.

    A prompt they have seen was followed; one they have not seen is not needed any more.
    """
    for row in tx.session.exec(queries.open_of(tx, user_id).where(Prompt.loop == loop)).all():
        if row.shown_at:
            row.acted_at = tx.now
        else:
            row.expires_at = tx.now
        _answered(tx, row, followed=True)


def forget(tx: Transaction, user_id: UUID) -> None:
    """Everything somebody was asked, and what they wanted to be asked, is gone."""
    for table in (LoopSuccess, Prompt, PromptMute):
        tx.session.exec(delete(table).where(col(table.user_id) == user_id))


def _put_away(tx: Transaction, row: Prompt) -> None:
    if _is_open(tx, row):
        row.shown_at = row.shown_at or tx.now
        row.dismissed_at = tx.now
        _answered(tx, row, followed=False)


def _answered(tx: Transaction, row: Prompt, *, followed: bool) -> None:
    tx.session.add(row)
    if row.loop:
        tx.publish(
            PromptAnswered(prompt_id=row.id, user_id=row.user_id, loop=row.loop, followed=followed)
        )


def _is_open(tx: Transaction, row: Prompt) -> bool:
    is_over = row.dismissed_at or row.acted_at or row.expires_at is None
    return not is_over and row.expires_at is not None and row.expires_at > tx.now


def _mute(tx: Transaction, user_id: UUID, loop: LoopKind | None) -> None:
    row = PromptMute(user_id=user_id, loop=loop, muted_at=tx.now)
    added = insert(PromptMute).values(**row.model_dump())
    tx.session.exec(added.on_conflict_do_nothing(constraint="prompt_mute_once"))


def _unmute(tx: Transaction, user_id: UUID, loop: LoopKind | None) -> None:
    of_theirs = delete(PromptMute).where(col(PromptMute.user_id) == user_id)
    tx.session.exec(of_theirs.where(col(PromptMute.loop).is_not_distinct_from(loop)))


def _access(tx: Transaction, actor: Actor, prompt_id: UUID) -> Prompt:
    """The actor's own prompt, locked, or `NotFound`."""
    mine = select(Prompt).where(
        Prompt.id == prompt_id, Prompt.user_id == actor.user_id, col(Prompt.loop).is_not(None)
    )
    mine = mine.with_for_update().execution_options(populate_existing=True)
    row = tx.session.exec(mine).one_or_none()
    if row is None:
        raise NotFound
    return row
