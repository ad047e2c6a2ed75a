"""The way in for whoever has an account."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit, people
from vel_tutor.pages import frame
from vel_tutor.state.sign_in import SignInState


def sign_in() -> rx.Component:
    """A name and a password."""
    return frame.plain(
        rx.el.h1("Sign in"),
        rx.cond(
            SignInState.has_new_password,
            rx.el.p("Your new password is set. Sign in with it.", role="status"),
        ),
        kit.native_form(
            kit.form_error(SignInState.problem),
            kit.text_field(
                "E-mail or sign-in name",
                name="name",
                auto_complete="username",
                auto_capitalize="none",
                spell_check=False,
                max_length=254,
                **people.filled(SignInState.name),
            ),
            kit.password_field(),
            rx.el.input(type="hidden", name="next", value=SignInState.onward),
            kit.button("Sign in", submit=True, size="wide"),
            action=routes.ENTER,
        ),
        rx.el.div(
            kit.link("Set a new password", href=routes.RESET_ASK),
            people.other_door(
                "Create an account",
                routes.SIGN_UP,
                SignInState.onward,
                is_known=SignInState.is_loaded,
            ),
            class_name="row-spread",
        ),
    )


PAGES = (
    frame.Page(
        draw=sign_in,
        route=routes.SIGN_IN,
        title="Sign in - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, SignInState.arrive),
    ),
)
