"""What spendable XP buys, and what somebody owns."""

from vel_tutor.domain.incentives import NotEnoughXp
from vel_tutor.domain.shop.actions import buy, redeem
from vel_tutor.domain.shop.catalogue import ITEMS, MINUTES_KEPT, PACK_SECONDS, Item, item_of
from vel_tutor.domain.shop.checking import drift
from vel_tutor.domain.shop.events import ItemRedeemed, PurchaseUndone
from vel_tutor.domain.shop.history import SIDES, xp_log, xp_stand
from vel_tutor.domain.shop.minutes import forget, minutes_left, seconds_left, use_minutes
from vel_tutor.domain.shop.refusals import (
    EnoughForNow,
    KeyReused,
    NotOwned,
    OwnedAlready,
    ParentNeeded,
    ShieldsFull,
    UndoneAlready,
    UndoOver,
    UsedAlready,
)
from vel_tutor.domain.shop.shelf import SHOWS, shelf
from vel_tutor.domain.shop.themes import wardrobe, wear
from vel_tutor.domain.shop.undoing import undo
from vel_tutor.domain.shop.views import Redeemed

__all__ = [
    "ITEMS",
    "MINUTES_KEPT",
    "PACK_SECONDS",
    "SHOWS",
    "SIDES",
    "EnoughForNow",
    "Item",
    "ItemRedeemed",
    "KeyReused",
    "NotEnoughXp",
    "NotOwned",
    "OwnedAlready",
    "ParentNeeded",
    "PurchaseUndone",
    "Redeemed",
    "ShieldsFull",
    "UndoOver",
    "UndoneAlready",
    "UsedAlready",
    "buy",
    "drift",
    "forget",
    "item_of",
    "minutes_left",
    "redeem",
    "seconds_left",
    "shelf",
    "undo",
    "use_minutes",
    "wardrobe",
    "wear",
    "xp_log",
    "xp_stand",
]
