"""A new password for whoever forgot the old one: asking for it, and setting it."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.pages import frame
from vel_tutor.state.sign_in import NewPasswordState


def ask_new_password() -> rx.Component:
    """Where to send the mail; the answer is the same for everybody."""
    return frame.plain(
        rx.el.h1("Set a new password"),
        rx.cond(
            NewPasswordState.is_asked,
            rx.el.p(
                "If there is an account with that name, a mail is on its way. The link in it works "
                "for one hour. A child's mail goes to the parent.",
                role="status",
            ),
            kit.native_form(
                kit.form_error(NewPasswordState.problem),
                kit.text_field(
                    "E-mail or sign-in name",
                    name="name",
                    auto_complete="username",
                    auto_capitalize="none",
                    max_length=254,
                ),
                kit.button("Send the mail", submit=True, size="wide"),
                action=routes.ASK_RESET,
            ),
        ),
        kit.link("Back to sign in", href=routes.SIGN_IN),
    )


def set_new_password() -> rx.Component:
    """The new password itself, behind the mailed link."""
    return frame.plain(
        rx.el.h1("Choose a new password"),
        kit.ready(
            NewPasswordState.is_loaded,
            rx.cond(NewPasswordState.is_open, _form(), _over()),
            kit.skeleton("line", 3),
        ),
    )


def _form() -> rx.Component:
    return kit.native_form(
        kit.password_field(
            "New password",
            is_new=True,
            hint="At least 8 characters. You will be signed out on all devices.",
            error=NewPasswordState.problem,
        ),
        rx.el.input(type="hidden", name="token", value=NewPasswordState.token),
        kit.button("Save the new password", submit=True, size="wide"),
        action=routes.SET_PASSWORD,
    )


def _over() -> rx.Component:
    return kit.error_state(
        "This link has been used or is older than an hour.",
        action=kit.link_button("Ask for a new one", href=routes.RESET_ASK),
    )


PAGES = (
    frame.Page(
        draw=ask_new_password,
        route=routes.RESET_ASK,
        title="New password - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, NewPasswordState.arrive_to_ask),
    ),
    frame.Page(
        draw=set_new_password,
        route=routes.RESET,
        title="New password - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, NewPasswordState.arrive_to_set),
    ),
)
