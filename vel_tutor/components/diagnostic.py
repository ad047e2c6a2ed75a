"""What the pages of adaptive tests are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed
from vel_tutor.components.mascot import Mood, vel
from vel_tutor.components.react import ticker
from vel_tutor.domain.diagnostics.views import (
    OpenTestView,
    PastTestView,
    SittingView,
    TakerView,
)
from vel_tutor.vocabulary import GRADES, Pace

Sitting = ObjectVar[SittingView]
SUBJECTS = (("math", "Math"), ("reading", "Reading"), ("science", "Science"))
PACES = (
    (Pace.STANDARD, "Standard", "Time for everybody to think"),
    (Pace.EXTENDED, "Time and a half", "If you usually get extra time"),
    (Pace.DOUBLE, "Double time", "If you usually get twice the time"),
    (Pace.UNTIMED, "No time limit", "The clock does not count"),
)
_TURN_MS = 3_000
"""How often to look while results are worked out, should the news be lost."""


# Choosing


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


# Taking


def countdown(sitting: Sitting, *, on_minute: Any) -> rx.Component:
    """The time left in this part: the server says how much, the browser lets it run by style.

    `on_minute` is called at each full minute and when the time is over; a clock set wrong on the
    device changes nothing, for nobody asks it.
    """
    left = sitting.left_ms.to(int)
    return rx.cond(
        sitting.is_timed,
        rx.el.span(
            kit.icon("timer", size=18),
            kit.visually_hidden(sitting.left, " left in this part"),
            rx.el.span(class_name="countdown-face", aria_hidden=True),
            rx.cond(
                sitting.stage == "asking",
                rx.fragment(
                    ticker.every(60_000, on_minute, first_ms=left % 60_000),
                    ticker.after(left + 1_200, on_minute),
                ),
            ),
            class_name="countdown tabular",
            data_stopped=sitting.stage != "asking",
            data_low=rx.cond(left <= 60_000, "last", rx.cond(left <= 300_000, "soon", "")),
            key=sitting.stage.to(str) + "-" + left.to(str),
            custom_attrs={"style": {"--left": left}},
        ),
    )


def counter(sitting: Sitting) -> rx.Component:
    """Which part this is."""
    return rx.el.span(
        "Part ", sitting.part, " of ", sitting.parts, class_name="small tabular counter"
    )


def _station(*children: Child, title: Child, mood: Mood, action: rx.Component) -> rx.Component:
    """A place to stop between questions: Vel, some words, one thing to do."""
    return rx.el.section(
        vel(mood, size=128),
        rx.el.h1(title),
        *children,
        rx.el.div(action, class_name="sticky-foot"),
        class_name="stack centred station",
    )


def intro(sitting: Sitting, *, on_begin: Any) -> rx.Component:
    """Before a part begins: how many questions, how much time, and the rules."""
    return _station(
        rx.cond(
            sitting.ran_out,
            rx.el.p(
                kit.icon("timer", size=20),
                "Time was up for the last part. What you answered counts.",
                class_name="row soft",
            ),
        ),
        rx.el.p(
            "Up to ",
            sitting.part_size,
            " questions, ",
            rx.cond(sitting.budget, sitting.budget, "no time limit"),
            class_name="lead tabular",
        ),
        rx.cond(sitting.part == 1, _rules()),
        title=rx.fragment("Part ", sitting.part, " of ", sitting.parts),
        mood="idle",
        action=kit.button(
            "Start part ", sitting.part, size="wide", on_click=on_begin(sitting.part)
        ),
    )


def _rules() -> rx.Component:
    signs = (
        ("route", "Questions get harder or easier as you go. Nobody gets all of them right."),
        ("circle-help", "Don't know? Say so: it helps more than a guess."),
        ("pause", "Pause whenever you like. Your place and your time are kept."),
        ("arrow-right", "There is no way back to a question, and no hints."),
    )
    return kit.card(
        *[
            rx.el.p(kit.icon(sign, size=22), rx.el.span(words), class_name="rule-row")
            for sign, words in signs
        ],
        flat=True,
    )


def paused(sitting: Sitting, *, on_go_on: Deed) -> rx.Component:
    """The clock stands still, and the question is out of sight."""
    return _station(
        rx.el.p(
            rx.cond(
                sitting.is_timed,
                rx.fragment("Your clock has stopped with ", sitting.left, " left in this part."),
                "Your place is kept.",
            ),
            " Go on here or on another device.",
            class_name="soft",
        ),
        title="Paused",
        mood="idle",
        action=kit.button("Go on", size="wide", on_click=on_go_on),
    )


def resting(*, on_go_on: Deed) -> rx.Component:
    """Answers came faster than reading: a kind word, and the clock stopped."""
    return _station(
        rx.el.p(
            "The last answers came very fast. They do not count against you, and the clock has "
            "stopped. Take a breath, or come back another day.",
            class_name="soft",
        ),
        title="Time for a short break?",
        mood="think",
        action=kit.button("I am ready", size="wide", on_click=on_go_on),
    )


def short(sitting: Sitting, *, on_begin: Any) -> rx.Component:
    """Too few answers to say anything: more can be answered now, or another day."""
    return _station(
        rx.el.p(
            "You answered ",
            sitting.answered,
            ". It takes at least 12 before we can say where you are.",
            class_name="soft tabular",
        ),
        title="A few more questions",
        mood="think",
        action=kit.button("Answer some more", size="wide", on_click=on_begin(sitting.part)),
    )


def finished(sitting: Sitting, *, on_submit: Deed) -> rx.Component:
    """All asked: hand it in."""
    return _station(
        rx.el.p("You answered ", sitting.answered, " questions.", class_name="soft tabular"),
        title="That was the last question",
        mood="cheer",
        action=kit.button("See my results", size="wide", on_click=on_submit),
    )


def analysing(*, on_look: Deed) -> rx.Component:
    """Work is really running: say what it is, and look again now and then."""
    return rx.el.section(
        vel("think", size=128),
        rx.el.h1("Working out your results"),
        rx.el.ul(
            _stage("circle-check", "Your answers are in", is_done=True),
            _stage("loader-circle", "Finding your level", is_done=False),
            _stage("loader-circle", "Looking at each skill", is_done=False),
            class_name="stages",
        ),
        rx.el.p(
            "This takes a few seconds. You can leave: the results will wait for you.",
            class_name="soft",
        ),
        kit.announcement("Working out your results"),
        ticker.every(_TURN_MS, on_look),
        class_name="stack centred station",
        aria_busy=True,
    )


def _stage(sign: str, words: str, *, is_done: bool) -> rx.Component:
    return rx.el.li(
        kit.icon(sign, size=22), rx.el.span(words), data_done="true" if is_done else "false"
    )
