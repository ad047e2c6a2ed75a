"""Whether the shop's books add up."""

from sqlmodel import col, func, select

from vel_tutor.core.db import reading
from vel_tutor.models.incentives import LedgerEntry
from vel_tutor.models.shop import MinutePack, MinuteUse, Purchase, PurchaseUndo
from vel_tutor.vocabulary import Currency, XpReason


def drift() -> int:
    """How many purchases and packs the ledger and the uses do not explain; anything but 0 alarms.

    Each purchase is one entry of minus its price, each undo one of plus that; no entry of the shop
    stands alone. What is left of a pack is what was bought less what was used.
    """
    undone = select(PurchaseUndo.purchase_id, Purchase.price).join(
        Purchase, col(Purchase.id) == col(PurchaseUndo.purchase_id)
    )
    written = select(LedgerEntry.source_id, LedgerEntry.amount).where(
        LedgerEntry.currency == Currency.SPENDABLE_XP
    )
    bought = select(Purchase.id, -col(Purchase.price))
    with reading() as tx:
        return sum(
            tx.session.exec(select(func.count()).select_from(wrong.subquery())).one()
            for wrong in (
                bought.except_(written.where(LedgerEntry.reason == XpReason.SHOP)),
                written.where(LedgerEntry.reason == XpReason.SHOP).except_(bought),
                undone.except_(written.where(LedgerEntry.reason == XpReason.SHOP_UNDONE)),
                written.where(LedgerEntry.reason == XpReason.SHOP_UNDONE).except_(undone),
                select(MinutePack.id)
                .outerjoin(MinuteUse, col(MinuteUse.pack_id) == col(MinutePack.id))
                .group_by(col(MinutePack.id))
                .having(
                    col(MinutePack.seconds) - col(MinutePack.seconds_left)
                    != func.coalesce(func.sum(MinuteUse.seconds), 0)
                ),
            )
        )
