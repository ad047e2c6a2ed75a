"""The account itself, after the gate."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit, people
from vel_tutor.pages import frame
from vel_tutor.state.sign_up import SignUpState

FORM = SignUpState.form
PROBLEM = SignUpState.problem


def sign_up_account() -> rx.Component:
    """Name, way to reach, password, grade and time zone; nothing shows before the gate has said."""
    return frame.plain(
        rx.match(
            FORM.way,
            ("own", _own()),
            ("family", _family()),
            kit.loading(kit.skeleton("title"), kit.skeleton("line", 4)),
        ),
    )


def _own() -> rx.Component:
    return _asked(
        rx.el.h1("Create your account"),
        kit.native_form(
            people.at_large(PROBLEM),
            rx.cond(FORM.may_be_parent, _role()),
            people.first_name_field(FORM.first_name, people.said_of(PROBLEM, "first_name")),
            kit.text_field(
                "E-mail",
                name="email",
                kind="email",
                error=people.said_of(PROBLEM, "email"),
                auto_complete="username email",
                max_length=254,
                **people.filled(FORM.email),
            ),
            _password(),
            rx.cond(FORM.role == "student", _grade()),
            *_end(),
            action=routes.JOIN,
        ),
    )


def _family() -> rx.Component:
    return _asked(
        rx.el.h1("Create your account"),
        rx.el.p(
            "A parent or guardian has to say yes before you start. We will write to them.",
            class_name="soft",
        ),
        kit.native_form(
            people.at_large(PROBLEM),
            people.first_name_field(FORM.first_name, people.said_of(PROBLEM, "first_name")),
            kit.text_field(
                "E-mail of your parent or guardian",
                name="parent_email",
                kind="email",
                hint="Ask them if you are not sure.",
                error=people.said_of(PROBLEM, "parent_email"),
                auto_complete="off",
                max_length=254,
                **people.filled(FORM.parent_email),
            ),
            _password(),
            _grade(),
            *_end(),
            action=routes.JOIN,
        ),
    )


def _asked(*children: rx.Component) -> rx.Component:
    return people.zone_asked(
        *children,
        kit.link("Change the date of birth", href=f"{routes.SIGN_UP}?again=1"),
        on_seen=SignUpState.zone_seen,
    )


def _role() -> rx.Component:
    return kit.segmented(
        (("student", "I want to learn"), ("parent", "I am a parent")),
        name="role",
        legend="What you are here for",
        value=FORM.role,
        on_change=SignUpState.choose_role,
    )


def _password() -> rx.Component:
    return kit.password_field(
        is_new=True,
        hint="At least 8 characters. Three words in a row are easy to keep in mind.",
        error=people.said_of(PROBLEM, "password"),
    )


def _grade() -> rx.Component:
    return people.grade_field(FORM.grade, people.said_of(PROBLEM, "grade"))


def _end() -> tuple[rx.Component, ...]:
    return (
        people.zone_field(FORM.time_zone, people.said_of(PROBLEM, "time_zone")),
        rx.el.input(type="hidden", name="next", value=SignUpState.onward),
        kit.button("Create account", submit=True, size="wide"),
    )


PAGES = (
    frame.Page(
        draw=sign_up_account,
        route=routes.SIGN_UP_ACCOUNT,
        title="Create your account - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, SignUpState.arrive),
    ),
)
