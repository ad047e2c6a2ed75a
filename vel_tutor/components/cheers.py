"""The signs people in a room give each other; there is nothing else to say in one."""

from typing import Any

import reflex as rx

from vel_tutor.components import kit
from vel_tutor.vocabulary import Cheer

SIGNS = {
    Cheer.CLAP: ("👏", "Well done"),
    Cheer.FIRE: ("🔥", "On fire"),
    Cheer.IDEA: ("💡", "Good idea"),
    Cheer.PARTY: ("🎉", "Hooray"),
    Cheer.STRONG: ("💪", "We can do it"),
    Cheer.THANKS: ("💜", "Thank you"),
}


def cheers(
    counts: rx.Var[list[int]], latest: rx.Var[str], beat: rx.Var[int], *, on_cheer: Any
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
        kit.announcement(
            rx.match(latest, *[(one.value, f"{SIGNS[one][1]}!") for one in Cheer], "")
        ),
    )


def _sign(at: int, sign: Cheer, counts: rx.Var[list[int]], on_cheer: Any) -> rx.Component:
    drawn, words = SIGNS[sign]
    given = rx.cond(counts.length() > at, counts[at], 0)
    return rx.el.button(
        rx.el.span(drawn, class_name="cheer-sign", aria_hidden=True),
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
            rx.match(latest, *[(one.value, SIGNS[one][0]) for one in Cheer], ""),
            class_name="cheer-flying",
            key=beat.to(str),
        ),
    )
