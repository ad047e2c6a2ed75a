"""What things lie on: cards, tiles, tables, numbers."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from vel_tutor.components.kit.marks import icon
from vel_tutor.components.kit.words import Child, Deed, Words


def card(*children: Child, flat: bool = False, **props: Any) -> rx.Component:
    """A sheet of paper. `flat` for many of them, and for dense screens."""
    look = "card-flat" if flat else "card"
    props["class_name"] = f"{look} {props.pop('class_name', 'stack')}"
    return rx.el.section(*children, **props)


def tile(
    title: Words,
    words: Words = "",
    *,
    sign: str,
    subject: Words = "",
    href: Words = "",
    on_click: Deed | None = None,
    **props: Any,
) -> rx.Component:
    """A large card with one meaning that is pressed as a whole: goes to `href` or does `on_click`.

    Args:
        sign: a lucide icon name.
        subject: math, reading or science; gives the tile the subject's hue.
    """
    inside = (
        rx.el.span(icon(sign, size=26), class_name="tile-icon"),
        rx.el.span(
            rx.el.strong(title),
            rx.el.span(words, class_name="soft small") if not _is_nothing(words) else rx.fragment(),
            class_name="tile-words",
        ),
        icon("chevron-right", size=22, class_name="soft"),
    )
    look = "card card-link tile"
    if on_click is not None:
        return rx.el.button(
            *inside,
            type="button",
            on_click=on_click,
            data_subject=subject,
            class_name=look,
            **props,
        )
    return rx.el.a(*inside, href=href, data_subject=subject, class_name=look, **props)


def stat(value: Words, label: Words, *, sign: rx.Component | None = None) -> rx.Component:
    """A number with its unit and period: ("7", "days in a row")."""
    return rx.el.div(
        sign or rx.fragment(),
        rx.el.div(
            rx.el.div(value, class_name="stat-value"), rx.el.div(label, class_name="stat-label")
        ),
        class_name="stat",
    )


def table(headers: Sequence[str], *rows: Child, caption: str) -> rx.Component:
    """A table that scrolls inside its own frame. `rows`: `rx.el.tr`s or one `rx.foreach`."""
    return rx.el.div(
        rx.el.table(
            rx.el.caption(caption),
            rx.el.thead(rx.el.tr(*[rx.el.th(words, scope="col") for words in headers])),
            rx.el.tbody(*rows),
            class_name="table",
        ),
        class_name="table-frame",
        role="region",
        aria_label=caption,
        tab_index=0,
    )


def _is_nothing(words: Words) -> bool:
    return isinstance(words, str) and not words
