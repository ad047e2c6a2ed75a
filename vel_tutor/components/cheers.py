"""The signs people in a room give each other; there is nothing else to say in one."""

from collections.abc import Sequence
from typing import Any, cast

import reflex as rx
from reflex.vars import ArrayVar

from vel_tutor.components import kit
from vel_tutor.vocabulary import Cheer

SIGNS = {
    Cheer.CLAP: ("thumbs-up", "grape", "Well done"),
    Cheer.FIRE: ("flame", "coral", "On fire"),
    Cheer.IDEA: ("lightbulb", "honey", "Good idea"),
    Cheer.PARTY: ("party-popper", "sky", "Hooray"),
    Cheer.STRONG: ("rocket", "mint", "We can do it"),
    Cheer.THANKS: ("heart", "coral", "Thank you"),
}
"""Drawn as our own icons, for not every device has the same pictures, and some have none."""


def cheers(
    counts: ArrayVar[Sequence[int]], latest: rx.Var[str], beat: rx.Var[int], *, on_cheer: Any
) -> rx.Component:
    """The signs with how often each was given today; the one given last flies up.

    Args:
        on_cheer: event taking a `Cheer`.
    """
    return kit.card(
        rx.el.div(
            rx.el.h2("Cheer each other on"),
            rx.el.span(_flying(latest, beat), class_name="cheer-sky", aria_hidden=True),
            class_name="row-spread",
        ),
        rx.el.div(
            *[_sign(at, sign, counts, on_cheer) for at, sign in enumerate(Cheer)],
            class_name="cheers",
            role="group",
            aria_label="Signs",
        ),
        kit.announcement(_said(latest)),
    )


def _sign(at: int, sign: Cheer, counts: ArrayVar[Sequence[int]], on_cheer: Any) -> rx.Component:
    drawn, tone, words = SIGNS[sign]
    given = rx.cond(counts.length() > at, counts[at], 0)
    return rx.el.button(
        rx.el.span(kit.icon(drawn, size=22), class_name="cheer-sign", data_tone=tone),
        kit.visually_hidden(words, ", "),
        rx.el.span(given, class_name="tabular", key=given.to(str)),
        kit.visually_hidden(" today"),
        type="button",
        title=words,
        on_click=on_cheer(sign.value),
        class_name="cheer",
    )


def _flying(latest: rx.Var[str], beat: rx.Var[int]) -> rx.Component:
    """The sign given last; a new one each time, so that it flies again."""
    return rx.cond(
        latest != "",
        rx.el.span(
            rx.match(
                latest,
                *[(one.value, _drawn(one)) for one in Cheer],
                rx.fragment(),
            ),
            class_name="cheer-flying",
            key=beat.to(str),
        ),
    )


def _drawn(sign: Cheer) -> rx.Component:
    drawn, tone, _ = SIGNS[sign]
    return rx.el.span(kit.icon(drawn, size=28), class_name="cheer-sign", data_tone=tone)


def _said(sign: rx.Var[str]) -> rx.Var[str]:
    """A sign in words."""
    words = [(one.value, f"{SIGNS[one][2]}!") for one in Cheer]
    return cast("rx.Var[str]", rx.match(sign, *words, ""))
