"""Something broke on our side."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.mascot import vel
from vel_tutor.pages import frame


def problem() -> rx.Component:
    return frame.plain(
        rx.el.div(
            vel("worried", size=148),
            rx.el.h1("Something broke on our side"),
            rx.el.p(
                "It is not your fault, and every answer you have sent is safe. "
                "Please try again in a minute.",
                class_name="blank-words soft",
            ),
            kit.link_button("Go to the start", href=routes.HOME, native=True),
            class_name="blank",
        ),
    )


PAGES = (
    frame.Page(
        draw=problem,
        route=routes.PROBLEM,
        title="Something broke - vel_tutor",
    ),
)
