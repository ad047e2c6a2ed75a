"""The shop: what there is, what one has, a question before it costs anything, and the way back."""

from dataclasses import dataclass
from typing import cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.components.wardrobe import swatch
from vel_tutor.domain.shop.views import BoughtView, ItemView, Redeemed, ShelfView
from vel_tutor.vocabulary import ItemKind

SHOWS = (("all", "All"), ("affordable", "Within reach"), ("owned", "Mine"))


@dataclass(frozen=True)
class Deeds:
    """What can be done with a thing on the shelf; each is told its key, its colours or its id."""

    on_ask: Deed
    on_try: Deed
    on_wear: Deed
    on_undo: Deed


def counter(shelf: ObjectVar[ShelfView], *, on_choose: Deed) -> rx.Component:
    """What there is to spend, where it comes from, and what to look at."""
    return rx.el.div(
        rx.el.div(
            rx.el.p(
                kit.xp_icon(size=28),
                rx.el.strong(shelf.balance, class_name="tabular shop-balance"),
                " XP to spend",
                class_name="row",
            ),
            kit.link("Where it came from", href=routes.XP),
            class_name="row-spread",
        ),
        rx.el.p("Spending never lowers your level.", class_name="soft small"),
        kit.segmented(
            SHOWS, name="show", legend="What to show", value=shelf.show, on_change=on_choose
        ),
        class_name="stack-tight",
    )


def goods(
    shelf: ObjectVar[ShelfView], *, worn: rx.Var[str], trying: rx.Var[str], deeds: Deeds
) -> rx.Component:
    """The shelf, or a word about why nothing stands on it."""
    return rx.cond(
        shelf.goods,
        rx.el.ul(
            rx.foreach(
                shelf.goods.to(list[ItemView]),
                lambda item: _item(item, worn=worn, trying=trying, deeds=deeds),
            ),
            class_name="goods",
            aria_label="Things in the shop",
        ),
        kit.empty_state(
            rx.cond(
                shelf.show == "owned",
                "Nothing of yours yet. What you get here will stand on this shelf.",
                "Nothing is within reach yet. Each finished deck brings you 10 XP closer.",
            ),
            kit.link_button("Practise", href=routes.PRACTICE, icon="target"),
        ),
    )


def _item(
    item: ObjectVar[ItemView], *, worn: rx.Var[str], trying: rx.Var[str], deeds: Deeds
) -> rx.Component:
    return rx.el.li(
        _picture(item),
        rx.el.div(
            rx.el.h2(item.title, id=f"item-{item.key}"),
            kit.pill(
                kit.xp_icon(size=16),
                rx.el.span(item.price, " XP", class_name="tabular"),
                tone="honey",
            ),
            class_name="row-spread",
        ),
        rx.el.p(item.words, class_name="soft"),
        rx.cond(
            item.stock,
            rx.el.p(kit.icon("circle-check", size=18), item.stock, class_name="row good-stock"),
        ),
        rx.el.div(
            _way(item, worn, deeds), _trial(item, trying, deeds), _use(item), class_name="good-foot"
        ),
        class_name="card good",
        aria_labelledby=f"item-{item.key}",
        key=item.key,
    )


def _picture(item: ObjectVar[ItemView]) -> rx.Component:
    """What it looks like: colours as a small page that wears them."""
    return rx.el.div(
        rx.match(
            item.kind,
            (ItemKind.THEME.value, swatch(item.theme)),
            (ItemKind.SHIELD.value, kit.shield_icon(size=84)),
            (ItemKind.MINUTES.value, kit.icon("message-circle-question", size=72)),
            kit.icon("ticket", size=72),
        ),
        class_name="good-picture",
        data_kind=item.kind,
        aria_hidden=True,
    )


def _way(item: ObjectVar[ItemView], worn: rx.Var[str], deeds: Deeds) -> rx.Component:
    """The one thing to do next: buy it, wear it, earn more, or know why not."""
    is_theme = item.kind == ItemKind.THEME.value
    return rx.cond(
        is_theme & item.is_owned,
        rx.cond(
            worn == item.theme,
            rx.el.p(kit.icon("circle-check", size=20), "You wear it", class_name="row good-stock"),
            kit.button("Wear it", kind="mint", on_click=deeds.on_wear(item.theme)),
        ),
        rx.cond(
            item.why_not,
            rx.el.p(kit.icon("info", size=18), item.why_not, class_name="row soft small"),
            rx.cond(item.missing.to(int) > 0, _to_go(item), _buy(item, deeds)),
        ),
    )


def _buy(item: ObjectVar[ItemView], deeds: Deeds) -> rx.Component:
    return kit.button(
        "Get it", kit.visually_hidden(": ", item.title), on_click=deeds.on_ask(item.key)
    )


def _to_go(item: ObjectVar[ItemView]) -> rx.Component:
    """How far it is, and how to get there."""
    return rx.el.div(
        kit.progress(item.percent, label="XP saved up for it", tone="honey"),
        rx.el.p(
            rx.el.strong("Need ", item.missing, " more"), ". ", item.way_there, class_name="small"
        ),
        kit.link("Earn some", href=routes.PRACTICE),
        class_name="stack-tight",
    )


def _trial(item: ObjectVar[ItemView], trying: rx.Var[str], deeds: Deeds) -> rx.Component:
    return rx.cond(
        (item.kind == ItemKind.THEME.value) & ~item.is_owned,
        kit.button(
            rx.cond(trying == item.theme, "Take it off", "Try it on"),
            kit.visually_hidden(": ", item.title),
            kind="quiet",
            on_click=deeds.on_try(item.theme),
        ),
    )


def _use(item: ObjectVar[ItemView]) -> rx.Component:
    """Where minutes that are left are used."""
    return rx.cond(
        (item.kind == ItemKind.MINUTES.value) & item.is_owned,
        kit.link_button("Ask the tutor", href=routes.COACH, kind="mint"),
    )


def trial_bar(trying: rx.Var[str], *, on_stop: Deed) -> rx.Component:
    """Says that the colours are only on trial, wherever on the page one is."""
    return rx.el.div(
        rx.cond(
            trying,
            rx.el.div(
                rx.el.span("You are only trying these colours on."),
                kit.button("Take them off", size="small", kind="quiet", on_click=on_stop(trying)),
                class_name="trial-bar",
            ),
        ),
        role="status",
    )


def question(
    item: ObjectVar[ItemView],
    balance: rx.Var[int],
    problem: rx.Var[str],
    *,
    on_buy: Deed,
    on_leave: Deed,
) -> rx.Component:
    """Asks once more, and says what is left afterwards."""
    return kit.dialog(
        kit.form_error(problem),
        rx.el.dl(
            _sum("You have", balance),
            _sum("It costs", item.price),
            _sum("Left afterwards", item.left_after),
            class_name="sums",
        ),
        rx.el.p(
            "You can undo it for 10 minutes, as long as it is not used.", class_name="soft small"
        ),
        rx.el.div(
            kit.button("Get it for ", item.price, " XP", on_click=on_buy),
            kit.button("Not now", kind="quiet", on_click=on_leave(False)),
            class_name="stack-tight",
        ),
        title=f"Get {item.title}?",
        words=item.words,
        is_open=item.key != "",
        on_change=on_leave,
    )


def _sum(words: str, xp: rx.Var[int]) -> rx.Component:
    return rx.el.div(
        rx.el.dt(words),
        rx.el.dd(xp, " XP", class_name="tabular"),
        class_name="row-spread",
    )


def good_news(got: ObjectVar[Redeemed], *, on_close: Deed, deeds: Deeds) -> rx.Component:
    """It is theirs: what to do with it now, and the way back."""
    return kit.dialog(
        rx.el.div(
            vel("cheer", size=112), kit.confetti(got.purchase_id != ""), class_name="shop-cheer"
        ),
        rx.el.div(
            rx.match(
                got.kind,
                (
                    ItemKind.THEME.value,
                    kit.button("Wear it now", on_click=[deeds.on_wear(got.theme), on_close(False)]),
                ),
                (
                    ItemKind.MINUTES.value,
                    kit.link_button("Ask the tutor", href=routes.COACH, size="wide"),
                ),
                kit.button("Good", on_click=on_close(False)),
            ),
            kit.button("Undo", kind="quiet", on_click=deeds.on_undo(got.purchase_id)),
            class_name="stack-tight",
        ),
        title=f"{got.title}: yours now",
        words=_what_now(got.kind),
        is_open=got.purchase_id != "",
        on_change=on_close,
    )


def _what_now(kind: rx.Var[str]) -> rx.Var[str]:
    words = rx.match(
        kind,
        (ItemKind.SHIELD.value, "It is used by itself on the next day you miss."),
        (ItemKind.MINUTES.value, "Your minutes wait for you, for 90 days."),
        (ItemKind.CLASS_PASS.value, "Your parent has the pass now. Choose a class together."),
        "Choose between your colours here and in your settings.",
    )
    return cast("rx.Var[str]", words)


def bought(shelf: ObjectVar[ShelfView], deeds: Deeds) -> rx.Component:
    """The last purchases, what became of them, and the way back of those that are fresh."""
    return rx.cond(
        shelf.bought,
        kit.card(
            rx.el.h2("What you got"),
            rx.el.ul(
                rx.foreach(shelf.bought.to(list[BoughtView]), lambda one: _line(one, deeds)),
                class_name="log bought",
            ),
        ),
    )


def _line(one: ObjectVar[BoughtView], deeds: Deeds) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.strong(one.title),
            rx.el.p(one.fate, class_name="small"),
            rx.el.p(one.when, ", ", one.price, " XP", class_name="soft small tabular"),
        ),
        rx.cond(
            one.may_undo,
            kit.button(
                "Undo",
                kit.visually_hidden(": ", one.title),
                kind="bare",
                size="small",
                on_click=deeds.on_undo(one.id),
            ),
        ),
        class_name="row-spread",
        key=one.id,
    )


def bones() -> tuple[rx.Component, ...]:
    """The shape of the page while it is on its way."""
    return kit.skeleton("title"), kit.skeleton("tile", 3)
