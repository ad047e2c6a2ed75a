"""Held rewards: letting them go by the loop that promised them, or denying them for good."""

from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain import attribution, loops
from vel_tutor.domain.loops import proud_parent, rally, rescue, spotlight
from vel_tutor.vocabulary import LoopKind

_LET_GO = {
    LoopKind.BUDDY_CHALLENGE: loops.let_reward_go,
    LoopKind.RESULTS_RALLY: rally.let_reward_go,
    LoopKind.PROUD_PARENT: proud_parent.let_pass_go,
    LoopKind.ACHIEVEMENT: spotlight.let_reward_go,
}
"""By the loop that brought somebody; shields of rooms for two wait wherever they sat."""


def settle(tx: Transaction, invitee_id: UUID, *, is_let_go: bool) -> None:
    """Pay what was promised for bringing `invitee_id` when it is due, or never."""
    held = attribution.held(tx, invitee_id)
    if held is None:
        return
    rescue.wait_for_seats(tx, invitee_id)
    proud_parent.wait_for_pass(tx, invitee_id)
    if is_let_go:
        attribution.release(tx, invitee_id)
        rescue.let_shield_go(tx, invitee_id)
        if held.loop in _LET_GO:
            _LET_GO[held.loop](tx, invitee_id)
    else:
        attribution.confirm_fraud(tx, invitee_id)
        if held.loop is LoopKind.PROUD_PARENT:
            proud_parent.reverse_pass(tx, invitee_id)
