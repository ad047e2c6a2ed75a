"""Fields that ask people about themselves, the same on every form."""

from typing import Any

import reflex as rx
from reflex.vars import FunctionStringVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed, Words
from vel_tutor.domain.accounts.views import LetterView, ProblemView, SignInView
from vel_tutor.vocabulary import GRADES, TIME_ZONES


def said_of(problem: rx.Var[ProblemView], name: str) -> rx.Var[str]:
    """What is wrong with the field `name`; nothing when it is another one."""
    told: Any = problem
    return rx.cond(told.field == name, told.words, "")


def at_large(problem: rx.Var[ProblemView]) -> rx.Component:
    """What is wrong with the form as a whole."""
    return kit.form_error(said_of(problem, ""))


def first_name_field(value: Words, error: Words) -> rx.Component:
    """The one name we ever ask for."""
    return kit.text_field(
        "First name",
        name="first_name",
        error=error,
        auto_complete="given-name",
        max_length=40,
        **filled(value),
    )


def grade_field(value: Words, error: Words) -> rx.Component:
    """A grade of school."""
    return kit.select_field(
        "Grade",
        name="grade",
        options=[("", "Choose a grade"), *((str(number), said) for number, said in GRADES.items())],
        error=error,
        required=True,
        **filled(value),
    )


def zone_field(value: Words, error: Words) -> rx.Component:
    """A time zone; the list stands in the page, not in anybody's state."""
    return kit.select_field(
        "Time zone",
        name="time_zone",
        options=[("", "Choose a time zone"), *((zone, _spoken(zone)) for zone in TIME_ZONES)],
        hint="So that your days start and end when yours do.",
        error=error,
        required=True,
        **filled(value),
    )


def whose_password(name: Words) -> rx.Component:
    """Tells the browser's password manager whose password a form is about; nobody sees it."""
    return rx.el.input(
        type="text",
        name="username",
        value=name,
        auto_complete="username",
        read_only=True,
        hidden=True,
    )


def zone_asked(*children: Child, on_seen: Deed) -> rx.Component:
    """`children` one below the other; `on_seen` is told the browser's own time zone once.

    The zone is an argument of the event, which the page reads by itself: a callback of
    `rx.run_script` would be evaluated from a string, and our pages allow no such thing.
    """
    said = FunctionStringVar.create("Intl.DateTimeFormat().resolvedOptions").call()
    zone = said.to(dict[str, str])["timeZone"]
    return rx.el.div(*children, on_mount=on_seen(zone), class_name="stack-wide")


def filled(value: Words) -> dict[str, Any]:
    """The properties of a field that starts with `value`, also when that comes a moment later.

    The browser keeps what is typed; a new starting value makes a new field.
    """
    return {"default_value": value, "key": value}


def other_door(
    words: str, path: str, onward: rx.Var[str], *, is_known: rx.Var[bool]
) -> rx.Component:
    """The link to `path`, and from there to where the person wanted to go.

    Until that is known the words lead nowhere: a link that forgets it is worse than one that comes
    a moment later.
    """
    there = rx.cond(onward, rx.Var.create(f"{path}?next={onward}"), path)
    return rx.cond(is_known, kit.link(words, href=there), rx.el.span(words, class_name="soft"))


def signed_in_device(row: rx.Var[SignInView], *, on_end: Deed) -> rx.Component:
    """One browser of the person's own, and the way to sign it out."""
    told: Any = row
    return rx.el.li(
        rx.el.div(
            rx.el.strong(told.device),
            rx.el.span("Last here on ", told.last_seen, class_name="soft small"),
            class_name="stack-tight",
        ),
        rx.cond(
            told.is_this_one,
            kit.pill("This one", tone="mint"),
            kit.button(
                "Sign out",
                kit.visually_hidden(" on ", told.device),
                kind="quiet",
                size="small",
                on_click=on_end,
            ),
        ),
        class_name="row-spread",
        key=told.id,
    )


def letter(row: rx.Var[LetterView]) -> rx.Component:
    """One mail as it would arrive, its links ready to press."""
    told: Any = row
    return kit.card(
        rx.el.h2(told.subject),
        rx.el.p("To ", told.recipient, ", written ", told.written, class_name="soft small"),
        rx.cond(told.is_due, rx.fragment(), kit.pill("Goes on ", told.due, tone="honey")),
        rx.el.ul(
            rx.foreach(
                told.links,
                lambda path: rx.el.li(
                    kit.link(path, href=path, class_name="link letter"), key=path
                ),
            ),
            class_name="stack-tight small",
        ),
        rx.el.details(
            rx.el.summary("Read it", class_name="link"), rx.el.p(told.body, class_name="letter")
        ),
        key=told.id,
    )


def _spoken(zone: str) -> str:
    """`America/New_York` as `America: New York`."""
    return zone.replace("_", " ").replace("/", ": ", 1)
