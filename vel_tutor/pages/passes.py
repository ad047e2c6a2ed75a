"""A parent's class passes: how many, what brings more, and the seats they were used for."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import classes as parts
from vel_tutor.components import kit
from vel_tutor.components.proud import families_list
from vel_tutor.pages import frame
from vel_tutor.state.classes import PassesState


def passes() -> rx.Component:
    return frame.student(
        rx.el.h1("Class passes"),
        kit.ready(PassesState.is_loaded, _all(), kit.skeleton("tile", 3)),
        here=routes.FAMILY,
    )


def _all() -> rx.Component:
    return rx.el.div(
        kit.card(
            kit.stat(
                PassesState.passes,
                "class passes to use",
                sign=kit.icon("ticket", size=28),
            ),
            rx.el.p(
                "One for each family you bring: once their child has finished the first test, the "
                "pass is yours a week later. At most three a quarter.",
                class_name="soft small",
            ),
            rx.el.div(
                *[
                    kit.link_button(words, href=routes.class_sample(subject), kind="quiet")
                    for subject, words in (
                        ("math", "Math classes"),
                        ("reading", "Reading classes"),
                        ("science", "Science classes"),
                    )
                ],
                class_name="row wrap",
            ),
        ),
        rx.el.section(
            rx.el.h2("Your seats"),
            parts.seat_list(
                PassesState.seats,
                rx.el.p("No class booked.", class_name="soft"),
                on_give_up=PassesState.give_up,
            ),
            class_name="stack",
        ),
        families_list(PassesState.families),
        class_name="stack-wide",
    )


PAGES = (
    frame.Page(
        draw=passes,
        route=routes.PASSES,
        title="Class passes - vel_tutor",
        on_load=(*frame.ARRIVING, PassesState.begin),
    ),
)
