"""Streaks of two: the flame that two friends keep together."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Words
from vel_tutor.domain.pairs.views import PairsView, PairView

Pairs = ObjectVar[PairsView]


def streaks(kept: Pairs, *, on_agree: Any, on_leave: Any) -> rx.Component:
    """All of them, and whoever would like one; nothing before the first.

    Args:
        on_agree, on_leave: events taking the id of the pair.
    """
    found = kept.pairs.to(Sequence[PairView])
    return rx.cond(
        found.length() > 0,
        kit.card(
            rx.el.h2("Streaks for two"),
            rx.el.p(
                "A day counts when you both practise, each by your own clock.", class_name="soft"
            ),
            rx.el.ul(
                rx.foreach(found, lambda pair: _streak(pair, on_agree, on_leave)),
                class_name="people",
            ),
            id="streaks-for-two",
        ),
    )


def _streak(pair: ObjectVar[PairView], on_agree: Any, on_leave: Any) -> rx.Component:
    return rx.el.li(
        kit.avatar(pair.seed, size=48),
        rx.el.div(
            rx.el.strong(pair.name),
            rx.el.span(pair.words, class_name="soft small"),
            class_name="stack-none person-words",
        ),
        rx.cond(
            pair.is_on,
            rx.el.span(
                kit.flame_icon(),
                rx.el.strong(pair.days, class_name="tabular"),
                kit.visually_hidden(" days together"),
                class_name="row pair-flame",
            ),
        ),
        rx.cond(
            pair.asks,
            kit.button(
                "Yes",
                kit.visually_hidden(" to a streak with ", pair.name),
                size="small",
                on_click=on_agree(pair.id),
            ),
        ),
        kit.button(
            rx.cond(pair.is_on, "End", rx.cond(pair.asks, "No", "Take back")),
            kit.visually_hidden(" the streak with ", pair.name),
            kind="quiet",
            size="small",
            on_click=on_leave(pair.id),
        ),
        class_name="person",
        key=pair.id,
    )


def invitation(kept: Pairs, friendship_id: Words, name: Words, *, on_propose: Any) -> rx.Component:
    """Beside a friend without one, as long as there is room.

    Args:
        on_propose: event taking the id of the friendship.
    """
    taken = kept.taken.to(list[str])
    return rx.cond(
        kept.may_ask & ~taken.contains(friendship_id),
        kit.button(
            kit.flame_icon(size=18),
            "Streak",
            kit.visually_hidden(" with ", name),
            kind="quiet",
            size="small",
            on_click=on_propose(friendship_id),
        ),
    )
