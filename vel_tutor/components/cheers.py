"""The signs people in a room give each other; there is nothing else to say in one."""

from collections.abc import Sequence
from typing import Any, cast

import reflex as rx
from reflex.vars import ArrayVar

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
        kit.announcement(_said(latest, 1)),
    )


def _sign(at: int, sign: Cheer, counts: ArrayVar[Sequence[int]], on_cheer: Any) -> rx.Component:
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
            _said(latest, 0),
            class_name="cheer-flying",
            key=beat.to(str),
        ),
    )


def _said(sign: rx.Var[str], part: int) -> rx.Var[str]:
    """A sign as it is drawn (part 0), or in words (1)."""
    return cast(
        "rx.Var[str]", rx.match(sign, *[(one.value, SIGNS[one][part]) for one in Cheer], "")
    )
