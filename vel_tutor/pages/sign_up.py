"""The first question of a sign-up. This module knows nothing of what comes after it."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit, people
from vel_tutor.pages import frame
from vel_tutor.state.sign_up import GateState


def sign_up() -> rx.Component:
    """The date of birth, asked of everybody, before anything else is."""
    return frame.plain(
        rx.el.h1("When were you born?"),
        rx.el.p("We ask everybody, and we show it to nobody.", class_name="soft"),
        kit.native_form(
            kit.form_error(GateState.problem),
            rx.el.div(
                _part("Month", "month", "1-12", 2, GateState.birthday.month),
                _part("Day", "day", "1-31", 2, GateState.birthday.day),
                _part("Year", "year", "yyyy", 4, GateState.birthday.year),
                class_name="birthday",
            ),
            rx.el.input(type="hidden", name="next", value=GateState.onward),
            kit.button("Continue", submit=True, size="wide"),
            action=routes.AGE,
        ),
        rx.el.p(
            "Do you have an account? ",
            people.other_door(
                "Sign in", routes.SIGN_IN, GateState.onward, is_known=GateState.is_loaded
            ),
            class_name="soft",
        ),
    )


def _part(label: str, name: str, example: str, length: int, value: rx.Var[str]) -> rx.Component:
    return kit.text_field(
        label,
        name=name,
        input_mode="numeric",
        auto_complete=f"bday-{name}",
        placeholder=example,
        max_length=length,
        **people.filled(value),
    )


PAGES = (
    frame.Page(
        draw=sign_up,
        route=routes.SIGN_UP,
        title="Sign up - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, GateState.arrive),
    ),
)
