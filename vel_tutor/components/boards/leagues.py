"""Leagues."""

import reflex as rx

from vel_tutor.components import kit
from vel_tutor.components.boards.parts import View


def tiers(view: View) -> rx.Component:
    """All leagues, one's own marked."""
    return rx.el.ol(
        rx.foreach(
            view.tiers.to(list[str]),
            lambda tier: rx.el.li(
                kit.icon("shield-half", size=28),
                rx.el.span(tier, class_name="tier-name tiny"),
                rx.cond(tier == view.tier, kit.visually_hidden("You play here")),
                class_name="tier",
                data_tier=tier,
                data_here=rx.cond(tier == view.tier, "here", ""),
                key=tier,
            ),
        ),
        class_name="tiers plain-list",
        aria_label="Leagues",
    )


def league_words() -> rx.Component:
    """What a league is."""
    return rx.el.p(
        "Up to thirty students who learn about as much as you. The first seven move up on Monday, "
        "the last five play one league further down; ties move up together.",
        class_name="soft small",
    )
