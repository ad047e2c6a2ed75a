"""Settings: about you, colours, password, devices, privacy."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit, people
from vel_tutor.components.diagnostic import find_their_level
from vel_tutor.components.prompt import suggestions
from vel_tutor.pages import frame
from vel_tutor.state.prompt import SuggestionsState
from vel_tutor.state.settings import SettingsState

PROFILE = SettingsState.profile


def settings() -> rx.Component:
    """Everything that is about the person alone."""
    return frame.student(
        rx.el.h1("Settings"),
        kit.ready(
            SettingsState.is_loaded,
            rx.el.div(
                rx.cond(PROFILE.is_parent, find_their_level()),
                _about(),
                _suggestions(),
                _colours(),
                _password(),
                _devices(),
                _privacy(),
                class_name="stack-wide",
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 3),
        ),
        here=routes.SETTINGS,
    )


def _about() -> rx.Component:
    problem = SettingsState.profile_problem
    return kit.card(
        rx.el.h2("About you"),
        rx.cond(
            PROFILE.email,
            rx.el.p("You sign in with ", rx.el.strong(PROFILE.email), "."),
            rx.el.p("You sign in with the name ", rx.el.strong(PROFILE.sign_in_name), "."),
        ),
        kit.form(
            people.first_name_field(PROFILE.first_name, people.said_of(problem, "first_name")),
            rx.cond(
                PROFILE.is_student,
                people.grade_field(PROFILE.grade, people.said_of(problem, "grade")),
            ),
            people.zone_field(PROFILE.time_zone, people.said_of(problem, "time_zone")),
            kit.button("Save", submit=True),
            on_submit=SettingsState.save,
        ),
    )


def _suggestions() -> rx.Component:
    """For those who may be asked; nobody else sees that there is such a thing."""
    return rx.cond(
        SuggestionsState.offered,
        suggestions(
            SuggestionsState.loops,
            is_on=SuggestionsState.is_on,
            on_turn_all=SuggestionsState.turn_all,
            on_turn=SuggestionsState.turn,
        ),
    )


def _colours() -> rx.Component:
    return kit.card(
        rx.el.h2("Colours"),
        rx.el.p("Kept in this browser only.", class_name="soft"),
        kit.theme_switch(),
    )


def _password() -> rx.Component:
    problem = SettingsState.password_problem
    return kit.card(
        rx.el.h2("Password"),
        rx.cond(
            SettingsState.has_new_password,
            rx.el.p(
                "Your password is changed, and every other device is signed out.", role="status"
            ),
        ),
        kit.native_form(
            people.at_large(problem),
            people.whose_password(PROFILE.email | PROFILE.sign_in_name),
            kit.password_field(
                "Present password",
                name="old_password",
                error=people.said_of(problem, "old_password"),
            ),
            kit.password_field(
                "New password",
                is_new=True,
                hint="At least 8 characters. Every other device is signed out.",
                error=people.said_of(problem, "password"),
            ),
            kit.button("Change the password", submit=True),
            action=routes.CHANGE_PASSWORD,
        ),
    )


def _devices() -> rx.Component:
    return kit.card(
        rx.el.h2("Where you are signed in"),
        rx.el.ul(
            rx.foreach(
                SettingsState.sign_ins,
                lambda row: people.signed_in_device(row, on_end=SettingsState.end(row.id)),
            ),
            class_name="stack",
        ),
        rx.el.div(
            kit.native_form(kit.button("Sign out", submit=True, kind="quiet"), action=routes.LEAVE),
            kit.native_form(
                kit.button("Sign out everywhere", submit=True, kind="danger"),
                action=routes.LEAVE_EVERYWHERE,
            ),
            class_name="row",
        ),
    )


def _privacy() -> rx.Component:
    return kit.card(
        rx.el.h2("Your privacy"),
        rx.el.p(
            "Others see two friendly words instead of your name. Your date of birth is shown to "
            "nobody."
        ),
        rx.el.p(
            "We keep your answers to choose your next questions and to show your progress. Nothing "
            "is sold, used for advertising, or used to train artificial intelligence."
        ),
    )
