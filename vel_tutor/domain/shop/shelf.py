"""The shelf: what there is, what one can afford, and what one has."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import incentives
from vel_tutor.domain.incentives.views import PurseView
from vel_tutor.domain.shop import minutes, rules
from vel_tutor.domain.shop.catalogue import ITEMS, Item, item_of
from vel_tutor.domain.shop.situations import situations
from vel_tutor.domain.shop.views import BoughtView, ItemView, ShelfView
from vel_tutor.models.shop import MinutePack, Purchase, PurchaseUndo
from vel_tutor.vocabulary import STUDENTS, ItemKind, Standing

SHOWS = ("all", "affordable", "owned")
BOUGHT_SHOWN = 10


def shelf(actor: Actor, show: str = "all") -> ShelfView:
    """What the shop has for the actor, of which `show` says what is wanted (one of `SHOWS`)."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        purse = incentives.purse_of(tx, actor.user_id)
        here = situations(tx, actor.user_id, purse.shields)
        seconds = minutes.seconds_left(tx, actor.user_id)
        stock = _stock(purse, seconds, here)
        items = [_item(actor, item, purse, here[item.key], stock, tx.now) for item in ITEMS]
        chosen = show if show in SHOWS else "all"
        return ShelfView(
            balance=purse.spendable_xp,
            show=chosen,
            goods=tuple(item for item in items if _is_wanted(item, chosen)),
            bought=_bought(tx, actor),
            worn=actor.theme.value,
            may_ask_tutor=seconds > 0,
        )


def _is_wanted(item: ItemView, show: str) -> bool:
    if show == "affordable":
        return not item.missing and not item.why_not
    return show == "all" or item.is_owned


def _stock(
    purse: PurseView, seconds: int, here: Mapping[str, rules.Situation]
) -> dict[ItemKind, str]:
    """What of each kind is there to be used."""
    left = -(-seconds // 60)
    words = {
        ItemKind.SHIELD: f"You hold {purse.shields} of {incentives.MOST_SHIELDS}",
        ItemKind.MINUTES: f"{left} {'minute' if left == 1 else 'minutes'} left",
    }
    held = {ItemKind.SHIELD: purse.shields, ItemKind.MINUTES: left}
    passes = len(here["class-pass"].bought)
    if passes:
        held[ItemKind.CLASS_PASS] = passes
        words[ItemKind.CLASS_PASS] = f"{passes} given to your parent so far"
    return {kind: words[kind] for kind, number in held.items() if number}


def _item(
    actor: Actor,
    item: Item,
    purse: PurseView,
    here: rules.Situation,
    stock: Mapping[ItemKind, str],
    now: datetime,
) -> ItemView:
    refusal = rules.why_not(item, here, now)
    missing = max(item.price - purse.spendable_xp, 0)
    is_theme = item.kind is ItemKind.THEME
    is_owned = bool(here.bought) if is_theme else item.kind in stock
    return ItemView(
        key=item.key,
        kind=item.kind.value,
        title=item.title,
        words=item.simple if actor.standing is Standing.CHILD else item.words,
        price=item.price,
        often="" if is_theme else rules.often_words(item.most, item.within),
        theme=item.theme or "",
        missing=missing,
        percent=100 * (item.price - missing) // item.price,
        left_after=max(purse.spendable_xp - item.price, 0),
        way_there=rules.way_there(missing) if missing else "",
        why_not=refusal.words if refusal else "",
        stock=stock.get(item.kind, ""),
        is_owned=is_owned,
        is_worn=item.theme is actor.theme,
    )


def _bought(tx: Transaction, actor: Actor) -> tuple[BoughtView, ...]:
    """The last purchases and what became of them."""
    found = tx.session.exec(
        select(Purchase, PurchaseUndo, MinutePack)
        .outerjoin(PurchaseUndo, col(PurchaseUndo.purchase_id) == col(Purchase.id))
        .outerjoin(MinutePack, col(MinutePack.purchase_id) == col(Purchase.id))
        .where(Purchase.user_id == actor.user_id)
        .order_by(col(Purchase.at).desc(), col(Purchase.id))
        .limit(BOUGHT_SHOWN)
    )
    zone = ZoneInfo(actor.time_zone)
    return tuple(_purchase(*row, zone=zone, now=tx.now) for row in found)


def _purchase(
    purchase: Purchase,
    undone: PurchaseUndo | None,
    pack: MinutePack | None,
    *,
    zone: ZoneInfo,
    now: datetime,
) -> BoughtView:
    item = item_of(purchase.item)
    is_whole = pack is None or pack.seconds_left == pack.seconds
    return BoughtView(
        id=str(purchase.id),
        title=item.title,
        kind=item.kind.value,
        when=f"{purchase.at.astimezone(zone):%-d %B, %H:%M}",
        price=purchase.price,
        fate="Undone, the XP came back" if undone else _fate(item, pack, zone, now),
        may_undo=not undone and is_whole and rules.may_undo(purchase.at, now),
    )


def _fate(item: Item, pack: MinutePack | None, zone: ZoneInfo, now: datetime) -> str:
    if pack is None:
        return {
            ItemKind.SHIELD: "Kept for a day you miss",
            ItemKind.CLASS_PASS: "With your parent",
            ItemKind.THEME: "Yours for good",
        }.get(item.kind, "")
    if not pack.seconds_left:
        return "Used up"
    if pack.expires_at <= now:
        return f"Expired on {pack.expires_at.astimezone(zone):%-d %B}"
    left, whole = -(-pack.seconds_left // 60), pack.seconds // 60
    return f"{left} of {whole} minutes left, until {pack.expires_at.astimezone(zone):%-d %B %Y}"
