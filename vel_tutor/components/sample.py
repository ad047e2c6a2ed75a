"""One real question of the bank for anybody to try; the stylesheet alone marks it."""

import reflex as rx

from vel_tutor import content
from vel_tutor.components import kit
from vel_tutor.media import maths

FAMILY, SEED = "math.place_value.digit", 11


def sample_question() -> rx.Component:
    """A question with its choices; picking one shows why it is right, or why it is tempting."""
    item = content.instance(FAMILY, SEED)
    return rx.el.section(
        rx.el.div(
            rx.el.h2("Try one right now"),
            kit.pill("Math, grade ", str(item.grade), tone="grape"),
            class_name="row-spread",
        ),
        rx.el.p(item.stem, class_name="sample-stem"),
        kit.choices(
            *[
                kit.choice(choice.text, position=at, name="sample", data_right=choice.right)
                for at, choice in enumerate(item.choices)
            ],
            legend=item.stem,
            key="sample",
        ),
        rx.el.div(
            rx.el.p("Pick an answer. Nobody is watching.", class_name="sample-idle soft"),
            *[_said(at, choice, item) for at, choice in enumerate(item.choices)],
            aria_live="polite",
            class_name="sample-says",
        ),
        class_name="card stack sample",
        aria_label="A sample question",
    )


def _said(at: int, choice: content.Choice, item: content.Item) -> rx.Component:
    """What is said about one choice; the stylesheet shows it once that choice is picked."""
    heading = (
        rx.el.strong(kit.icon("circle-check", size=22), "Right!")
        if choice.right
        else rx.el.strong(kit.icon("lightbulb", size=22), "Not quite")
    )
    return rx.el.div(
        heading,
        *(_steps(item) if choice.right else [rx.el.p(choice.feedback)]),
        class_name="sample-said",
        data_of=at,
        data_tone="mint" if choice.right else "coral",
    )


def _steps(item: content.Item) -> list[rx.Component]:
    return [
        rx.el.div(
            step.sentence,
            rx.html(maths.equation(step.lhs, step.rhs)) if step.lhs else rx.fragment(),
        )
        for step in item.steps
    ]
