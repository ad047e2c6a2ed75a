"""What a parent reads and presses: to allow, to take back, and what came of it."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.pages import frame
from vel_tutor.state.family import ConsentState

NOTICE = ConsentState.notice


def consent() -> rx.Component:
    """The notice and the one button. Opening this page changes nothing."""
    return frame.plain(
        kit.ready(
            ConsentState.page != "",
            rx.cond(ConsentState.page == "ask", _question(), _over()),
            kit.skeleton("title"),
            kit.skeleton("line", 6),
        )
    )


def stop_consent() -> rx.Component:
    """The way back, one press long."""
    return frame.plain(
        kit.ready(
            ConsentState.page != "",
            rx.cond(ConsentState.page == "ask", _stop(), _over()),
            kit.skeleton("title"),
            kit.skeleton("line", 3),
        )
    )


def consent_done() -> rx.Component:
    """What the answer did."""
    return frame.plain(
        rx.match(
            ConsentState.page,
            ("given", _given()),
            ("revoked", _revoked()),
            ("over", _over()),
            kit.loading(kit.skeleton("title"), kit.skeleton("line", 2)),
        )
    )


def _question() -> rx.Component:
    return rx.el.div(
        rx.el.h1(rx.el.span(NOTICE.child_first_name), " asks for your permission"),
        kit.form_error(ConsentState.problem),
        kit.card(rx.foreach(NOTICE.paragraphs, rx.el.p)),
        kit.native_form(
            rx.el.input(type="hidden", name="token", value=ConsentState.token),
            kit.button("I am the parent or guardian, and I allow it", submit=True, size="wide"),
            action=routes.GIVE_CONSENT,
        ),
        rx.el.p(
            "Do you have an account of your own? ",
            kit.link("Sign in", href=routes.SIGN_IN),
            " and open the link in our mail again: then your child's tests show up there.",
            class_name="soft",
        ),
        rx.el.p(
            "To say no, close this page: the account stays shut and is deleted after 14 days. "
            "Our mail also has a link that deletes it sooner.",
            class_name="soft",
        ),
        class_name="stack-wide",
    )


def _stop() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Stop ", rx.el.span(NOTICE.child_first_name), "'s account"),
        kit.form_error(ConsentState.problem),
        rx.cond(
            NOTICE.is_open,
            rx.el.p(
                "The account is closed on every device at once. What it holds is deleted in 14 "
                "days; until then you can open it again with the link in the mail we send you."
            ),
            rx.el.p(
                "You have not allowed anything yet. Press the button and we delete what we hold."
            ),
        ),
        kit.native_form(
            rx.el.input(type="hidden", name="token", value=ConsentState.token),
            kit.button("Stop it now", submit=True, kind="danger", size="wide"),
            action=routes.REVOKE_CONSENT,
        ),
        class_name="stack-wide",
    )


def _given() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Thank you: the account is open"),
        rx.el.p(
            "Your child can start now. Tomorrow we send you one more mail, to make sure that it "
            "was you. It has a link that takes your permission back, good for a year."
        ),
        rx.el.p(
            "Did you make the account yourself? ",
            kit.link("Go on to the first test", href=routes.NEW_CHILD),
        ),
        class_name="stack",
    )


def _revoked() -> rx.Component:
    return rx.el.div(
        rx.el.h1("It is stopped"),
        rx.el.p("The account is closed on every device. We have sent you a mail about it."),
        class_name="stack",
    )


def _over() -> rx.Component:
    return rx.el.div(
        rx.el.h1("This link is over"),
        kit.error_state(
            "It has been used, or is too old. Your child can send you a new mail from the page "
            "that waits for your answer.",
            action=kit.link_button("To the first page", href=routes.HOME),
        ),
        class_name="stack",
    )


PAGES = (
    frame.Page(
        draw=consent,
        route=routes.CONSENT,
        title="Your permission - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, ConsentState.arrive),
    ),
    frame.Page(
        draw=stop_consent,
        route=routes.REVOCATION,
        title="Take it back - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, ConsentState.arrive_to_stop),
    ),
    frame.Page(
        draw=consent_done,
        route=routes.CONSENT_DONE,
        title="Thank you - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, ConsentState.arrive_after),
    ),
)
