"""Before an adaptive test: what to choose, what is open, what was taken before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.domain.diagnostics.views import OpenTestView, PastTestView, TakerView
from vel_tutor.vocabulary import GRADES, Pace

SUBJECTS = (("math", "Math"), ("reading", "Reading"), ("science", "Science"))
PACES = (
    (Pace.STANDARD, "Standard", "Time for everybody to think"),
    (Pace.EXTENDED, "Time and a half", "If you usually get extra time"),
    (Pace.DOUBLE, "Double time", "If you usually get twice the time"),
    (Pace.UNTIMED, "No time limit", "The clock does not count"),
)


@dataclass(frozen=True)
class Offer:
    """What there is to choose from, and what is chosen."""

    subject: rx.Var[str]
    grade: rx.Var[int]
    takers: ArrayVar[Sequence[TakerView]]


def open_tests(waiting: ArrayVar[Sequence[OpenTestView]], *, on_drop: Any) -> rx.Component:
    """What was begun and not finished, first of all."""
    return rx.cond(
        waiting.length() > 0,
        rx.el.section(
            rx.el.h2("Go on where you stopped"),
            rx.foreach(waiting, lambda test: _open(test, on_drop)),
            class_name="stack-tight",
        ),
    )


def _open(test: ObjectVar[OpenTestView], on_drop: Any) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            rx.el.strong(test.title, rx.cond(test.whose, rx.fragment(", ", test.whose))),
            rx.el.span(test.words, class_name="soft small tabular"),
            kit.progress(test.percent, label="Questions answered"),
            class_name="stack-tight waiting-words",
        ),
        kit.link_button(
            "Go on",
            kit.visually_hidden(" with ", test.title),
            href=f"{routes.DIAGNOSTIC}/{test.test_id}",
            size="small",
        ),
        kit.icon_button("trash-2", "Give this test up", on_click=on_drop(test.test_id)),
        class_name="card waiting",
        data_subject=test.subject,
        key=test.test_id,
    )


def choose_form(offer: Offer, *, on_start: Deed) -> rx.Component:
    """Whose test, in what, at which grade, with how much time."""
    return kit.form(
        rx.cond(offer.takers.length() > 0, _who(offer.takers)),
        rx.el.fieldset(
            rx.el.legend("Subject", class_name="field-label"),
            rx.el.div(
                *[
                    _segment("subject", value, said, offer.subject == value)
                    for value, said in SUBJECTS
                ],
                class_name="segmented",
            ),
            class_name="picks",
            key="subject-" + offer.subject.to(str),
        ),
        kit.select_field(
            "Grade",
            name="grade",
            options=[(str(number), said) for number, said in GRADES.items()],
            hint="The test adapts: it goes up or down from here.",
            default_value=offer.grade.to(str),
            key="grade-" + offer.grade.to(str),
        ),
        rx.el.details(
            rx.el.summary(kit.icon("chevron-right", size=18), "Time"),
            rx.el.fieldset(
                rx.el.legend(kit.visually_hidden("How much time")),
                *[_pace(pace, said, why) for pace, said, why in PACES],
                class_name="picks",
            ),
            class_name="worked",
        ),
        rx.el.div(kit.button("Start the test", submit=True, size="wide"), class_name="start-foot"),
        on_submit=on_start,
    )


def _who(takers: ArrayVar[Sequence[TakerView]]) -> rx.Component:
    return kit.select_field(
        "For",
        name="student",
        options=rx.foreach(takers, lambda one: rx.el.option(one.name, value=one.id, key=one.id)),
        required=True,
    )


def _segment(name: str, value: str, said: str, is_wished: rx.Var[bool]) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name=name, value=value, default_checked=is_wished),
        said,
        class_name="segment",
    )


def _pace(pace: Pace, said: str, why: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio", name="pace", value=pace.value, default_checked=pace is Pace.STANDARD
        ),
        rx.el.span(
            rx.el.strong(said), rx.el.span(why, class_name="soft small"), class_name="pick-words"
        ),
        class_name="pick",
    )


def find_your_level() -> rx.Component:
    """The way to a test, from wherever one practises."""
    return kit.tile(
        "Find your level",
        "A test in math, reading or science that adapts to you",
        sign="compass",
        href=routes.DIAGNOSTIC,
    )


def find_their_level() -> rx.Component:
    """The same for a parent."""
    return kit.tile(
        "Find your child's level",
        "A test in math, reading or science to take together",
        sign="compass",
        href=routes.DIAGNOSTIC,
    )


def what_it_is() -> rx.Component:
    """What to expect, before anything is chosen."""
    return kit.card(
        rx.el.div(
            vel("think", size=112),
            rx.el.div(
                rx.el.h2("Find out what is next for you"),
                rx.el.p(
                    "20 to 30 questions in three parts. They get harder or easier until we know "
                    "where you are. You can pause whenever you like.",
                    class_name="soft",
                ),
                class_name="stack-tight",
            ),
            class_name="welcome",
        ),
    )


def no_child_yet() -> rx.Component:
    """For a parent whose account is not linked to a child's."""
    return kit.empty_state(
        "A test is taken for a child. Open the permission mail of your child's account while you "
        "are signed in here, and the two are linked.",
        kit.link_button("Settings", href=routes.SETTINGS, kind="quiet"),
        mood="think",
    )


def age_asked(problem: rx.Var[str], *, on_answer: Deed) -> rx.Component:
    """The date of birth once more: free entry, and nothing that hints at an age."""
    return rx.el.section(
        rx.el.h2("When were you born?", id="age-asked", tab_index=-1),
        rx.el.p("One more question before we go on. We show it to nobody.", class_name="soft"),
        kit.form(
            kit.form_error(problem),
            rx.el.div(
                _date_part("Month", "month", "1-12", 2),
                _date_part("Day", "day", "1-31", 2),
                _date_part("Year", "year", "yyyy", 4),
                class_name="birthday",
            ),
            kit.button("Continue", submit=True, size="wide"),
            on_submit=on_answer,
        ),
        class_name="card stack",
    )


def _date_part(label: str, name: str, example: str, length: int) -> rx.Component:
    return kit.text_field(
        label,
        name=name,
        input_mode="numeric",
        auto_complete=f"bday-{name}",
        placeholder=example,
        max_length=length,
    )


def past_tests(past: ArrayVar[Sequence[PastTestView]]) -> rx.Component:
    """What was taken before, the latest first."""
    return rx.cond(
        past.length() > 0,
        rx.el.section(rx.el.h2("Your results"), rx.foreach(past, _past), class_name="stack-tight"),
    )


def _past(test: ObjectVar[PastTestView]) -> rx.Component:
    return rx.el.a(
        rx.el.span(kit.icon("chart-line", size=24), class_name="tile-icon"),
        rx.el.span(
            rx.el.strong(test.title, rx.cond(test.whose, rx.fragment(", ", test.whose))),
            rx.el.span(test.on, " · ", test.words, class_name="soft small tabular"),
            class_name="tile-words",
        ),
        kit.icon("chevron-right", size=22, class_name="soft"),
        href=rx.cond(
            test.is_scored,
            f"{routes.DIAGNOSTIC}/{test.test_id}/results",
            f"{routes.DIAGNOSTIC}/{test.test_id}",
        ),
        data_subject=test.subject,
        class_name="card card-link tile",
        key=test.test_id,
    )
