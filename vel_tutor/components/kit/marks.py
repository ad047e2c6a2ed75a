"""Small signs: icons, pills, faces, and the three things a student collects."""

from typing import Any, Literal

import reflex as rx

from vel_tutor.components.kit.words import Child, Words, visually_hidden
from vel_tutor.components.react.avatar import drawn_face

Tone = Literal["soft", "plain", "grape", "mint", "coral", "honey", "sky"]


def icon(name: str, *, size: int = 20, **props: Any) -> rx.Component:
    """The lucide icon `name` (with dashes), hidden from screen readers: say it in words too."""
    return rx.icon(name, size=size, aria_hidden=True, **props)


def pill(*children: Child, tone: Tone | rx.Var[str] = "soft", **props: Any) -> rx.Component:
    """A short fact that is not pressed."""
    return rx.el.span(*children, class_name="pill", data_tone=tone, **props)


def avatar(seed: Words, *, size: int = 40, label: str = "") -> rx.Component:
    """A drawn face for the pseudonym `seed`; give `label` only where the name is not beside it."""
    hidden: dict[str, Any] = {"aria_hidden": True} if not label else {}
    named: dict[str, Any] = {"role": "img", "aria_label": label} if label else {}
    return rx.el.span(drawn_face(seed, size), class_name="avatar", **hidden, **named)


def _drawing(*parts: rx.Component, size: int, view_box: str = "0 0 24 24") -> rx.Component:
    return rx.el.svg(
        *parts,
        view_box=view_box,
        width=size,
        height=size,
        custom_attrs={"aria-hidden": "true", "focusable": "false"},
    )


def flame_icon(*, size: int = 22) -> rx.Component:
    """The streak."""
    return _drawing(
        rx.el.path(
            d="M12.6 1.6c.9 3.4 6.9 6.3 6.9 12.6a7.5 7.5 0 0 1-15 0c0-3 1.5-5 3-6.4"
            ".3 1.6 1 2.6 2 3 0-3.7 1-6.8 3.1-9.2z",
            custom_attrs={"fill": "var(--coral)"},
        ),
        rx.el.path(
            d="M12.3 11.2c.5 1.9 3.2 3 3.2 6a3.5 3.5 0 0 1-7 0"
            "c0-1.5.7-2.6 1.5-3.3.2.7.5 1.1 1 1.3 0-1.6.4-2.9 1.3-4z",
            custom_attrs={"fill": "var(--honey-wash)"},
        ),
        size=size,
    )


def shield_icon(*, size: int = 22) -> rx.Component:
    """A streak shield: one missed day costs nothing."""
    return _drawing(
        rx.el.path(
            d="M12 1.8 20.5 4.7v6.6c0 5.3-3.5 9.2-8.5 11-5-1.8-8.5-5.7-8.5-11V4.7z",
            custom_attrs={"fill": "var(--grape)"},
        ),
        rx.el.path(
            d="m8.3 12 2.6 2.6 5-5.3",
            custom_attrs={
                "fill": "none",
                "stroke": "var(--on-grape)",
                "strokeWidth": 2.4,
                "strokeLinecap": "round",
                "strokeLinejoin": "round",
            },
        ),
        size=size,
    )


def xp_icon(*, size: int = 22) -> rx.Component:
    """Experience points."""
    return _drawing(
        rx.el.path(
            d="M12 1.6c.5 0 .9.3 1.1.7l2.5 5.3 5.7.8c1 .2 1.4 1.4.7 2.1l-4.2 4.1 1 5.8"
            "c.2 1-.9 1.8-1.8 1.3L12 18.9l-5 2.8c-.9.5-2-.3-1.8-1.3l1-5.8L2 10.5"
            "c-.7-.7-.3-1.9.7-2.1l5.7-.8 2.5-5.3c.2-.4.6-.7 1.1-.7z",
            custom_attrs={"fill": "var(--honey)"},
        ),
        size=size,
    )


def tally(sign: rx.Component, amount: Words, label: str, *, tone: Tone) -> rx.Component:
    """A number the header carries: `label` says what it counts ("days in a row")."""
    return pill(
        sign, rx.el.span(amount, class_name="tabular"), visually_hidden(" ", label), tone=tone
    )
