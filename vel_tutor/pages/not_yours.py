"""A page of another kind of account: this one says so, and leads home."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.mascot import vel
from vel_tutor.pages import frame


def not_yours() -> rx.Component:
    return frame.plain(
        rx.el.div(
            vel("think", size=148),
            rx.el.h1("This page is not for your account"),
            rx.el.p(
                "You are signed in, but this page belongs to another kind of account. If you have "
                "one, sign out first.",
                class_name="blank-words soft",
            ),
            rx.el.div(
                kit.link_button("To my first page", href=routes.HOME, native=True),
                kit.native_form(
                    kit.button("Sign out", submit=True, kind="quiet"), action=routes.LEAVE
                ),
                class_name="row",
            ),
            class_name="blank",
        ),
    )


PAGES = (
    frame.Page(
        draw=not_yours,
        route=routes.NOT_YOURS,
        title="Not for your account - vel_tutor",
    ),
)
