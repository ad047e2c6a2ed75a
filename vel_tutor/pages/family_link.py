"""A link that was handed or mailed: become a parent of a child, or answer one who asks."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.pages import frame
from vel_tutor.state.family_link import FamilyLinkState

INVITED = FamilyLinkState.invited
NOTICE = FamilyLinkState.notice


def family_link() -> rx.Component:
    """Opening this page changes nothing."""
    return frame.plain(
        rx.fragment(
            rx.match(
                FamilyLinkState.page,
                ("invited", _invited()),
                ("asked", _asked()),
                ("yes", _done("They are linked", "They see the progress from now on.")),
                ("no", _done("Nothing was linked", "They are not told. They see nothing.")),
                ("over", _over()),
                kit.loading(kit.skeleton("title"), kit.skeleton("line", 4)),
            )
        )
    )


def _invited() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Look after ", rx.el.span(INVITED.child_first_name), "'s learning"),
        kit.form_error(FamilyLinkState.problem),
        rx.el.p(
            rx.cond(INVITED.who, INVITED.who, INVITED.child_first_name),
            " asks you. As a linked parent you see the progress, and decide what is shown to "
            "others. It can be ended at any time.",
        ),
        rx.cond(
            INVITED.is_own,
            rx.el.p("You made this link yourself. Hand it to the other parent.", class_name="soft"),
            rx.cond(
                INVITED.is_parent,
                kit.button(
                    "I am a parent or guardian: link me",
                    size="wide",
                    on_click=FamilyLinkState.accept,
                ),
                _way_in(),
            ),
        ),
        class_name="stack-wide",
    )


def _way_in() -> rx.Component:
    onward = rx.Var.create(f"?next={FamilyLinkState.path}")
    return rx.cond(
        INVITED.is_somebody,
        rx.el.div(
            rx.el.p("You are signed in, but not as a parent. Sign out first, and open this again."),
            kit.native_form(
                kit.button("Sign out", submit=True, kind="quiet", size="wide"), action=routes.LEAVE
            ),
            class_name="stack",
        ),
        rx.el.div(
            rx.el.p("You need an account of your own, as a parent."),
            kit.link_button(
                "Make an account", href=rx.Var.create(routes.SIGN_UP) + onward, size="wide"
            ),
            kit.link_button(
                "Sign in",
                href=rx.Var.create(routes.SIGN_IN) + onward,
                kind="quiet",
                size="wide",
            ),
            class_name="stack",
        ),
    )


def _asked() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Is ", rx.el.span(NOTICE.who), " a parent of ", NOTICE.child_first_name, "?"),
        kit.form_error(FamilyLinkState.problem),
        rx.el.p(
            rx.el.strong(NOTICE.who, " (", NOTICE.email, ")"),
            " asks to be linked to the account of ",
            NOTICE.child_first_name,
            rx.cond(
                NOTICE.sign_in_name, rx.fragment(", who signs in as ", NOTICE.sign_in_name), ""
            ),
            ". That may be yourself, with an account you have opened since.",
        ),
        rx.el.p(
            "A linked parent sees the progress and decides what is shown to others.",
            class_name="soft",
        ),
        rx.el.div(
            kit.button("Yes, link them", size="wide", on_click=FamilyLinkState.answer(True)),
            kit.button("No", kind="quiet", size="wide", on_click=FamilyLinkState.answer(False)),
            class_name="stack",
        ),
        class_name="stack-wide",
    )


def _done(title: str, words: str) -> rx.Component:
    return rx.el.div(rx.el.h1(title), rx.el.p(words, role="status"), class_name="stack")


def _over() -> rx.Component:
    return rx.el.div(
        rx.el.h1("This link is over"),
        kit.error_state(
            "It has been used, was taken back, or is too old. Ask for a new one.",
            action=kit.link_button("To the first page", href=routes.HOME),
        ),
        class_name="stack",
    )


PAGES = (
    frame.Page(
        draw=family_link,
        route=routes.FAMILY_LINK,
        title="Family - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, FamilyLinkState.arrive),
    ),
)
