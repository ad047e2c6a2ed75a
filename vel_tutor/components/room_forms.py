"""Opening a study group, and planning a watch-party."""

from typing import Any

import reflex as rx

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.rooms.views import ClassChoiceView, RoomNames
from vel_tutor.vocabulary import AgeBand, Subject

_SUBJECTS = (
    (Subject.MATH.value, "Math"),
    (Subject.READING.value, "Reading"),
    (Subject.SCIENCE.value, "Science"),
)
_BANDS = (
    (AgeBand.TEEN.value, "Teens"),
    (AgeBand.CHILD.value, "Under 13"),
    (AgeBand.ADULT.value, "Adults"),
)
_GRADES = (
    ("", "All grades"),
    ("0-2", "Kindergarten to grade 2"),
    ("3-5", "Grades 3 to 5"),
    ("6-8", "Grades 6 to 8"),
    ("9-12", "Grades 9 to 12"),
)
_MINUTES = tuple((str(one), f"{one} minutes") for one in (20, 30, 45, 60))


def group_form(
    subject: rx.Var[str],
    problem: rx.Var[str],
    *,
    may_type: rx.Var[bool],
    on_subject: Deed,
    on_open: Deed,
) -> rx.Component:
    """A study group; students make its name of two words, tutors and staff may write one."""
    return kit.form(
        kit.form_error(problem),
        kit.select_field(
            "Subject", name="subject", options=_SUBJECTS, value=subject, on_change=on_subject
        ),
        rx.cond(
            may_type,
            rx.fragment(
                kit.text_field("Name", name="name", max_length=40, auto_complete="off"),
                kit.select_field("For whom", name="band", options=_BANDS),
            ),
            rx.el.div(
                rx.fragment(
                    rx.match(
                        subject,
                        *[(one.value, _first_words(one)) for one in Subject],
                        rx.fragment(),
                    )
                ),
                kit.select_field("Second word", name="second", options=_pairs(RoomNames.SECOND)),
                class_name="grid-2",
            ),
        ),
        kit.select_field("Grades", name="grades", options=_GRADES),
        kit.button("Open the room", submit=True, size="wide"),
        on_submit=on_open,
    )


def party_form(
    classes: rx.Var[Any],
    problem: rx.Var[str],
    *,
    has_class: rx.Var[bool],
    on_class: Deed,
    on_open: Deed,
) -> rx.Component:
    """A watch-party, around a class of one's own or at a time of its own."""
    offered = classes.to(list[ClassChoiceView])
    return kit.form(
        kit.form_error(problem),
        kit.text_field("Name", name="name", max_length=40, auto_complete="off"),
        kit.select_field("For whom", name="band", options=_BANDS),
        rx.cond(
            offered.length() > 0,
            kit.select_field(
                "Around a class",
                name="class_id",
                options=rx.fragment(
                    rx.el.option("No certain class", value=""),
                    rx.foreach(
                        offered, lambda one: rx.el.option(one.words, value=one.id, key=one.id)
                    ),
                ),
                on_change=on_class,
            ),
        ),
        rx.cond(
            has_class,
            rx.fragment(),
            rx.fragment(
                kit.select_field("Subject", name="subject", options=_SUBJECTS),
                rx.el.div(
                    kit.text_field("Day", name="day", kind="date"),
                    kit.text_field("Begins at, by your clock", name="at", kind="time"),
                    class_name="grid-2",
                ),
                kit.select_field("How long", name="minutes", options=_MINUTES),
            ),
        ),
        kit.button("Plan the party", submit=True, size="wide"),
        on_submit=on_open,
    )


def _first_words(subject: Subject) -> rx.Component:
    return kit.select_field(
        "First word", name="first", options=_pairs(RoomNames.FIRST[subject]), key=subject.value
    )


def _pairs(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((word, word) for word in words)
