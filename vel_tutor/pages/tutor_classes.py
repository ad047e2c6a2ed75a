"""A tutor's classes: offering one, seeing who comes, calling one off."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import classes as parts
from vel_tutor.components import kit
from vel_tutor.pages import frame
from vel_tutor.state.classes import TutorClassesState

BANDS = (
    ("0-2", "Kindergarten to grade 2"),
    ("3-5", "Grades 3 to 5"),
    ("6-8", "Grades 6 to 8"),
    ("9-12", "Grades 9 to 12"),
)


def tutor_classes() -> rx.Component:
    return frame.student(
        rx.el.h1("Your classes"),
        kit.ready(
            TutorClassesState.is_loaded,
            rx.el.div(
                _form(),
                rx.el.section(
                    rx.el.h2("Planned"),
                    parts.own_list(
                        TutorClassesState.classes,
                        rx.el.p("No classes planned yet.", class_name="soft"),
                        on_ask=TutorClassesState.ask,
                    ),
                    class_name="stack",
                ),
                _question(),
                class_name="stack-wide",
            ),
            kit.skeleton("tile", 3),
        ),
        here=routes.TODAY,
    )


def _form() -> rx.Component:
    return kit.card(
        rx.el.h2("Offer a class"),
        kit.form(
            kit.form_error(TutorClassesState.problem),
            rx.el.div(
                kit.select_field(
                    "Subject",
                    name="subject",
                    options=(("math", "Math"), ("reading", "Reading"), ("science", "Science")),
                ),
                kit.select_field("Grades", name="band", options=BANDS),
                kit.text_field("Day", name="day", kind="date"),
                kit.text_field("Starts at", name="at", kind="time", hint="By your own clock."),
                kit.select_field(
                    "Length",
                    name="minutes",
                    options=(("30", "30 minutes"), ("45", "45 minutes"), ("60", "60 minutes")),
                ),
                kit.text_field(
                    "Seats", name="seats", kind="number", min=1, max=30, default_value="6"
                ),
                class_name="grid-2",
            ),
            kit.text_field(
                "Address of the video room",
                name="place",
                kind="url",
                placeholder="https://",
                hint="Shown only to parents who have booked.",
            ),
            kit.button("Offer this class", submit=True, icon="calendar-plus"),
            on_submit=TutorClassesState.offer,
            reset_on_submit=False,
        ),
    )


def _question() -> rx.Component:
    return kit.dialog(
        rx.el.div(
            kit.button("Call it off", kind="danger", on_click=TutorClassesState.call_off),
            kit.button("Keep it", kind="quiet", on_click=TutorClassesState.close(False)),
            class_name="row wrap",
        ),
        title="Call this class off?",
        words="Every parent who has booked is told and gets the pass back.",
        is_open=TutorClassesState.asked != "",
        on_change=TutorClassesState.close,
    )


PAGES = (
    frame.Page(
        draw=tutor_classes,
        route=routes.TUTOR_CLASSES,
        title="Your classes - vel_tutor",
        on_load=(*frame.ARRIVING, TutorClassesState.begin),
    ),
)
