"""XP as it comes in: the sign of the level, a toast that counts up, and a cheer for a new level."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.domain.incentives.views import GainView, PurseView


def level_sign(purse: ObjectVar[PurseView]) -> rx.Component:
    """The level, how far it is to the next, and the way to all of it."""
    return rx.el.a(
        rx.el.span(
            rx.el.span("Level ", class_name="level-word"),
            rx.el.span(purse.level, class_name="tabular"),
            class_name="pill level-pill",
            data_tone="grape",
            data_level="",
        ),
        rx.el.span(
            class_name="level-bar",
            custom_attrs={"style": {"--value": purse.level_percent}},
            aria_hidden=True,
            data_at=purse.level_percent,
        ),
        kit.visually_hidden(purse.xp_to_next, " XP to the next level"),
        href=routes.XP,
        class_name="tally-link level-link",
    )


def gain_toast(gain: ObjectVar[GainView]) -> rx.Component:
    """What came in, with its cause; it counts up, takes nobody's focus, and leaves by itself."""
    return rx.el.div(
        kit.announcement(
            rx.cond(
                gain.amount.to(int) > 0,
                f"{gain.amount} XP more. {gain.words}",
                "",
            )
        ),
        rx.cond(
            gain.amount.to(int) > 0,
            rx.el.div(
                kit.xp_icon(size=26),
                rx.el.strong(
                    "+",
                    rx.el.span(
                        class_name="count-up tabular",
                        custom_attrs={"style": {"--gain": gain.amount}},
                        data_at=gain.amount,
                    ),
                    " XP",
                    class_name="gain-amount",
                ),
                rx.el.span(gain.words, class_name="gain-words"),
                class_name="gain",
                aria_hidden=True,
                key=gain.number.to(str),
            ),
        ),
        class_name="gains",
    )


def level_up(level: rx.Var[int], *, on_close: Deed) -> rx.Component:
    """A level that has just been reached: once, and the page below stays in reach."""
    is_new = level.to(int) > 0
    return rx.cond(
        is_new,
        rx.el.section(
            vel("cheer", size=72),
            rx.el.div(
                rx.el.p(rx.el.strong("Level ", level, "!"), class_name="level-up-title"),
                rx.el.p("You got here by learning. Well done.", class_name="soft small"),
                class_name="tile-words",
            ),
            kit.icon_button("x", "Close the good news", on_click=on_close),
            kit.confetti(is_new),
            class_name="level-up",
            role="status",
        ),
    )
