"""What a child sees until the parent has answered."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.mascot import vel
from vel_tutor.pages import frame
from vel_tutor.state.family import WaitingState

WAITING = WaitingState.waiting


def waiting() -> rx.Component:
    """How things stand, a second mail, another address, and the way out."""
    return frame.plain(
        kit.ready(
            WaitingState.is_loaded,
            rx.cond(WAITING.is_withdrawn, _stopped(), _asked()),
            kit.skeleton("title"),
            kit.skeleton("line", 4),
        ),
        kit.native_form(
            kit.button("Sign out", submit=True, kind="quiet", size="wide"), action=routes.LEAVE
        ),
        home=routes.WAITING,
    )


def _asked() -> rx.Component:
    return rx.el.div(
        vel("think", size=112),
        rx.el.h1("Almost there, ", rx.el.span(WAITING.first_name)),
        rx.cond(
            WAITING.parent_email_hint,
            rx.el.p(
                "We have written to ",
                rx.el.strong(WAITING.parent_email_hint),
                ". When your parent or guardian says yes, this page opens by itself.",
            ),
            rx.el.p("Tell us where to reach your parent or guardian. They have to say yes first."),
        ),
        kit.card(
            rx.el.h2("Your sign-in name"),
            rx.el.p(rx.el.strong(WAITING.sign_in_name, class_name="tabular")),
            rx.el.p("Write it down: you sign in with it and your password.", class_name="soft"),
        ),
        rx.cond(WAITING.parent_email_hint, _again()),
        rx.cond(WAITING.may_correct, _correct()),
        class_name="stack-wide",
    )


def _again() -> rx.Component:
    return rx.el.div(
        kit.button(
            "Send the mail again",
            kind="quiet",
            size="wide",
            disabled=~WAITING.may_resend,
            on_click=WaitingState.resend,
        ),
        rx.cond(
            WAITING.may_resend,
            rx.fragment(),
            rx.el.p("That was the third one today. Ask them to look in the spam folder."),
        ),
        class_name="stack-tight",
    )


def _correct() -> rx.Component:
    return kit.form(
        kit.text_field(
            "Another e-mail of your parent or guardian",
            name="parent_email",
            kind="email",
            error=WaitingState.problem,
            auto_complete="off",
            max_length=254,
        ),
        kit.button("Write to this address", submit=True, kind="quiet", size="wide"),
        on_submit=WaitingState.correct,
        reset_on_submit=True,
    )


def _stopped() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Your account is closed"),
        rx.el.p("Your parent or guardian has closed it. They can open it again: ask them."),
        class_name="stack",
    )


PAGES = (
    frame.Page(
        draw=waiting,
        route=routes.WAITING,
        title="Almost there - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, WaitingState.arrive),
    ),
)
