"""Deciding a case, once, and taking a decision back where that is honest."""

from uuid import UUID

from sqlmodel import func, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import accounts, coaching, feed, friends, notifications, safety
from vel_tutor.domain.moderation import carrying_out, queries, rules, sources
from vel_tutor.domain.moderation.events import CaseReopened, CaseSettled
from vel_tutor.domain.moderation.refusals import CannotUndo, DecidedAlready
from vel_tutor.models.moderation import Ruling
from vel_tutor.vocabulary import AuditAction, CaseKind, Decision, NotificationKind


def settle(actor: Actor, kind: CaseKind, case_id: UUID, verdict: Decision) -> None:
    """Decide a case and carry it out, all of it or nothing.

    Whoever reported it is told that somebody has looked, and no more.

    Raises:
        NotAllowed: not somebody who decides.
        Invalid: that cannot be decided about such a case.
        DecidedAlready: somebody was faster; it says who, and what they decided.
        NotFound: there never was such a case.
        NobodyToTell: no parent is linked who could be told.
    """
    actor.must_be(*rules.READERS)
    with transaction() as tx:
        _one_at_a_time(tx, case_id)
        case = sources.one(tx, kind, case_id)
        if case is None:
            raise _decided(tx, actor, case_id)
        if verdict not in rules.verdicts(case):
            raise Invalid
        reporters = carrying_out.settle(tx, actor.user_id, case, verdict)
        tx.session.add(
            Ruling(
                kind=kind,
                case_id=case_id,
                about_id=case.about_id,
                verdict=verdict,
                by_id=actor.user_id,
                people=case.people,
                at=tx.now,
            )
        )
        safety.remember(
            tx,
            AuditAction.CASE_SETTLED,
            actor_id=actor.user_id,
            subject_id=case.about_id,
            object_id=case_id,
            reason=verdict,
        )
        for user_id in sorted(reporters):
            notifications.tell(
                tx,
                user_id,
                NotificationKind.REPORT_SEEN,
                source_id=case_id,
                path=routes.NOTIFICATIONS,
            )
        tx.publish(CaseSettled(kind=kind, case_id=case_id, verdict=verdict))


def undo(actor: Actor, ruling_id: UUID) -> None:
    """Take a decision back: the case is open again, as it was.

    Taken back twice it is taken back once.

    Raises:
        NotAllowed: not somebody who decides.
        NotFound: no such decision.
        CannotUndo: it has reached people.
    """
    actor.must_be(*rules.READERS)
    with transaction() as tx:
        row = _locked(tx, ruling_id)
        if not rules.may_undo(row.kind, row.verdict):
            raise CannotUndo
        if row.undone_at is not None:
            return
        row.undone_at = tx.now
        tx.session.add(row)
        _reopen(tx, actor, row)
        safety.remember(
            tx,
            AuditAction.CASE_REOPENED,
            actor_id=actor.user_id,
            subject_id=row.about_id,
            object_id=row.case_id,
            reason=row.verdict,
        )
        tx.publish(CaseReopened(kind=row.kind, case_id=row.case_id))


def _reopen(tx: Transaction, actor: Actor, row: Ruling) -> None:
    if row.kind is CaseKind.TUTOR:
        coaching.reopen_flag(tx, row.case_id)
        return
    friends.reopen_reports(tx, row.case_id, row.at)
    if row.kind is CaseKind.LINE:
        feed.unsettle_reports(tx, row.case_id)
    elif row.verdict is Decision.BARRED:
        accounts.unbar(tx, row.about_id, by=actor.user_id)


def _decided(tx: Transaction, actor: Actor, case_id: UUID) -> NotFound | DecidedAlready:
    """Who was faster, and what they decided."""
    told = queries.decided(tx, actor, case_id)
    return DecidedAlready(told) if told else NotFound()


def _locked(tx: Transaction, ruling_id: UUID) -> Ruling:
    mine = select(Ruling).where(Ruling.id == ruling_id).with_for_update()
    row = tx.session.exec(mine.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound
    _one_at_a_time(tx, row.case_id)
    return row


def _one_at_a_time(tx: Transaction, case_id: UUID) -> None:
    """Let what is decided about one case come one after the other."""
    tx.session.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(str(case_id), 0))))
