"""What somebody has bought, and what else decides what they may buy."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, incentives
from vel_tutor.domain.shop.catalogue import ITEMS, Item
from vel_tutor.domain.shop.rules import Situation
from vel_tutor.models.shop import Purchase, PurchaseUndo
from vel_tutor.vocabulary import ItemKind


def bought_by(tx: Transaction, user_id: UUID) -> Mapping[str, tuple[datetime, ...]]:
    """When each thing was bought that was not undone, by its key."""
    found = tx.session.exec(
        select(Purchase.item, Purchase.at)
        .outerjoin(PurchaseUndo, col(PurchaseUndo.purchase_id) == col(Purchase.id))
        .where(Purchase.user_id == user_id, col(PurchaseUndo.id).is_(None))
    )
    times: dict[str, tuple[datetime, ...]] = defaultdict(tuple)
    for item, at in found:
        times[item] += (at,)
    return times


def situations(tx: Transaction, user_id: UUID, shields: int) -> dict[str, Situation]:
    """What decides about each thing on the shelf, for somebody who holds so many `shields`."""
    bought = bought_by(tx, user_id)
    has_parent = bool(accounts.parents_of(tx, user_id))
    return {
        item.key: _situation(bought.get(item.key, ()), shields, has_parent=has_parent)
        for item in ITEMS
    }


def situation(tx: Transaction, user_id: UUID, item: Item, shields: int) -> Situation:
    """The same for one thing; only a class asks for parents."""
    has_parent = item.kind is ItemKind.CLASS_PASS and bool(accounts.parents_of(tx, user_id))
    return _situation(bought_by(tx, user_id).get(item.key, ()), shields, has_parent=has_parent)


def _situation(bought: tuple[datetime, ...], shields: int, *, has_parent: bool) -> Situation:
    return Situation(
        bought=bought,
        shields=shields,
        most_shields=incentives.MOST_SHIELDS,
        has_parent=has_parent,
    )
