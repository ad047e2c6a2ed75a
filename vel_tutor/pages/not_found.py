"""No page lives at this address."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.mascot import vel
from vel_tutor.pages import frame


def not_found() -> rx.Component:
    return frame.plain(
        rx.el.div(
            vel("think", size=148),
            rx.el.h1("There is nothing at this address"),
            rx.el.p(
                "It may have been typed wrong, or the page has moved.",
                class_name="blank-words soft",
            ),
            kit.link_button("Go to the start", href=routes.HOME),
            class_name="blank",
        ),
    )


PAGES = (
    frame.Page(
        draw=not_found,
        route=routes.NOT_FOUND,
        title="Not found - vel_tutor",
    ),
)
