"""What happens to a guest's doings when they join: one table of what each loop keeps."""

from collections.abc import Callable
from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, attribution, practice
from vel_tutor.domain.loops import proud_parent, rewarding
from vel_tutor.domain.loops.rally import rewarding as rally
from vel_tutor.domain.loops.rescue import rewarding as rescue
from vel_tutor.domain.loops.spotlight import rewarding as spotlight

Claim = Callable[[Transaction, UUID, str], None]
"""Called with the transaction of the joining, the new person's id and the visitor they were."""

CLAIMS: tuple[Claim, ...] = (rewarding.claim, rally.claim, rescue.claim, spotlight.claim)


def claim_guest_play(tx: Transaction, user_id: UUID, coming: accounts.Coming) -> None:
    """Everything a guest did becomes the new account's, in the transaction of their joining.

    For a child that is the parent's first yes; until then nothing is known of them here.
    """
    attribution.account_created(tx, user_id, coming)
    proud_parent.claim(tx, user_id)
    if not coming.visitor_id:
        return
    practice.claim(tx, coming.visitor_id, user_id)
    for claim in CLAIMS:
        claim(tx, user_id, coming.visitor_id)


def listen_to_joining() -> None:
    """Once per process: have every joining keep what was played before it."""
    accounts.on_joining(claim_guest_play)
