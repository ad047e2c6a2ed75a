"""Buying with XP: exactly once for a request, however often and from wherever it comes."""

from uuid import UUID

from sqlmodel import select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import accounts, incentives, safety
from vel_tutor.domain.shop import refusals, rules
from vel_tutor.domain.shop.catalogue import MINUTES_KEPT, PACK_SECONDS, Item, item_of
from vel_tutor.domain.shop.events import ItemRedeemed
from vel_tutor.domain.shop.situations import situation
from vel_tutor.domain.shop.views import Redeemed
from vel_tutor.models.shop import MinutePack, Purchase
from vel_tutor.vocabulary import (
    STUDENTS,
    ItemKind,
    PassReason,
    ShieldReason,
    XpReason,
)


def redeem(actor: Actor, item: str, key: UUID) -> Redeemed:
    """Buy `item`: the whole of it, or nothing.

    Args:
        key: the buyer's name for this request; sent again, it gets the same answer and buys nothing
            more. What was refused has bought nothing, and may be asked again under the same key.

    Raises:
        NotFound: the shop has no such thing.
        KeyReused: that key bought something else.
        NotEnoughXp: there is too little to spend.
        OwnedAlready, ShieldsFull, EnoughForNow, ParentNeeded: not now, or not for them.
    """
    actor.must_be(*STUDENTS)
    wanted = item_of(item)
    safety.spend(safety.REDEEM, str(actor.user_id))
    return buy(actor, wanted, key)


def buy(actor: Actor, item: Item, key: UUID) -> Redeemed:
    """`redeem` without its limit."""
    with transaction() as tx:
        held = incentives.lock_purse(tx, actor.user_id)
        earlier = _asked_before(tx, actor.user_id, key)
        if earlier:
            return _answer(earlier, item)
        refusal = rules.why_not(item, situation(tx, actor.user_id, item, held.shields), tx.now)
        if refusal:
            raise refusal
        held.must_have(item.price)
        purchase = Purchase(
            user_id=actor.user_id,
            key=key,
            item=item.key,
            price=item.price,
            xp_left=max(held.spendable_xp - item.price, 0),
            for_user_id=_receiver(tx, actor.user_id, item),
            at=tx.now,
        )
        incentives.spend(tx, actor.user_id, item.price, XpReason.SHOP, purchase.id)
        tx.session.add(purchase)
        tx.session.flush()
        _hand_over(tx, purchase, item)
        tx.publish(ItemRedeemed(user_id=actor.user_id, purchase_id=purchase.id, item=item.key))
        return _answer(purchase, item)


def _asked_before(tx: Transaction, user_id: UUID, key: UUID) -> Purchase | None:
    return tx.session.exec(
        select(Purchase).where(Purchase.user_id == user_id, Purchase.key == key)
    ).one_or_none()


def _answer(purchase: Purchase, item: Item) -> Redeemed:
    if purchase.item != item.key:
        raise refusals.KeyReused
    return Redeemed(
        purchase_id=str(purchase.id),
        item=item.key,
        kind=item.kind.value,
        title=item.title,
        price=purchase.price,
        xp_left=purchase.xp_left,
        theme=item.theme or "",
    )


def _receiver(tx: Transaction, user_id: UUID, item: Item) -> UUID | None:
    """The parent a class pass goes to, the one linked longest; whatever else is for the buyer."""
    if item.kind is not ItemKind.CLASS_PASS:
        return None
    return accounts.parents_of(tx, user_id)[0]


def _hand_over(tx: Transaction, purchase: Purchase, item: Item) -> None:
    if item.kind is ItemKind.SHIELD:
        incentives.grant_shield(tx, purchase.user_id, ShieldReason.SHOP, purchase.id)
    elif item.kind is ItemKind.MINUTES:
        pack = MinutePack(
            user_id=purchase.user_id,
            purchase_id=purchase.id,
            seconds=PACK_SECONDS,
            seconds_left=PACK_SECONDS,
            expires_at=tx.now + MINUTES_KEPT,
        )
        tx.session.add(pack)
    elif purchase.for_user_id:
        incentives.give_pass(tx, purchase.for_user_id, PassReason.SHOP, purchase.id)
