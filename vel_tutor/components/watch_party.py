"""A watch-party: when it is, being told of it, and the question everybody looks at."""

from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.components.question import worked_steps
from vel_tutor.components.react.ticker import after
from vel_tutor.components.written import drawn, passage, written
from vel_tutor.domain.practice.views import ChoiceView, QuestionView
from vel_tutor.domain.rooms.views import HallView, LessonView, PartyView

Hall = ObjectVar[HallView]
_SECOND_MS = 1000


def next_change(hall: Hall, on_over: Deed) -> rx.Component:
    """Calls `on_over` when the party is about to look otherwise."""
    party = cast("ObjectVar[PartyView]", hall.party)
    seconds = party.seconds.to(int)
    return rx.cond(
        party.is_party & (seconds > 0) & (seconds < 86_400),
        rx.el.span(after(seconds * _SECOND_MS + _SECOND_MS, on_over), key=seconds.to(str)),
    )


def early(hall: Hall, *, may_be_reminded: rx.Var[bool], on_remind: Any) -> rx.Component:
    """Before the doors open: when that is, and whether to be told.

    Args:
        on_remind: event taking whether to be told.
    """
    party = cast("ObjectVar[PartyView]", hall.party)
    return kit.card(
        rx.el.h2(party.when),
        rx.el.p(
            "The doors open at ", party.opens, ". Questions from the class, together and live."
        ),
        rx.cond(
            may_be_reminded,
            kit.switch(
                "Remind me",
                is_on=party.is_reminded,
                on_change=on_remind,
                words="A quarter of an hour before, unless it is a quiet hour of yours.",
            ),
        ),
        practise_first(hall),
    )


def practise_first(hall: Hall) -> rx.Component:
    """What one may do until then."""
    return kit.link_button(
        "Practise until then",
        href=routes.PRACTICE + "?subject=" + hall.subject.to(str),
        icon="target",
        kind="quiet",
    )


def stage(hall: Hall) -> rx.Component:
    """What everybody looks at: the question of the moment, or that it is about to begin."""
    party = cast("ObjectVar[PartyView]", hall.party)
    return rx.fragment(
        rx.cond(
            party.place != "",
            kit.link_button(
                "Open the video room of the class",
                href=party.place,
                native=True,
                icon="video",
                size="wide",
                target="_blank",
                rel="noopener noreferrer",
            ),
        ),
        the_class(hall),
        rx.cond(
            party.has_begun,
            _lesson(cast("ObjectVar[LessonView]", party.lesson)),
            kit.card(
                rx.el.h2("It is about to begin"),
                rx.el.p(party.when),
                rx.el.p("Say hello with a sign while the others come in.", class_name="soft"),
            ),
        ),
    )


def the_class(hall: Hall) -> rx.Component:
    """The classes this is a taste of, in a page beside the party."""
    return kit.link_button(
        "The class",
        kit.visually_hidden(" (opens beside this page)"),
        href=routes.class_sample("") + hall.subject.to(str),
        native=True,
        icon="external-link",
        kind="quiet",
        target="_blank",
        rel="noopener noreferrer",
    )


def finale(hall: Hall, *, is_new: rx.Var[bool]) -> rx.Component:
    """All questions are over: for a few minutes everybody is still there.

    Args:
        is_new: whether it has ended before the eyes of whoever looks.
    """
    return kit.card(
        kit.confetti(is_new),
        vel("cheer", size=96),
        rx.el.h2("That was the last question"),
        rx.el.p("Say goodbye with a sign. The room closes in a few minutes.", class_name="soft"),
        rx.el.div(
            kit.link_button(
                "Practise what it was about",
                href=routes.PRACTICE + "?subject=" + hall.subject.to(str),
                icon="target",
            ),
            the_class(hall),
            class_name="row wrap",
        ),
        kit.announcement(rx.cond(is_new, hall.words, "")),
        class_name="stack centred",
    )


def _lesson(lesson: ObjectVar[LessonView]) -> rx.Component:
    question = cast("ObjectVar[QuestionView]", lesson.question)
    return kit.card(
        rx.el.div(
            rx.el.h2("Question ", question.number, " of ", lesson.of),
            kit.pill("Everybody sees this one", tone="sky"),
            class_name="row-spread",
        ),
        rx.cond(question.passage, passage(question.passage)),
        rx.cond(question.figure, drawn(question.figure)),
        rx.el.p(written(question.html), class_name="party-stem"),
        rx.el.ol(
            rx.foreach(
                question.choices.to(list[ChoiceView]),
                lambda choice: rx.el.li(written(choice.html)),
            ),
            class_name="party-choices",
        ),
        rx.el.details(
            rx.el.summary("Show the answer"),
            rx.el.p(rx.el.strong(written(lesson.key))),
            worked_steps(lesson.steps, is_open=True),  # pyright: ignore[reportArgumentType]
            key=question.looks,
            class_name="stack-tight",
        ),
        kit.announcement("Question " + question.number.to(str)),
        key=question.looks,
    )
