"""One class pass for each family a parent brings: after first value, a hold, and within a cap."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, attribution, incentives, notifications
from vel_tutor.domain.loops.proud_parent import rules
from vel_tutor.domain.loops.proud_parent.events import PassComing, PassGranted, PassReversed
from vel_tutor.domain.loops.proud_parent.views import PassView
from vel_tutor.models.proud_parent import PassReward
from vel_tutor.vocabulary import Hold, LoopKind, NotificationKind, PassReason, Standing

_LOOP = LoopKind.PROUD_PARENT
_AT_A_TIME = 200
_SHOWN = 10


def claim(tx: Transaction, user_id: UUID) -> None:
    """Note a parent who has just joined by another parent's link."""
    found = attribution.referral_of(tx, user_id)
    if found is None or found[0].loop is not _LOOP:
        return
    if accounts.person(tx, user_id).standing is not Standing.PARENT:
        return
    joined = PassReward(invitee_id=user_id, referrer_id=found[0].referrer_id, joined_at=tx.now)
    tx.session.exec(insert(PassReward).values(**joined.model_dump()).on_conflict_do_nothing())


def child_tested(tx: Transaction, student_id: UUID, *, is_low_effort: bool) -> None:
    """A test has been scored: for a parent who was brought, that is the first value.

    A test without effort is none; it can be taken again at once.
    """
    if is_low_effort:
        return
    parents = accounts.parents_of(tx, student_id)
    for parent_id in parents:
        found = attribution.referral_of(tx, parent_id)
        if found is None or found[0].loop is not _LOOP:
            continue
        referral, link = found
        reward = _locked(tx, parent_id)
        held = Hold.SAME_FAMILY if referral.referrer_id in parents else None
        attribution.first_value(tx, link, visitor_id=None, user_id=parent_id, held=held)
        if reward and reward.earned_at is None and attribution.is_due(tx, parent_id):
            _earn(tx, reward)


def _earn(tx: Transaction, reward: PassReward) -> None:
    """Begin the hold of the pass; whether it is one too many is decided here."""
    _one_at_a_time(tx, reward.referrer_id)
    reward.is_over_cap = _earned_this_quarter(tx, reward) >= rules.PASSES_A_QUARTER
    reward.earned_at, reward.due_at = tx.now, tx.now + rules.HOLD
    tx.session.add(reward)
    tx.session.flush()
    if reward.is_over_cap:
        return
    tx.publish(PassComing(referrer_id=reward.referrer_id, invitee_id=reward.invitee_id))
    _tell(tx, reward, NotificationKind.FAMILY_BEGAN)


def release_due_passes() -> int:
    """Every quarter of an hour: passes whose hold is over. Safe to run twice, and to skip.

    Returns:
        How many were given.
    """
    with reading() as tx:
        due = select(PassReward.invitee_id).where(*_WAITING, col(PassReward.due_at) <= tx.now)
        waiting = tx.session.exec(due.order_by(col(PassReward.due_at)).limit(_AT_A_TIME)).all()
    return sum(_release(invitee_id) for invitee_id in waiting)


_WAITING = (
    col(PassReward.granted_at).is_(None),
    col(PassReward.reversed_at).is_(None),
    col(PassReward.is_over_cap).is_(False),
)


def _release(invitee_id: UUID) -> bool:
    """Give one pass, unless somebody did or the referral is held for review."""
    with transaction() as tx:
        reward = _locked(tx, invitee_id)
        if reward is None or reward.granted_at or reward.reversed_at or reward.is_over_cap:
            return False
        if reward.due_at is None or reward.due_at > tx.now:
            return False
        if attribution.take_payable(tx, invitee_id, _LOOP) is None:
            return False
        reward.granted_at = tx.now
        tx.session.add(reward)
        incentives.give_pass(tx, reward.referrer_id, PassReason.FAMILY_INVITED, invitee_id)
        tx.publish(PassGranted(referrer_id=reward.referrer_id, invitee_id=invitee_id))
        _tell(tx, reward, NotificationKind.FAMILY_REWARDED)
        return True


def reverse_pass(tx: Transaction, invitee_id: UUID) -> bool:
    """Fraud is confirmed: the pass does not come, or is taken back where it is still there.

    Returns:
        Whether this call changed anything.
    """
    reward = _locked(tx, invitee_id)
    if reward is None or reward.reversed_at is not None:
        return False
    reward.reversed_at = tx.now
    tx.session.add(reward)
    if reward.granted_at is not None:
        incentives.take_back_pass(tx, reward.referrer_id, invitee_id)
    tx.publish(PassReversed(referrer_id=reward.referrer_id, invitee_id=invitee_id))
    return True


def wait_for_pass(tx: Transaction, invitee_id: UUID) -> None:
    """Wait for whatever else becomes of the pass for this family, until the commit."""
    _locked(tx, invitee_id)


def let_pass_go(tx: Transaction, invitee_id: UUID) -> None:
    """Somebody has looked: what was earned begins its wait now, and then comes by itself.

    Where the child's first test is still to come, so is the pass.
    """
    reward = _locked(tx, invitee_id)
    if reward and reward.earned_at is None and attribution.is_due(tx, invitee_id):
        _earn(tx, reward)


def let_name(actor: Actor, *, may_name: bool) -> None:
    """Whether whoever invited the actor may be told their first name."""
    with transaction() as tx:
        reward = _locked(tx, actor.user_id)
        if reward is not None:
            reward.may_name = may_name
            tx.session.add(reward)


def families(actor: Actor) -> tuple[PassView, ...]:
    """What became of the parents the actor brought, the latest first; friends go by no name."""
    actor.must_be(Standing.PARENT)
    with reading() as tx:
        rows = tx.session.exec(
            select(PassReward)
            .where(PassReward.referrer_id == actor.user_id)
            .order_by(col(PassReward.joined_at).desc())
            .limit(_SHOWN)
        ).all()
        held = attribution.waiting_among(tx, [row.invitee_id for row in rows])
        return tuple(
            _view(tx, row, actor.time_zone, is_held=row.invitee_id in held) for row in rows
        )


def passes(actor: Actor) -> int:
    """How many class passes the actor holds."""
    actor.must_be(Standing.PARENT)
    with reading() as tx:
        return incentives.passes_of(tx, actor.user_id)


def words(tx: Transaction, user_id: UUID, passes: int) -> str:
    """How many passes somebody has, and how many are on their way."""
    coming = tx.session.exec(
        select(func.count()).where(
            *_WAITING,
            PassReward.referrer_id == user_id,
            col(PassReward.earned_at).is_not(None),
        )
    ).one()
    held = f"{passes} class {'pass' if passes == 1 else 'passes'}"
    return f"{held}, {coming} more on the way" if coming else held


def _view(tx: Transaction, row: PassReward, time_zone: str, *, is_held: bool) -> PassView:
    friend = _friend(tx, row)
    if row.reversed_at:
        return PassView(f"{friend} did not count as a new family.")
    if row.granted_at:
        return PassView(f"{friend} joined. You got a class pass.")
    if row.is_over_cap:
        return PassView(f"{friend} joined. You had your three passes of the quarter already.")
    if is_held:
        return PassView(f"{friend} joined. We have a look before your class pass comes.", True)
    if row.due_at:
        day = rules.local_date(row.due_at, time_zone)
        return PassView(f"{friend} joined. Your class pass comes on {day:%-d %B}.", True)
    return PassView(f"{friend} joined. Their child's first test is still to come.", True)


def _friend(tx: Transaction, row: PassReward) -> str:
    """The first name of the new parent where they agreed to it, else nobody's."""
    if row.may_name:
        try:
            return accounts.person(tx, row.invitee_id).first_name
        except NotFound:
            return "Your friend"
    return "Your friend"


def _tell(tx: Transaction, reward: PassReward, kind: NotificationKind) -> None:
    """Without a name: the page it leads to has it, for as long as the friend agrees."""
    notifications.tell(
        tx, reward.referrer_id, kind, source_id=reward.invitee_id, path=routes.PASSES
    )


def _earned_this_quarter(tx: Transaction, reward: PassReward) -> int:
    counted = select(func.count()).where(
        PassReward.referrer_id == reward.referrer_id,
        PassReward.id != reward.id,
        col(PassReward.earned_at) >= rules.quarter_begins(tx.now),
        col(PassReward.reversed_at).is_(None),
        col(PassReward.is_over_cap).is_(False),
    )
    return tx.session.exec(counted).one()


def _locked(tx: Transaction, invitee_id: UUID) -> PassReward | None:
    mine = select(PassReward).where(PassReward.invitee_id == invitee_id).with_for_update()
    return tx.session.exec(mine.execution_options(populate_existing=True)).one_or_none()


def _one_at_a_time(tx: Transaction, referrer_id: UUID) -> None:
    """Let the families of one referrer be counted one after the other."""
    key = func.hashtextextended(f"passes:{referrer_id}", 0)
    tx.session.exec(select(func.pg_advisory_xact_lock(key)))
