"""Reads about families: for a parent's pages, and for the student's own settings."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.accounts import family, kin, parting, rules, scope_words, scopes
from vel_tutor.domain.accounts.views import (
    ApprovalView,
    AskedView,
    ChildFamilyView,
    DeedView,
    FamilyView,
    LinkedView,
    OwnFamilyView,
    SwitchView,
)
from vel_tutor.models.accounts import ConsentEntry, FamilyRequest, FamilyTie, User
from vel_tutor.vocabulary import (
    GRADES,
    STUDENTS,
    SWITCHED_SCOPES,
    AgeBand,
    ConsentDeed,
    ConsentScope,
    Standing,
    TieHow,
)

HISTORY_SHOWN = 30
_HOW = {
    TieHow.CONSENTED: "gave the permission to learn",
    TieHow.INVITED: "was invited",
    TieHow.ASKED: "asked and was let in",
    TieHow.MADE: "made the account",
}


def family_of(actor: Actor) -> FamilyView:
    """What waits for a parent: questions to answer, and their own that are not answered."""
    actor.must_be(Standing.PARENT)
    with reading() as tx:
        first_of = [
            child.user_id
            for child in kin.children_of(tx, actor)
            if kin.parents_of(tx, child.user_id)[:1] == (actor.user_id,)
        ]
        return FamilyView(
            approvals=_approvals(tx, actor, first_of),
            asked=_asked(tx, actor, TieHow.ASKED),
        )


def child_page(actor: Actor, child_id: UUID) -> ChildFamilyView:
    """A child's switches, what was done about them, and who else is linked.

    Raises:
        NotFound: not a child of the actor's.
    """
    actor.must_be(Standing.PARENT)
    with reading() as tx:
        child = tx.session.get(User, child_id)
        if child is None or not kin.acts_for(tx, actor, child_id):
            raise NotFound
        on, entries = scopes.scopes_of(tx, child_id), _entries(tx, child_id)
        return ChildFamilyView(
            id=str(child.id),
            name=child.first_name,
            grade="" if child.grade is None else GRADES[child.grade],
            sign_in_name=child.sign_in_name,
            is_young=child.age_band is AgeBand.CHILD,
            viral_off=on.isdisjoint(rules.VIRAL_SCOPES),
            switches=_switches(actor, child, on, entries),
            history=tuple(_deed(actor, child, *row) for row in entries[:HISTORY_SHOWN]),
            linked=_linked(tx, actor, child_id),
            invited=_asked(tx, actor, TieHow.INVITED, child_id),
        )


def own_family(actor: Actor) -> OwnFamilyView:
    """Who is linked to the actor, a student, and what was switched for them."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        child = tx.session.get_one(User, actor.user_id)
        entries = _entries(tx, child.id)
        return OwnFamilyView(
            linked=_linked(tx, actor, child.id),
            approvals=_approvals(tx, actor, [child.id]),
            invited=_asked(tx, actor, TieHow.INVITED, child.id),
            switches=_switches(actor, child, actor.scopes, entries),
            is_young=actor.standing is Standing.CHILD,
            is_teen=actor.standing is Standing.TEEN,
        )


def _linked(tx: Transaction, actor: Actor, child_id: UUID) -> tuple[LinkedView, ...]:
    rows = tx.session.exec(
        select(FamilyTie, User)
        .join(User, col(User.id) == FamilyTie.parent_id)
        .where(FamilyTie.child_id == child_id, col(FamilyTie.ended_at).is_(None))
        .order_by(col(FamilyTie.approved_at), col(FamilyTie.id))
    ).all()
    ties = [tie for tie, _ in rows]
    return tuple(
        LinkedView(
            id=str(parent.id),
            name=parent.first_name,
            email=rules.hint(parent.email),
            since=_day(tie.approved_at, actor),
            how=_HOW[tie.how],
            is_me=parent.id == actor.user_id,
            may_end=parting.may_end(actor, tie, ties),
        )
        for tie, parent in rows
    )


def _approvals(
    tx: Transaction, actor: Actor, child_ids: Sequence[UUID]
) -> tuple[ApprovalView, ...]:
    """Parents who ask for one of these students."""
    child, asker = aliased(User), aliased(User)
    rows = tx.session.exec(
        select(FamilyRequest, child, asker)
        .join(child, col(child.id) == FamilyRequest.child_id)
        .join(asker, col(asker.id) == FamilyRequest.asked_by_id)
        .where(FamilyRequest.how == TieHow.ASKED, col(FamilyRequest.child_id).in_(child_ids))
        .where(col(asker.closed_at).is_(None), *family.still_waits(tx))
        .order_by(col(FamilyRequest.asked_at))
    ).all()
    return tuple(
        ApprovalView(
            id=str(request.id),
            child="" if whose.id == actor.user_id else whose.first_name,
            who=who.first_name,
            email=who.email,
            on=_day(request.asked_at, actor),
        )
        for request, whose, who in rows
    )


def _asked(
    tx: Transaction, actor: Actor, how: TieHow, child_id: UUID | None = None
) -> tuple[AskedView, ...]:
    """What the actor asked for, or handed out for one child."""
    mine = family.waiting(tx).where(
        FamilyRequest.how == how, FamilyRequest.asked_by_id == actor.user_id
    )
    if child_id is not None:
        mine = mine.where(FamilyRequest.child_id == child_id)
    return tuple(
        AskedView(
            id=str(request.id),
            words=request.named or "A link you hand over yourself",
            until=_day(request.expires_at, actor),
        )
        for request in tx.session.exec(mine.order_by(col(FamilyRequest.asked_at))).all()
    )


Entry = tuple[ConsentEntry, User | None]


def _entries(tx: Transaction, child_id: UUID) -> list[Entry]:
    """Everything that was done about a student's permissions, and by whom, the latest first."""
    rows = tx.session.exec(
        select(ConsentEntry, User)
        .join(User, col(User.id) == ConsentEntry.actor_id, isouter=True)
        .where(ConsentEntry.child_id == child_id)
        .order_by(col(ConsentEntry.seq).desc())
    ).all()
    return [(entry, user) for entry, user in rows]


def _switches(
    actor: Actor, child: User, on: frozenset[ConsentScope], entries: Sequence[Entry]
) -> tuple[SwitchView, ...]:
    last: dict[ConsentScope, Entry] = {}
    for entry, user in entries:
        last.setdefault(entry.scope, (entry, user))
    return tuple(
        SwitchView(
            scope=scope.value,
            title=scope_words.WORDS[scope].title,
            words=scope_words.WORDS[scope].words,
            is_on=scope in on,
            since=_since(actor, child, last.get(scope)),
        )
        for scope in SWITCHED_SCOPES
    )


def _since(actor: Actor, child: User, last: Entry | None) -> str:
    """Since when a switch stands as it does."""
    if last is None or last[0].deed is ConsentDeed.LAPSED:
        usual = "under 13" if child.age_band is AgeBand.CHILD else "from 13"
        return f"As is usual {usual}"
    entry, user = last
    return f"Since {_day(entry.at, actor)}, by {_who(actor, child, user)}"


def _deed(actor: Actor, child: User, entry: ConsentEntry, user: User | None) -> DeedView:
    """One deed as a sentence."""
    return DeedView(on=_moment(entry.at, actor), words=_deed_words(actor, child, entry, user))


def _deed_words(actor: Actor, child: User, entry: ConsentEntry, user: User | None) -> str:
    if entry.scope is ConsentScope.LEARNING:
        return _LEARNING[entry.deed]
    title = scope_words.WORDS[entry.scope].title
    if entry.deed is ConsentDeed.LAPSED:
        return f"{title}: as usual at this age again"
    turned = "on" if entry.deed is ConsentDeed.GIVEN else "off"
    return f"{title}: turned {turned} by {_who(actor, child, user)}"


_LEARNING = {
    ConsentDeed.ASKED: "The guardian was asked by mail for the permission to learn",
    ConsentDeed.GIVEN: "The guardian gave the permission to learn",
    ConsentDeed.REVOKED: "The guardian took the permission to learn back",
    ConsentDeed.LAPSED: "The permission to learn lapsed",
}


def _who(actor: Actor, child: User, user: User | None) -> str:
    if user is None:
        return "a parent who has left"
    return "you" if user.id == actor.user_id else user.first_name


def _day(at: datetime, actor: Actor) -> str:
    return at.astimezone(ZoneInfo(actor.time_zone)).strftime("%-d %B %Y")


def _moment(at: datetime, actor: Actor) -> str:
    return at.astimezone(ZoneInfo(actor.time_zone)).strftime("%-d %B %Y, %H:%M")
