"""What may be bought and undone, and when: pure decisions."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from vel_tutor.core.errors import Refusal
from vel_tutor.domain.shop import refusals
from vel_tutor.domain.shop.catalogue import Item
from vel_tutor.vocabulary import ItemKind

UNDO_WITHIN = timedelta(minutes=10)
XP_PER_DECK = 10
"""What a finished deck brings, for whoever asks how far something is."""


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What decides whether somebody may buy something now, beside the price."""

    bought: tuple[datetime, ...] = ()
    """When the same thing was bought before, without what was undone."""
    shields: int = 0
    most_shields: int = 2
    has_parent: bool = False


def why_not(item: Item, here: Situation, now: datetime) -> type[Refusal] | None:
    """Why `item` cannot be bought now, whatever there is to spend; None when it can."""
    if item.kind is ItemKind.THEME:
        return refusals.OwnedAlready if here.bought else None
    if item.kind is ItemKind.CLASS_PASS and not here.has_parent:
        return refusals.ParentNeeded
    if item.kind is ItemKind.SHIELD and here.shields >= here.most_shields:
        return refusals.ShieldsFull
    if sum(at > now - item.within for at in here.bought) >= item.most:
        return refusals.EnoughForNow
    return None


def may_undo(bought_at: datetime, now: datetime) -> bool:
    """Whether it is early enough to change one's mind."""
    return now - bought_at <= UNDO_WITHIN


def often_words(most: int, within: timedelta) -> str:
    """How often something can be bought: `2 a day`, `1 in 30 days`."""
    return f"{most} a day" if within.days == 1 else f"{most} in {within.days} days"


def way_there(missing: int) -> str:
    """How somebody comes by what is `missing`, in finished decks."""
    decks = -(-missing // XP_PER_DECK)
    return "One more finished deck is enough." if decks == 1 else f"About {decks} finished decks."


def share_out(seconds: int, left: list[int]) -> list[int]:
    """How many of `seconds` each pack gives, in this order, when it has `left`."""
    shares: list[int] = []
    for there in left:
        shares.append(min(seconds, there))
        seconds -= shares[-1]
    return shares
