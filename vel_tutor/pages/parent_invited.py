"""What a parent sees who opens another parent's link, and how to begin with their own child."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components import proud as parts
from vel_tutor.pages import frame
from vel_tutor.state.invited import InvitedState

_JOIN = f"{routes.SIGN_UP}?next={routes.NEW_CHILD}"


def parent_invited() -> rx.Component:
    return frame.plain(
        rx.match(
            InvitedState.invited.stage,
            ("open", _invited(_guest())),
            ("parent", _invited(_member())),
            ("own", _invited(rx.el.p("This is your own invitation: send it to another parent."))),
            ("other", _invited(rx.el.p("This invitation is for parents."))),
            ("closed", _closed()),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 2)),
        )
    )


def _invited(ways: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.p("A parent you know shares their child's progress:", class_name="soft"),
        rx.el.h1(InvitedState.invited.headline),
        parts.invited_week(InvitedState.invited),
        rx.el.p(
            "vel_tutor finds out what your child can do in math, reading or science, and what "
            "comes next. The first test takes about 20 minutes and costs nothing."
        ),
        ways,
        rx.el.p(
            "Whoever invited you gets a class pass when your child has finished it. They do not "
            "see your child's name or results.",
            class_name="soft small",
        ),
        class_name="stack-wide",
    )


def _guest() -> rx.Component:
    return rx.el.div(
        kit.link_button("Begin with my child", href=_JOIN, size="wide", icon="arrow-right"),
        rx.el.p(
            "Two steps: an account for you, then one for your child. ",
            kit.link("I have an account", href=f"{routes.SIGN_IN}?next={routes.NEW_CHILD}"),
            class_name="soft",
        ),
        class_name="stack",
    )


def _member() -> rx.Component:
    return rx.el.div(
        kit.link_button("Add a child", href=f"{routes.NEW_CHILD}?another=1", size="wide"),
        rx.el.p(
            "You are here already, so this invitation brings nobody a pass.", class_name="soft"
        ),
        class_name="stack",
    )


def _closed() -> rx.Component:
    return rx.el.div(
        rx.el.h1("This invitation is over"),
        kit.error_state(
            InvitedState.invited.words,
            action=kit.link_button("To the first page", href=routes.HOME),
        ),
        class_name="stack",
    )


PAGES = (
    frame.Page(
        draw=parent_invited,
        route=routes.PARENT_INVITED,
        title="A parent invites you - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, InvitedState.arrive),
    ),
)
