"""What a screen says when XP has come in, and when a level is reached."""

from collections.abc import Sequence

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain.incentives import rules
from vel_tutor.models.incentives import LedgerEntry, Purse
from vel_tutor.vocabulary import Currency, XpReason

CAUSES_AT_MOST = 12
_SAID = {
    XpReason.PRACTICE_COMPLETED: "Deck finished",
    XpReason.PERFECT_SCORE: "All right",
    XpReason.PRACTICE_DAY: "First practice today",
    XpReason.INVITE: "A friend joined",
    XpReason.BADGE: "New badge",
}


def gained(actor: Actor, amount: int) -> str:
    """For what the actor's last `amount` XP came, in words: "Deck finished, all right"."""
    with reading() as tx:
        entries = tx.session.exec(
            select(LedgerEntry)
            .where(
                LedgerEntry.user_id == actor.user_id, LedgerEntry.currency == Currency.LIFETIME_XP
            )
            .order_by(col(LedgerEntry.at).desc(), col(LedgerEntry.id))
            .limit(CAUSES_AT_MOST)
        ).all()
    return _sentence(_latest(entries, amount))


def _latest(entries: Sequence[LedgerEntry], amount: int) -> list[str]:
    """The causes of the newest of `entries` that make up `amount`, the largest first."""
    told: dict[str, int] = {}
    for entry in entries:
        if amount <= 0:
            break
        amount -= entry.amount
        words = _SAID.get(XpReason(entry.reason), "")
        told[words] = told.get(words, 0) + entry.amount
    return sorted(filter(None, told), key=lambda words: -told[words])


def _sentence(causes: Sequence[str]) -> str:
    """`causes` as one sentence: only its first word begins with a capital."""
    words = ", ".join(causes)
    return words[:1] + words[1:].lower()


def see_level(actor: Actor) -> int:
    """Note that the actor is told of the level they have reached.

    Returns:
        The level to congratulate on; 0 when some other screen of theirs has done so.
    """
    with transaction() as tx:
        purse = tx.session.get(Purse, actor.user_id)
        level = rules.level_for(purse.lifetime_xp).number if purse else 1
        noted = (
            update(Purse)
            .where(col(Purse.user_id) == actor.user_id, col(Purse.level_seen) < level)
            .values(level_seen=level)
            .returning(col(Purse.user_id))
            .execution_options(synchronize_session=False)
        )
        return level if tx.session.exec(noted).first() else 0
