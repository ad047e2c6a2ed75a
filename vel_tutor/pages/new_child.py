"""A parent adds a child, allows the account, and begins the first test on this device."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit, people
from vel_tutor.pages import frame
from vel_tutor.state.invited import NewChildState

START = NewChildState.start
PROBLEM = NewChildState.problem


def new_child() -> rx.Component:
    return frame.plain(
        rx.match(
            START.stage,
            ("child", _child()),
            ("mail", _mail()),
            ("test", _test()),
            kit.loading(kit.skeleton("title"), kit.skeleton("line", 4)),
        ),
        home=routes.TODAY,
    )


def _child() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Add your child"),
        rx.el.p(
            "We keep the first name, the grade, and what your child answers. No photo, no last "
            "name, no date of birth. Nobody else sees any of it unless you allow that later.",
            class_name="soft",
        ),
        kit.native_form(
            people.at_large(PROBLEM),
            people.first_name_field(
                NewChildState.form.first_name, people.said_of(PROBLEM, "first_name")
            ),
            people.grade_field(NewChildState.form.grade, people.said_of(PROBLEM, "grade")),
            kit.password_field(
                label="A password for your child",
                is_new=True,
                hint="At least 8 characters. Three words in a row are easy to keep in mind.",
                error=people.said_of(PROBLEM, "password"),
            ),
            rx.el.details(
                rx.el.summary("What we collect and why", class_name="link"),
                rx.foreach(NewChildState.notice, lambda words: rx.el.p(words, class_name="small")),
            ),
            kit.button("I am the parent or guardian, and I allow it", submit=True, size="wide"),
            action=routes.ADD_CHILD,
        ),
        rx.el.p(
            "From 13 on your child can also sign up alone and invite you from the Family page.",
            class_name="soft small",
        ),
        class_name="stack-wide",
    )


def _mail() -> rx.Component:
    return rx.el.div(
        rx.el.h1("One look into your mail"),
        rx.el.p(
            "The law wants us to make sure that the address is yours. We have written to ",
            rx.el.strong(START.email),
            ": press the link in it, and ",
            rx.el.span(START.name),
            "'s account is open. This page goes on by itself.",
        ),
        rx.el.div(
            kit.button("Send it again", kind="quiet", on_click=NewChildState.resend),
            class_name="row",
        ),
        _naming(),
        kit.announcement("Waiting for the link in the mail"),
        class_name="stack-wide",
    )


def _test() -> rx.Component:
    return rx.el.div(
        rx.el.h1(rx.el.span(START.name), " can start"),
        rx.el.p(
            "First a test that finds out where to begin: about 20 minutes, with breaks. It starts "
            "on this device; give it to ",
            rx.el.span(START.name),
            " now.",
        ),
        rx.el.div(
            _subject("Math", "math"),
            _subject("Reading", "reading"),
            _subject("Science", "science"),
            class_name="stack",
        ),
        kit.card(
            rx.el.p(
                "Later ",
                rx.el.span(START.name),
                " signs in as ",
                rx.el.strong(START.sign_in_name),
                " with the password you chose.",
            ),
            flat=True,
        ),
        _naming(),
        rx.el.div(
            kit.link("Add another child", href=f"{routes.NEW_CHILD}?another=1", native=True),
            class_name="row",
        ),
        class_name="stack-wide",
    )


def _subject(words: str, subject: str) -> rx.Component:
    return kit.button(
        f"Start the {words.lower()} test", size="wide", on_click=NewChildState.test(subject)
    )


def _naming() -> rx.Component:
    """Whether whoever invited this parent may be told the name; nobody is named unasked."""
    return rx.cond(
        START.was_invited,
        kit.switch(
            "Tell the parent who invited me my first name",
            is_on=START.may_name,
            on_change=NewChildState.let_name,
            words="Else they only read that a friend has joined.",
        ),
    )


PAGES = (
    frame.Page(
        draw=new_child,
        route=routes.NEW_CHILD,
        title="Your child - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, NewChildState.arrive),
    ),
)
