"""Held rewards: letting them go by the loop that promised them, or denying them for good."""

from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain import attribution, loops
from vel_tutor.domain.loops import proud_parent, rally, rescue, spotlight
from vel_tutor.vocabulary import LoopKind

_LET_GO = {
    LoopKind.BUDDY_CHALLENGE: loops.settle_reward,
    LoopKind.RESULTS_RALLY: rally.settle_reward,
    LoopKind.PROUD_PARENT: proud_parent.let_pass_go,
    LoopKind.STREAK_RESCUE: rescue.let_shield_go,
    LoopKind.ACHIEVEMENT: spotlight.settle_reward,
}


def settle(tx: Transaction, invitee_id: UUID, *, is_let_go: bool) -> None:
    """Pay what was promised for bringing `invitee_id` when it is due, or never."""
    held = attribution.held(tx, invitee_id)
    if held is None:
        return
    if is_let_go:
        attribution.release(tx, invitee_id)
        _LET_GO[held.loop](tx, invitee_id)
    else:
        attribution.confirm_fraud(tx, invitee_id)
        if held.loop is LoopKind.PROUD_PARENT:
            proud_parent.reverse_pass(tx, invitee_id)
