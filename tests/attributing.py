"""Bringing people in tests: a link, a click, a first value, an account, the pay."""

from datetime import timedelta
from uuid import UUID, uuid4

from sqlmodel import func, select

from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import attribution
from vel_tutor.domain.accounts import Coming
from vel_tutor.domain.attribution import LinkView
from vel_tutor.models.accounts import User
from vel_tutor.models.attribution import AttributionEvent, Referral
from vel_tutor.vocabulary import (
    AgeBand,
    AttributionKind,
    LoopKind,
    Role,
    Standing,
)


def newcomer(name: str = "Zoe") -> UUID:
    """Somebody who has just signed up; nobody brought them yet."""
    with transaction() as tx:
        user = User(role=Role.STUDENT, first_name=name, age_band=AgeBand.TEEN, created_at=tx.now)
        tx.session.add(user)
    return user.id


def link_from(sender: UUID, days: float = 14) -> LinkView:
    """A challenge that `sender` hands out, good for so many days."""
    with transaction() as tx:
        return attribution.create_link(
            tx,
            sender,
            LoopKind.BUDDY_CHALLENGE,
            campaign="weekly_2026_w45",
            target_id=uuid4(),
            lifetime=timedelta(days=days),
        )


def click(link: LinkView, visitor: str, user: UUID | None = None, **as_whom: Standing) -> bool:
    """Somebody opens the link; says whether that counted."""
    with transaction() as tx:
        return attribution.clicked(tx, link, visitor_id=visitor, user_id=user, **as_whom)


def reach(link: LinkView, visitor: str | None, user: UUID | None = None, held=None) -> bool:
    """Somebody got something out of it; says whether that counted."""
    with transaction() as tx:
        return attribution.first_value(tx, link, visitor_id=visitor, user_id=user, held=held)


def join(visitor: str, user: UUID | None = None) -> UUID:
    """The visitor signs up, with the account given or a new one."""
    user = user or newcomer()
    with transaction() as tx:
        attribution.account_created(tx, user, Coming(visitor_id=visitor))
    return user


def pay(user: UUID) -> bool:
    """Whether there was something to pay for bringing them, and it is taken now."""
    with transaction() as tx:
        return attribution.take_payable(tx, user, LoopKind.BUDDY_CHALLENGE) is not None


def referral(user: UUID) -> Referral | None:
    """Who is credited with bringing them, if anybody is."""
    with reading() as tx:
        return tx.session.get(Referral, user)


def count(kind: AttributionKind) -> int:
    """How many steps of this kind are written down."""
    with reading() as tx:
        steps = select(func.count()).where(AttributionEvent.kind == kind)
        return tx.session.exec(steps).one()
