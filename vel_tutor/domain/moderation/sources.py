"""Where cases come from: each context's front door, asked for what waits there."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain import attribution, coaching, friends
from vel_tutor.domain.attribution import HeldView
from vel_tutor.domain.coaching import FlagView
from vel_tutor.domain.friends import ReportedView
from vel_tutor.domain.moderation import rules, words
from vel_tutor.domain.moderation.rules import Case, Place
from vel_tutor.vocabulary import AgeBand, CaseKind, CoachFlag

_Before = tuple[datetime, UUID] | None
_Fetch = Callable[[Transaction, CaseKind | None, _Before, int], Iterable[Case]]
_REPORTED = frozenset({CaseKind.PERSON, CaseKind.LINE, CaseKind.ROOM})


def waiting(tx: Transaction, kind: CaseKind | None, after: Place | None, limit: int) -> list[Case]:
    """The cases from behind `after` on, the most urgent first and among those the latest."""
    found: list[Case] = []
    for rank in rules.RANKS[after.rank if after else 0 :]:
        before = (after.at, after.id) if after and after.rank == rank else None
        wanted = [fetch for kinds, fetch in _SOURCES[rank] if kind is None or kind in kinds]
        cases = [case for fetch in wanted for case in fetch(tx, kind, before, limit)]
        found += sorted(cases, key=lambda case: case.key, reverse=True)
        if len(found) >= limit:
            break
    return found[:limit]


def one(tx: Transaction, kind: CaseKind, case_id: UUID) -> Case | None:
    """The case `case_id` if it waits."""
    if kind in _REPORTED:
        report = friends.waiting_about(tx, case_id)
        return _of_report(report) if report and report.thing is kind else None
    if kind is CaseKind.TUTOR:
        flag = coaching.flag(tx, case_id)
        return _of_flag(flag) if flag and flag.settled_at is None else None
    reward = attribution.held(tx, case_id)
    return _of_reward(reward) if reward else None


def count(tx: Transaction) -> int:
    """How many cases wait in all."""
    return friends.count_waiting(tx) + coaching.count_flags(tx) + attribution.count_held(tx)


def _reports(*, minors: bool) -> _Fetch:
    def fetch(
        tx: Transaction, kind: CaseKind | None, before: _Before, limit: int
    ) -> Iterable[Case]:
        found = friends.reports_waiting(tx, minors=minors, thing=kind, before=before, limit=limit)
        return map(_of_report, found)

    return fetch


def _flags(which: CoachFlag) -> _Fetch:
    def fetch(
        tx: Transaction, _kind: CaseKind | None, before: _Before, limit: int
    ) -> Iterable[Case]:
        return map(_of_flag, coaching.flags_waiting(tx, which, before=before, limit=limit))

    return fetch


def _rewards(
    tx: Transaction, _kind: CaseKind | None, before: _Before, limit: int
) -> Iterable[Case]:
    return map(_of_reward, attribution.held_waiting(tx, before=before, limit=limit))


_SOURCES: dict[int, tuple[tuple[frozenset[CaseKind], _Fetch], ...]] = {
    rules.DANGER: ((frozenset({CaseKind.TUTOR}), _flags(CoachFlag.DANGER)),),
    rules.MINORS: ((_REPORTED, _reports(minors=True)),),
    rules.OTHERS: (
        (_REPORTED, _reports(minors=False)),
        (frozenset({CaseKind.TUTOR}), _flags(CoachFlag.REPORTED)),
    ),
    rules.REWARDS: ((frozenset({CaseKind.REWARD}), _rewards),),
}


def _of_report(report: ReportedView) -> Case:
    return Case(
        kind=report.thing,
        id=report.source_id,
        about_id=report.about_id,
        band=report.band,
        at=report.at,
        people=report.people,
        reasons=words.reasons(report.reasons),
        rank=rules.OTHERS if report.band is AgeBand.ADULT else rules.MINORS,
    )


def _of_flag(flag: FlagView) -> Case:
    is_danger = flag.kind is CoachFlag.DANGER
    return Case(
        kind=CaseKind.TUTOR,
        id=flag.id,
        about_id=flag.user_id,
        band=flag.band,
        at=flag.at,
        reasons=words.FLAGS[flag.kind],
        rank=rules.DANGER if is_danger else rules.OTHERS,
        note=words.parents(flag.band, is_told=flag.parents_told_at is not None)
        if is_danger
        else "",
    )


def _of_reward(reward: HeldView) -> Case:
    return Case(
        kind=CaseKind.REWARD,
        id=reward.invitee_id,
        about_id=reward.referrer_id,
        band=reward.band,
        at=reward.at,
        reasons=words.holds(reward.why),
        rank=rules.REWARDS,
        note=words.LOOPS[reward.loop],
    )
