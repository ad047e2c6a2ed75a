"""An adaptive test while it is taken: the clock, the places to stop at, the end."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed
from vel_tutor.components.mascot import Mood, vel
from vel_tutor.components.react import ticker
from vel_tutor.domain.diagnostics.views import SittingView

Sitting = ObjectVar[SittingView]
_TURN_MS = 3_000
"""How often to look while results are worked out, should the news be lost."""


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
