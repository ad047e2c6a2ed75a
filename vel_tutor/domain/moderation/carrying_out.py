"""What each decision does, in the context whose thing it is about."""

from collections.abc import Collection
from uuid import UUID

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, coaching, feed, friends, notifications, rooms
from vel_tutor.domain.moderation import parents, rewards
from vel_tutor.domain.moderation.rules import Case
from vel_tutor.vocabulary import CaseKind, CoachFlag, Decision, NotificationKind


def settle(tx: Transaction, staff_id: UUID, case: Case, verdict: Decision) -> Collection[UUID]:
    """Do it.

    Returns:
        Who had reported it, to be told that somebody has looked.
    """
    match case.kind:
        case CaseKind.TUTOR:
            return _tutor(tx, case, verdict)
        case CaseKind.REWARD:
            rewards.settle(tx, case.id, is_let_go=verdict is Decision.RELEASED)
            return ()
        case CaseKind.LINE:
            stays = verdict is Decision.STAYS
            feed.settle_reports(tx, case.id, stays=stays, by=staff_id)
        case CaseKind.ROOM:
            if verdict is Decision.TAKEN_DOWN:
                rooms.take_down(tx, case.id, by=staff_id)
        case CaseKind.PERSON:
            _person(tx, staff_id, case, verdict)
    return friends.settle_reports(tx, case.id)


def _person(tx: Transaction, staff_id: UUID, case: Case, verdict: Decision) -> None:
    if verdict is Decision.WARNED:
        _tell(tx, case, NotificationKind.HOUSE_WARNING)
    elif verdict is Decision.BARRED:
        accounts.bar(tx, case.about_id, by=staff_id)
        _tell(tx, case, NotificationKind.MEETING_STOPPED)
        parents.tell_of_bar(tx, case.about_id)


def _tell(tx: Transaction, case: Case, kind: NotificationKind) -> None:
    """Each warning is one of its own, so its moment is its cause."""
    notifications.tell(
        tx, case.about_id, kind, source_id=parents.cause(case.id, tx.now), path=routes.NOTIFICATIONS
    )


def _tutor(tx: Transaction, case: Case, verdict: Decision) -> Collection[UUID]:
    flag = coaching.flag(tx, case.id)
    if verdict is Decision.PARENT_TOLD:
        parents.tell_of_danger(tx, case.id, must_reach_somebody=True)
    coaching.settle_flag(tx, case.id)
    is_report = flag is not None and flag.kind is CoachFlag.REPORTED
    return (case.about_id,) if is_report else ()
