"""A link that leads nowhere any more: expired, used up, or not one of ours. It says no more."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.mascot import vel
from vel_tutor.pages import frame


def link_over() -> rx.Component:
    return frame.plain(
        rx.el.div(
            vel("think", size=148),
            rx.el.h1("This link is no longer open"),
            rx.el.p(
                "Links close after a while. Ask for a new one, or start your own challenge.",
                class_name="blank-words soft",
            ),
            rx.el.div(
                kit.link_button("Go to the start", href=routes.HOME),
                class_name="row",
            ),
            class_name="blank",
        ),
    )


PAGES = (
    frame.Page(
        draw=link_over,
        route=routes.EXPIRED,
        title="This link is closed - vel_tutor",
    ),
)
