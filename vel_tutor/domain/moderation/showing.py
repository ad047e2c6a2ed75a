"""Cases as the staff sees them: in plain words, nobody by name, with the thing itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, feed, rooms
from vel_tutor.domain.moderation import rules, words
from vel_tutor.domain.moderation.rules import Case
from vel_tutor.domain.moderation.views import CaseView, ChoiceView
from vel_tutor.vocabulary import AgeBand, CaseKind


@dataclass(frozen=True)
class _Look:
    """The thing a case is about, and how it stands with it."""

    look: str = ""
    state: str = ""
    href: str = ""


def cases(tx: Transaction, actor: Actor, found: Sequence[Case]) -> tuple[CaseView, ...]:
    """`found` for whoever looks."""
    looks = things(tx, actor, ((case.kind, case.id) for case in found))
    return tuple(_open(actor, case, looks.get(case.id, _Look())) for case in found)


def things(
    tx: Transaction, actor: Actor, wanted: Iterable[tuple[CaseKind, UUID]]
) -> dict[UUID, _Look]:
    """What is to be seen of lines and rooms."""
    ids: dict[CaseKind, list[UUID]] = {kind: [] for kind in CaseKind}
    for kind, case_id in wanted:
        ids[kind].append(case_id)
    missing = _Look(words.GONE)
    looks = {one: missing for kind in (CaseKind.LINE, CaseKind.ROOM) for one in ids[kind]}
    for item_id, line in feed.lines_for_staff(tx, actor.user_id, ids[CaseKind.LINE]).items():
        looks[item_id] = _Look(line.words, _line_state(line))
    for room_id, room in rooms.rooms_for_staff(tx, ids[CaseKind.ROOM]).items():
        inside = f"{room.members} {'member' if room.members == 1 else 'members'}"
        state = inside if room.is_open else "Closed"
        looks[room_id] = _Look(room.name, state, room.href)
    return looks


def dressed(view: CaseView, look: _Look) -> CaseView:
    """The same with the thing itself."""
    return replace(view, look=look.look or view.look, state=look.state, href=look.href)


def plain(actor: Actor, case: Case) -> CaseView:
    """What can be said of a case without looking anything up."""
    return CaseView(
        id=str(case.id),
        key=str(case.id),
        kind=case.kind.value,
        title=words.TITLES[case.kind],
        about=f"{accounts.pseudonym(case.about_id)}, {words.AGES[case.band]}",
        reasons=case.reasons,
        people=words.people(case.people),
        when=words.moment(case.at, actor.time_zone),
        at=case.at.isoformat(),
        look=case.note,
        is_minor=case.band is not AgeBand.ADULT,
    )


def _open(actor: Actor, case: Case, look: _Look) -> CaseView:
    return replace(
        dressed(plain(actor, case), look),
        is_urgent=case.rank == rules.DANGER,
        may_read=case.kind is CaseKind.TUTOR and actor.standing in rules.LISTENERS,
        choices=_choices(case),
    )


def _choices(case: Case) -> tuple[ChoiceView, ...]:
    allowed = rules.verdicts(case)
    return tuple(
        replace(
            words.CHOICES[case.kind, verdict],
            verdict=verdict.value,
            words=words.VERDICTS[verdict][0],
            sign=words.VERDICTS[verdict][1],
        )
        for verdict in allowed
    )


def _line_state(line: feed.ReviewedLineView) -> str:
    if line.is_removed:
        return "Its owner has deleted it"
    return "Shown" if line.is_shown else "Hidden from everybody"
