"""The shop: XP for shields, colours, tutor minutes and classes."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components import shop as parts
from vel_tutor.pages import frame
from vel_tutor.state.header import HeaderState
from vel_tutor.state.shop import ShopState
from vel_tutor.state.wardrobe import WardrobeState

SHELF = ShopState.shelf
DEEDS = parts.Deeds(
    on_ask=ShopState.ask,
    on_try=ShopState.try_on,
    on_wear=WardrobeState.wear,
    on_undo=ShopState.undo,
)


def shop() -> rx.Component:
    return frame.student(
        rx.el.h1("Shop"),
        kit.ready(
            ShopState.loaded,
            rx.cond(
                ShopState.trouble,
                kit.error_state(ShopState.trouble, on_retry=ShopState.look),
                _full(),
            ),
            *parts.bones(),
        ),
        parts.question(
            ShopState.wanted,
            SHELF.balance,
            ShopState.problem,
            on_buy=ShopState.buy,
            on_leave=ShopState.leave,
        ),
        parts.good_news(ShopState.got, on_close=ShopState.close, deeds=DEEDS),
        here=routes.SETTINGS,
        trying=ShopState.trying,
    )


def _full() -> rx.Component:
    return rx.el.div(
        parts.counter(SHELF, on_choose=ShopState.choose),
        parts.goods(SHELF, worn=HeaderState.theme, trying=ShopState.trying, deeds=DEEDS),
        parts.bought(SHELF, DEEDS),
        parts.trial_bar(ShopState.trying, on_stop=ShopState.try_on),
        class_name="stack-day",
    )


PAGES = (
    frame.Page(
        draw=shop,
        route=routes.SHOP,
        title="Shop - vel_tutor",
        on_load=(*frame.ARRIVING, ShopState.begin),
    ),
)
