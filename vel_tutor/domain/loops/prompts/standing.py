"""How somebody stands when something happens: may they be asked, and what they were lately."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, incentives, notifications
from vel_tutor.domain.accounts import PersonView
from vel_tutor.domain.loops import caps
from vel_tutor.domain.loops.prompts.moments import Moment
from vel_tutor.domain.loops.prompts.rules import Past, Person, Throttle
from vel_tutor.models.attribution import Referral
from vel_tutor.models.loops import InviteAttempt
from vel_tutor.models.prompts import Prompt, PromptMute
from vel_tutor.vocabulary import AgeBand, ConsentScope, Hold, LoopKind, Role
from vel_tutor.vocabulary import Standing as As

_BANDS = {As.CHILD: AgeBand.CHILD, As.TEEN: AgeBand.TEEN}
_ROLES = {
    As.CHILD: Role.STUDENT,
    As.TEEN: Role.STUDENT,
    As.ADULT: Role.STUDENT,
    As.PARENT: Role.PARENT,
}
_LOOKED_BACK = timedelta(days=60)
"""Longer than any rest."""
_HOLDS_KEPT = timedelta(days=30)
"""A reward held longer ago than this no longer speaks against a person."""
LOOPS = {
    Role.STUDENT: (
        LoopKind.BUDDY_CHALLENGE,
        LoopKind.RESULTS_RALLY,
        LoopKind.STREAK_RESCUE,
        LoopKind.ACHIEVEMENT,
    ),
    Role.PARENT: (LoopKind.PROUD_PARENT,),
}
"""What each role may be asked for."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One person at one moment."""

    view: PersonView
    role: Role
    band: AgeBand
    person: Person
    throttle: Throttle
    muted: frozenset[LoopKind]
    holds: tuple[Hold, ...]
    attempts: int
    shields: int

    @property
    def loops(self) -> tuple[LoopKind, ...]:
        return LOOPS[self.role]


def of(tx: Transaction, moment: Moment) -> Standing | None:
    """How the person of `moment` stands; None for roles that are never asked anything.

    Raises:
        NotFound: the account is closed.
    """
    view = accounts.person(tx, moment.user_id)
    role, band = role_of(view.standing), _BANDS.get(view.standing, AgeBand.ADULT)
    if role is None:
        return None
    mutes = mutes_of(tx, view.user_id)
    holds = _holds(tx, view.user_id)
    purse = incentives.purse_of(tx, view.user_id)
    return Standing(
        view=view,
        role=role,
        band=band,
        person=Person(
            may_invite=accounts.allows(tx, view.user_id, ConsentScope.INVITING),
            is_quiet=notifications.is_quiet(tx, view.user_id),
            is_held=bool(holds),
            invites_left=caps.invites_left(tx, view.user_id),
            wants_none=None in mutes,
        ),
        throttle=_throttle(tx, view, moment),
        muted=frozenset(loop for loop in mutes if loop),
        holds=holds,
        attempts=_attempts(tx, view.user_id),
        shields=purse.shields,
    )


def role_of(standing: As) -> Role | None:
    """As what somebody is asked to share; None for those who are asked nothing."""
    return _ROLES.get(standing)


def mutes_of(tx: Transaction, user_id: UUID) -> frozenset[LoopKind | None]:
    """The loops somebody does not want to be asked for; None among them means any."""
    rows = tx.session.exec(select(PromptMute.loop).where(PromptMute.user_id == user_id)).all()
    return frozenset(LoopKind(loop) if loop else None for loop in rows)


def _throttle(tx: Transaction, view: PersonView, moment: Moment) -> Throttle:
    day = incentives.local_day(tx.now, view.time_zone)
    began = incentives.day_begins(day, view.time_zone)
    return Throttle(
        past=past_of(tx, view.user_id),
        now=tx.now,
        day_began=began,
        visit_began=moment.visit_began,
        nudges_today=notifications.nudges_today(tx, view.user_id),
    )


def past_of(tx: Transaction, user_id: UUID) -> tuple[Past, ...]:
    """What somebody was asked lately, and what became of it."""
    rows = tx.session.exec(
        select(Prompt)
        .where(Prompt.user_id == user_id, col(Prompt.loop).is_not(None))
        .where(Prompt.created_at > tx.now - _LOOKED_BACK)
    ).all()
    return tuple(
        Past(
            loop=row.loop,
            created_at=row.created_at,
            expires_at=row.expires_at,
            shown_at=row.shown_at,
            dismissed_at=row.dismissed_at,
            acted_at=row.acted_at,
        )
        for row in rows
        if row.loop and row.expires_at
    )


def _holds(tx: Transaction, user_id: UUID) -> tuple[Hold, ...]:
    """What keeps the rewards of somebody's invitations waiting."""
    held = select(Referral.held).where(
        Referral.referrer_id == user_id,
        col(Referral.held).is_not(None),
        col(Referral.paid_at).is_(None),
        Referral.joined_at > tx.now - _HOLDS_KEPT,
    )
    return tuple(sorted({Hold(hold) for hold in tx.session.exec(held).all() if hold}))


def _attempts(tx: Transaction, user_id: UUID) -> int:
    since: datetime = tx.now - timedelta(hours=24)
    tries = select(func.count()).where(InviteAttempt.user_id == user_id, InviteAttempt.at > since)
    return tx.session.exec(tries).one()
