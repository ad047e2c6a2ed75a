"""What can be pressed."""

from typing import Any, Literal

import reflex as rx
from reflex_components_core.el.elements.inline import A

from vel_tutor.components.kit.marks import icon as drawn_icon
from vel_tutor.components.kit.words import Child, Deed, Words, visually_hidden

Kind = Literal["primary", "quiet", "danger", "mint", "bare"]
Size = Literal["normal", "small", "wide"]
"""`wide` takes the whole width: the one main action of a narrow page."""


def button(
    *children: Child,
    kind: Kind = "primary",
    submit: bool = False,
    busy: bool | rx.Var[bool] = False,
    disabled: bool | rx.Var[bool] = False,
    icon: str = "",
    size: Size = "normal",
    **props: Any,
) -> rx.Component:
    """A button that says what happens ("Check", "Challenge a friend").

    Args:
        submit: sends the form it stands in.
        busy: work is running: it turns, and cannot be pressed twice.
        icon: a lucide name, shown before the words.
        props: `on_click` and whatever else an HTML button takes.
    """
    turning = (
        rx.cond(busy, _spinner())
        if isinstance(busy, rx.Var)
        else (_spinner() if busy else rx.fragment())
    )
    return rx.el.button(
        turning,
        drawn_icon(icon) if icon else rx.fragment(),
        *children,
        type="submit" if submit else "button",
        disabled=_either(busy, disabled),
        aria_busy=busy,
        class_name=_look(kind, size),
        **props,
    )


def link_button(
    *children: Child,
    href: Words,
    kind: Kind = "primary",
    native: bool = False,
    icon: str = "",
    size: Size = "normal",
    **props: Any,
) -> rx.Component:
    """A link that looks like a button: it goes somewhere and changes nothing.

    Args:
        native: leave the single-page app (paths served by plain routes, other sites).
    """
    return link(
        drawn_icon(icon) if icon else rx.fragment(),
        *children,
        href=href,
        native=native,
        class_name=_look(kind, size),
        **props,
    )


def link(
    *children: Child, href: Words, native: bool = False, class_name: str = "link", **props: Any
) -> rx.Component:
    """Words that lead somewhere. `native` as in `link_button`."""
    if native:
        return A.create(*children, href=href, class_name=class_name, **props)
    return rx.el.a(*children, href=href, class_name=class_name, **props)


def icon_button(name: str, label: Words, *, on_click: Deed, **props: Any) -> rx.Component:
    """A round button with only an icon; `label` is its name for those who do not see it."""
    return rx.el.button(
        drawn_icon(name, size=22),
        type="button",
        class_name="icon-btn",
        aria_label=label,
        on_click=on_click,
        **props,
    )


def icon_link(name: str, label: Words, *, href: Words) -> rx.Component:
    """As `icon_button`, but it goes to `href`."""
    return rx.el.a(
        drawn_icon(name, size=22), visually_hidden(label), href=href, class_name="icon-btn"
    )


def _either(busy: bool | rx.Var[bool], disabled: bool | rx.Var[bool]) -> bool | rx.Var[bool]:
    if isinstance(busy, rx.Var):
        return busy | disabled
    return disabled if isinstance(disabled, rx.Var) else disabled or busy


def _spinner() -> rx.Component:
    return rx.el.span(class_name="spinner", aria_hidden=True)


def _look(kind: Kind, size: Size) -> str:
    return f"btn btn-{kind} btn-{size}"
