"""What boards of XP and boards of rallies draw alike."""

from collections.abc import Callable
from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child
from vel_tutor.vocabulary import Subject

SUBJECTS = ((Subject.MATH, "Math"), (Subject.READING, "Reading"), (Subject.SCIENCE, "Science"))


def subjects(here: rx.Var[str], address: Callable[[Subject], str]) -> rx.Component:
    """The boards of the three subjects; the one on show is marked."""
    return rx.el.nav(
        *[
            kit.link(
                words,
                href=address(subject),
                class_name="segment",
                aria_current=rx.cond(here == subject.value, "page", None),
            )
            for subject, words in SUBJECTS
        ],
        class_name="segmented",
        aria_label="Subjects",
    )


def row(line: ObjectVar[Any], *cells: Child, **marked: Any) -> rx.Component:
    """One place of a board; one's own stands out.

    Args:
        marked: further data attributes, by their names without `data_`.
    """
    attributes = {f"data-{name}": value for name, value in marked.items()}
    return rx.el.tr(
        *cells,
        class_name="board-place",
        custom_attrs={"data-you": rx.cond(line.is_you, "", None), **attributes},
        key=line.name,
    )


def who(line: ObjectVar[Any], *marks: Child, class_name: str = "row") -> rx.Component:
    """Face and name, and whether it is oneself."""
    return rx.el.td(
        rx.el.span(
            kit.avatar(line.name, size=32),
            rx.el.span(line.name),
            rx.cond(line.is_you, kit.pill("You", tone="grape")),
            *marks,
            class_name=class_name,
        )
    )


def shut(way_on: Child) -> rx.Component:
    """For whoever is on no board."""
    return kit.empty_state(
        "Boards are switched off for you. You are on none, and nobody sees you there.",
        way_on,
        mood="idle",
    )


def no_grade() -> rx.Component:
    """Boards go by age: somebody's grade is not known."""
    return kit.empty_state(
        "Say which grade you are in, and we find your board.",
        kit.link_button("Choose your grade", href=routes.SETTINGS),
        mood="think",
    )
