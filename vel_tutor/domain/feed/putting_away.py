"""Putting lines away: hiding, reporting, muting, deleting one's own; each can be taken back."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import friends, safety
from vel_tutor.domain.feed import reading as feeds
from vel_tutor.domain.feed import rules
from vel_tutor.domain.feed.actions import of
from vel_tutor.domain.feed.events import FeedItemGone
from vel_tutor.domain.feed.views import MutedView
from vel_tutor.models.feed import FeedHide, FeedItem, FeedMute
from vel_tutor.vocabulary import STUDENTS, AuditAction, PutAway, ReportKind


def hide(actor: Actor, item_id: UUID) -> None:
    """Show a line to the actor no more.

    Raises:
        NotFound: no such line, or none that the actor may see.
    """
    with transaction() as tx:
        _, item = feeds.access(tx, actor, item_id)
        _hide(tx, actor, item, reported=False)


def report(actor: Actor, item_id: UUID, kind: ReportKind) -> None:
    """Ask the staff to look at a line; the actor sees it no more, and after three nobody does.

    Raises:
        NotFound: no such line, or none that the actor may see.
        Invalid: their own.
        TooMany: enough for one day.
    """
    with reading() as tx:
        owner_id = feeds.access(tx, actor, item_id)[1].owner_id
    friends.report(actor, owner_id, kind, item_id)
    with transaction() as tx:
        item = _locked(tx, item_id)
        _hide(tx, actor, item, reported=True)
        _settle(tx, item)


def mute(actor: Actor, item_id: UUID) -> None:
    """Show the actor nothing more of the owner of a line; the owner is not told.

    Raises:
        NotFound: no such line, or none that the actor may see, or their own.
    """
    with transaction() as tx:
        who, item = feeds.access(tx, actor, item_id)
        if item.owner_id == who.user_id:
            raise NotFound
        row = FeedMute(user_id=actor.user_id, muted_id=item.owner_id, at=tx.now)
        tx.session.exec(
            insert(FeedMute)
            .values(**row.model_dump())
            .on_conflict_do_nothing(constraint="feed_mute_once")
        )


def remove(actor: Actor, item_id: UUID) -> None:
    """Take the actor's own line away from everybody's feed.

    Raises:
        NotFound: no such line, or somebody else's.
    """
    with transaction() as tx:
        item = _own(tx, actor, item_id)
        item.removed_at = item.removed_at or tx.now
        tx.session.add(item)
        tx.publish(FeedItemGone(**of(item)))


def take_back(actor: Actor, item_id: UUID, how: PutAway) -> None:
    """Undo what the actor has done to a line; where they have not done it, nothing changes.

    Raises:
        NotFound: no such line, or somebody else's that was to come back for all.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        item = _locked(tx, item_id)
        if how is PutAway.DELETE:
            item = _own(tx, actor, item_id)
            item.removed_at = None
            tx.session.add(item)
            tx.publish(FeedItemGone(**of(item)))
        elif how is PutAway.MUTE:
            _unmute(tx, actor, item.owner_id)
        else:
            theirs = delete(FeedHide).where(
                col(FeedHide.item_id) == item.id, col(FeedHide.user_id) == actor.user_id
            )
            tx.session.exec(theirs)
            _settle(tx, item)


def muted(actor: Actor) -> tuple[MutedView, ...]:
    """Everybody of whom the actor sees no lines, the latest first."""
    with reading() as tx:
        ids = tx.session.exec(
            select(FeedMute.muted_id)
            .where(FeedMute.user_id == actor.user_id)
            .order_by(col(FeedMute.at).desc())
        ).all()
        called = friends.names(tx, actor.user_id, ids)
        return tuple(MutedView(str(one), called[one]) for one in ids)


def unmute(actor: Actor, muted_id: UUID) -> None:
    """Show the actor lines of somebody again."""
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        _unmute(tx, actor, muted_id)


def settle_reports(tx: Transaction, item_id: UUID, *, stays: bool, by: UUID) -> None:
    """What `by`, of the staff, decides about a line that was reported; no more reports hide it.

    For callers who have made sure that they may. Of a line that is gone nothing is left to decide.
    """
    item = _found(tx, item_id)
    if item is None:
        return
    item.looked_at = tx.now
    item.hidden_at = None if stays else (item.hidden_at or tx.now)
    tx.session.add(item)
    deed = AuditAction.FEED_LINE_KEPT if stays else AuditAction.FEED_LINE_HIDDEN
    safety.remember(tx, deed, actor_id=by, subject_id=item.owner_id)
    tx.publish(FeedItemGone(**of(item)))


def unsettle_reports(tx: Transaction, item_id: UUID) -> None:
    """Nobody of the staff has looked at the line after all: the reports count as before."""
    item = _found(tx, item_id)
    if item is None:
        return
    item.looked_at = None
    item.hidden_at = tx.now if _is_reported_enough(tx, item) else None
    tx.session.add(item)
    tx.publish(FeedItemGone(**of(item)))


def _hide(tx: Transaction, actor: Actor, item: FeedItem, *, reported: bool) -> None:
    at = tx.now if reported else None
    row = FeedHide(user_id=actor.user_id, item_id=item.id, at=tx.now, reported_at=at)
    kept = insert(FeedHide).values(**row.model_dump())
    if reported:
        kept = kept.on_conflict_do_update(constraint="feed_hide_once", set_={"reported_at": at})
    else:
        kept = kept.on_conflict_do_nothing(constraint="feed_hide_once")
    tx.session.exec(kept)


def _settle(tx: Transaction, item: FeedItem) -> None:
    """Hide a line that enough people report, and show it again when they take it back."""
    if item.looked_at:
        return
    is_hidden = _is_reported_enough(tx, item)
    if is_hidden != bool(item.hidden_at):
        item.hidden_at = tx.now if is_hidden else None
        tx.session.add(item)
        tx.publish(FeedItemGone(**of(item)))


def _is_reported_enough(tx: Transaction, item: FeedItem) -> bool:
    """Whether so many report it that nobody sees it until the staff has looked."""
    reports = tx.session.exec(
        select(func.count()).where(
            FeedHide.item_id == item.id, col(FeedHide.reported_at).is_not(None)
        )
    ).one()
    return reports >= rules.REPORTS_TO_HIDE


def _unmute(tx: Transaction, actor: Actor, muted_id: UUID) -> None:
    theirs = delete(FeedMute).where(
        col(FeedMute.user_id) == actor.user_id, col(FeedMute.muted_id) == muted_id
    )
    tx.session.exec(theirs)


def _found(tx: Transaction, item_id: UUID) -> FeedItem | None:
    found = select(FeedItem).where(FeedItem.id == item_id).with_for_update()
    return tx.session.exec(found.execution_options(populate_existing=True)).one_or_none()


def _locked(tx: Transaction, item_id: UUID) -> FeedItem:
    item = _found(tx, item_id)
    if item is None:
        raise NotFound
    return item


def _own(tx: Transaction, actor: Actor, item_id: UUID) -> FeedItem:
    item = _locked(tx, item_id)
    if item.owner_id != actor.user_id:
        raise NotFound
    return item
