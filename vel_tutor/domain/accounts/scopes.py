"""What is switched on for somebody: what is usual at their age, and what a parent has switched.

Nothing is stored but the deeds. The last one about each scope says how it stands, and one statement
reads them all.
"""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, tuple_
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.sql.selectable import ScalarSelect
from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.domain.accounts import rules
from vel_tutor.models.accounts import ConsentEntry, User
from vel_tutor.vocabulary import AgeBand, ConsentDeed, ConsentScope, Role, Standing

_NOTHING: frozenset[ConsentScope] = frozenset()


def allows(tx: Transaction, user_id: UUID, scope: ConsentScope) -> bool:
    """Whether `scope` is on for `user_id` right now; never for a closed or unknown account."""
    return scope in scopes_of(tx, user_id)


def scopes_of(tx: Transaction, user_id: UUID) -> frozenset[ConsentScope]:
    """Everything that is on for `user_id` right now."""
    found = tx.session.exec(
        select(User, deeds()).where(User.id == user_id, User.closed_at == None)  # noqa: E711
    ).one_or_none()
    return scopes_in(*found) if found else _NOTHING


def may_invite(actor: Actor) -> bool:
    """Whether the actor may be offered to invite others; a child only if a parent said so."""
    return ConsentScope.INVITING in actor.scopes


def is_on(scope: ConsentScope, who: type[User] = User) -> ColumnElement[bool]:
    """The same as a column of `who`, the table or an alias of it: for statements about many."""
    usual = [
        (role, band)
        for role in Role
        for band in AgeBand
        if scope in rules.usual_scopes(rules.standing(role, band, waits_for_consent=False))
    ]
    last = (
        select(ConsentEntry.deed)
        .where(ConsentEntry.child_id == who.id, ConsentEntry.scope == scope)
        .order_by(col(ConsentEntry.seq).desc())
        .limit(1)
        .correlate(who)
        .scalar_subquery()
    )
    switched = {ConsentDeed.GIVEN: True, ConsentDeed.REVOKED: False}
    as_switched = case(
        switched, value=last, else_=tuple_(col(who.role), col(who.age_band)).in_(usual)
    )
    waits = and_(col(who.consent_needed), col(who.consented_at).is_(None))
    may = (col(who.barred_at).is_(None),) if scope in rules.MEETING else ()
    return and_(col(who.closed_at).is_(None), ~waits, *may, as_switched)


def deeds() -> ScalarSelect[dict[str, str] | None]:
    """The last deed about each scope of the `User` selected around it, as a column."""
    last = (
        select(ConsentEntry.scope, ConsentEntry.deed)
        .ext(distinct_on(col(ConsentEntry.scope)))
        .where(ConsentEntry.child_id == User.id)
        .order_by(col(ConsentEntry.scope), col(ConsentEntry.seq).desc())
        .correlate(User)
        .subquery()
    )
    return select(func.json_object_agg(last.c.scope, last.c.deed)).scalar_subquery()


def deeds_of(tx: Transaction, user_id: UUID) -> dict[ConsentScope, ConsentDeed]:
    """The last deed about each scope that somebody has ever done anything about."""
    return _read(tx.session.exec(select(deeds()).where(User.id == user_id)).one_or_none())


def scopes_in(user: User, done: dict[str, str] | None) -> frozenset[ConsentScope]:
    """What is on for `user`, where `done` is the column of `deeds`."""
    on = rules.scopes(standing_of(user), _read(done))
    return on - rules.MEETING if user.barred_at else on


def _read(done: dict[str, str] | None) -> dict[ConsentScope, ConsentDeed]:
    return {ConsentScope(scope): ConsentDeed(deed) for scope, deed in (done or {}).items()}


def standing_of(user: User) -> Standing:
    """As whom `user` acts at the moment."""
    waits = user.consent_needed and user.consented_at is None
    return rules.standing(user.role, user.age_band, waits_for_consent=waits)
