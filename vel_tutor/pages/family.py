"""A parent's first page: the children at a glance, who asks, and adding a child."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import family as parts
from vel_tutor.components import kin, kit
from vel_tutor.components.mascot import vel
from vel_tutor.pages import frame
from vel_tutor.state.family_page import FamilyState


def family() -> rx.Component:
    return frame.student(
        rx.el.h1("Family"),
        kit.ready(
            FamilyState.loaded,
            rx.el.div(
                kin.approvals(FamilyState.family.approvals, on_answer=FamilyState.answer),
                rx.cond(
                    FamilyState.children.length() > 0,
                    parts.glances(FamilyState.children),
                    _nobody(),
                ),
                rx.cond(FamilyState.waits, _waits()),
                _add(),
                kit.tile(
                    "Make an account for your child",
                    "You choose the password and allow it; the first test starts on this device",
                    sign="user-plus",
                    href=f"{routes.NEW_CHILD}?another=1",
                ),
                kit.tile(
                    "Class passes",
                    "For bringing a family: book a class with one",
                    sign="ticket",
                    href=routes.PASSES,
                ),
                class_name="stack-wide",
            ),
            kit.skeleton("tile", 3),
        ),
        here=routes.FAMILY,
    )


def _nobody() -> rx.Component:
    return kit.card(
        rx.el.div(
            vel("idle", size=112),
            rx.el.div(
                rx.el.h2("Nobody is linked to you yet"),
                rx.el.p(
                    "Link a child below and see every week what improved, and decide what is "
                    "shown to others.",
                    class_name="soft",
                ),
                class_name="stack-tight",
            ),
            class_name="welcome",
        ),
    )


def _waits() -> rx.Component:
    return kit.card(
        rx.el.h2(FamilyState.waits, " waits for your permission"),
        rx.el.p(
            "Open the letter we sent to your e-mail address and press the button on its page. The "
            "account opens at once."
        ),
    )


def _add() -> rx.Component:
    return kit.card(
        rx.el.h2("Add a child"),
        parts.add_child(FamilyState.problem, on_ask=FamilyState.ask),
        kin.open_questions(
            FamilyState.family.asked,
            title="Asked, not answered yet",
            on_take_back=FamilyState.take_back,
        ),
        rx.el.p(
            "No account yet? ",
            kit.link("Make one for your child", href=f"{routes.NEW_CHILD}?another=1", native=True),
        ),
    )


PAGES = (
    frame.Page(
        draw=family,
        route=routes.FAMILY,
        title="Family - vel_tutor",
        on_load=(*frame.ARRIVING, FamilyState.begin),
    ),
)
