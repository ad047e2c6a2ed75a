"""Changing one's mind: XP back for what was bought a moment ago and is not used yet."""

from uuid import UUID

from sqlmodel import select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, incentives, safety
from vel_tutor.domain.shop import refusals, rules
from vel_tutor.domain.shop.catalogue import Item, item_of
from vel_tutor.domain.shop.events import PurchaseUndone
from vel_tutor.models.shop import MinutePack, Purchase, PurchaseUndo
from vel_tutor.vocabulary import STUDENTS, ItemKind, Theme


def undo(actor: Actor, purchase_id: UUID) -> int:
    """Reverse the actor's own purchase, once and exactly; what it brought is gone.

    Returns:
        The XP that came back.

    Raises:
        NotFound: no such purchase of the actor's.
        UndoneAlready, UndoOver, UsedAlready: it stays as it is.
    """
    actor.must_be(*STUDENTS)
    safety.spend(safety.REDEEM, str(actor.user_id))
    with transaction() as tx:
        incentives.lock_purse(tx, actor.user_id)
        purchase = _access(tx, actor, purchase_id)
        item = item_of(purchase.item)
        if not _take_back(tx, purchase, item):
            raise refusals.UsedAlready
        tx.session.add(PurchaseUndo(purchase_id=purchase.id, at=tx.now))
        tx.publish(
            PurchaseUndone(user_id=actor.user_id, purchase_id=purchase.id, item=purchase.item)
        )
        return incentives.give_back(tx, actor.user_id, purchase.id)


def _access(tx: Transaction, actor: Actor, purchase_id: UUID) -> Purchase:
    """The actor's purchase, if it may still be undone."""
    purchase = tx.session.get(Purchase, purchase_id)
    if purchase is None or purchase.user_id != actor.user_id:
        raise NotFound
    undone = select(PurchaseUndo.id).where(PurchaseUndo.purchase_id == purchase_id)
    if tx.session.exec(undone).first():
        raise refusals.UndoneAlready
    if not rules.may_undo(purchase.at, tx.now):
        raise refusals.UndoOver
    return purchase


def _take_back(tx: Transaction, purchase: Purchase, item: Item) -> bool:
    """Take away what the purchase brought; False when it is used."""
    if item.kind is ItemKind.SHIELD:
        return incentives.take_back_shield(tx, purchase.user_id, purchase.id)
    if item.kind is ItemKind.MINUTES:
        return _take_minutes(tx, purchase)
    if item.kind is ItemKind.CLASS_PASS:
        parent_id = purchase.for_user_id
        return bool(parent_id and incentives.take_back_pass(tx, parent_id, purchase.id))
    if accounts.theme_of(tx, purchase.user_id) is item.theme:
        accounts.wear(tx, purchase.user_id, Theme.HARBOUR)
    return True


def _take_minutes(tx: Transaction, purchase: Purchase) -> bool:
    pack = tx.session.exec(
        select(MinutePack).where(MinutePack.purchase_id == purchase.id).with_for_update()
    ).one()
    if pack.seconds_left < pack.seconds:
        return False
    tx.session.delete(pack)
    return True
