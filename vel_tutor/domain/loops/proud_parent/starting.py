"""From a parent's own account to their child's first test, in as few steps as are honest."""

from dataclasses import replace

from sqlmodel import select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading
from vel_tutor.domain import accounts
from vel_tutor.domain.loops.proud_parent.views import StartView
from vel_tutor.models.proud_parent import PassReward
from vel_tutor.vocabulary import Standing


def start(actor: Actor, *, another: bool = False) -> StartView:
    """Where the parent stands: a child to be added, a mail to be opened, or a test to begin.

    Args:
        another: they want to add one more child.
    """
    actor.must_be(Standing.PARENT)
    child = None if another else accounts.added_last(actor)
    view = _view(child)
    with reading() as tx:
        reward = tx.session.exec(
            select(PassReward).where(PassReward.invitee_id == actor.user_id)
        ).one_or_none()
    return replace(view, was_invited=reward is not None, may_name=bool(reward and reward.may_name))


def _view(child: accounts.OwnChild | None) -> StartView:
    if child is None:
        return StartView(stage="child")
    return StartView(
        stage="test" if child.is_open else "mail",
        email=child.email_hint,
        child_id=str(child.child_id),
        name=child.first_name,
        sign_in_name=child.sign_in_name,
        grade=child.grade,
    )
