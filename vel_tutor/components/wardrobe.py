"""The colours to choose from, among one's own."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.shop.views import ThemeView


def wardrobe(
    themes: rx.Var[tuple[ThemeView, ...]], worn: rx.Var[str], *, on_wear: Deed
) -> rx.Component:
    """Each set of colours as a picture; those one does not own lead to the shop."""
    return rx.cond(
        themes,
        kit.card(
            rx.el.h2("Profile colours"),
            rx.el.div(
                rx.foreach(themes.to(list[ThemeView]), lambda theme: _choice(theme, worn, on_wear)),
                class_name="wardrobe",
            ),
        ),
    )


def swatch(theme: rx.Var[str] | str) -> rx.Component:
    """A page so small that it only shows its colours."""
    return rx.el.div(
        rx.el.span(class_name="swatch-top"),
        rx.el.span(class_name="swatch-line"),
        rx.el.span(class_name="swatch-line swatch-short"),
        rx.el.span(class_name="swatch-button"),
        class_name="swatch",
        data_swatch=theme,
        aria_hidden=True,
    )


def _choice(theme: ObjectVar[ThemeView], worn: rx.Var[str], on_wear: Deed) -> rx.Component:
    picture = (swatch(theme.theme), rx.el.span(theme.title, class_name="wardrobe-name"))
    return rx.fragment(
        rx.cond(
            theme.is_owned,
            rx.el.button(
                *picture,
                type="button",
                class_name="wardrobe-choice",
                aria_pressed=worn == theme.theme,
                on_click=on_wear(theme.theme),
            ),
            rx.el.a(
                *picture,
                kit.icon("shopping-bag", size=16),
                kit.visually_hidden(", in the shop"),
                href=routes.SHOP,
                class_name="wardrobe-choice",
            ),
        ),
        key=theme.theme,
    )
