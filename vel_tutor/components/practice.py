"""Browsing what there is to practise, and choosing."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.practice.views import (
    BrowseView,
    ChipView,
    SkillCardView,
    StrandView,
    UnfinishedView,
)

SUBJECTS = (("math", "Math"), ("reading", "Reading"), ("science", "Science"))
LENGTHS = (5, 10, 15)
Shelf = ObjectVar[BrowseView]
Strands = Sequence[StrandView]
Cards = Sequence[SkillCardView]
Chips = Sequence[ChipView]


def waiting_decks(waiting: ArrayVar[Sequence[UnfinishedView]], *, on_drop: Any) -> rx.Component:
    """What was begun and not finished, first of all."""
    return rx.cond(
        waiting.length() > 0,
        rx.el.section(
            rx.el.h2("Pick up where you left off"),
            rx.foreach(waiting, lambda deck: _waiting(deck, on_drop)),
            class_name="stack-tight",
        ),
    )


def _waiting(deck: ObjectVar[UnfinishedView], on_drop: Any) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            rx.el.strong(deck.title),
            rx.el.span(
                deck.answered, " of ", deck.size, " answered", class_name="soft small tabular"
            ),
            kit.progress(deck.percent, label="Questions answered"),
            class_name="stack-tight waiting-words",
        ),
        kit.link_button(
            "Go on",
            kit.visually_hidden(" with ", deck.title),
            href=routes.practice_session(deck.session_id),
            size="small",
        ),
        kit.icon_button("trash-2", "Give this deck up", on_click=on_drop(deck.session_id)),
        class_name="card waiting",
        data_subject=deck.subject,
        key=deck.session_id,
    )


def mixed_deck(shelf: Shelf, *, on_start: Deed) -> rx.Component:
    """A deck of everything in a grade, chosen to suit whoever plays it."""
    return kit.card(
        rx.el.div(
            rx.el.h2("A bit of everything"),
            rx.el.p(
                shelf.mixed_name,
                ", chosen for you: a stretch, but within reach.",
                class_name="soft",
            ),
            rx.cond(
                shelf.back,
                rx.el.p(kit.icon("rotate-ccw", size=18), shelf.back, class_name="field-note"),
            ),
            class_name="stack-tight",
        ),
        deck_form(
            subject=shelf.subject,
            grade=shelf.mixed_grade.to(str),
            skill="",
            on_start=on_start,
        ),
    )


def deck_form(
    *, subject: rx.Var[str], grade: rx.Var[str], skill: rx.Var[str] | str, on_start: Deed
) -> rx.Component:
    """How many questions, and off it goes."""
    return kit.form(
        *[
            rx.el.input(type="hidden", name=name, value=value)
            for name, value in (("subject", subject), ("grade", grade), ("skill", skill))
        ],
        rx.el.fieldset(
            rx.el.legend("How many questions", class_name="field-label"),
            rx.el.div(
                *[
                    rx.el.label(
                        rx.el.input(
                            type="radio", name="size", value=str(size), default_checked=size == 5
                        ),
                        str(size),
                        class_name="segment",
                    )
                    for size in LENGTHS
                ],
                class_name="segmented",
            ),
            class_name="picks",
        ),
        kit.button("Start practising", submit=True, size="wide"),
        on_submit=on_start,
    )


def filters(
    shelf: Shelf, wanted: rx.Var[str], *, on_subject: Any, on_grade: Any, on_search: Any
) -> rx.Component:
    """Subject, grade, and words to look for."""
    return rx.el.div(
        kit.segmented(
            SUBJECTS, name="subject", legend="Subject", value=shelf.subject, on_change=on_subject
        ),
        rx.el.fieldset(
            rx.el.legend("Grade", class_name="field-label"),
            rx.el.div(
                _chip("all", "All", "All grades", shelf.grade, on_grade),
                rx.foreach(
                    shelf.grades.to(Chips),
                    lambda one: _chip(one.value, one.words, one.label, shelf.grade, on_grade),
                ),
                class_name="chips",
            ),
            class_name="picks",
        ),
        rx.el.div(
            rx.el.label("Find a skill", html_for="find-skill", class_name="field-label"),
            rx.el.input(
                id="find-skill",
                type="search",
                default_value=wanted,
                on_change=on_search,
                class_name="input",
                placeholder="fractions, main idea, energy ...",
                max_length=80,
                key=shelf.grade,
            ),
            class_name="field",
        ),
        class_name="stack",
    )


def _chip(
    value: rx.Var[str] | str,
    words: rx.Var[str] | str,
    label: rx.Var[str] | str,
    chosen: rx.Var[str],
    on_grade: Any,
) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="grade-chip",
            value=value,
            checked=chosen == value,
            on_change=on_grade(value),
            aria_label=label,
        ),
        words,
        class_name="chip",
        key=value,
    )


def strands(shelf: Shelf) -> rx.Component:
    """Every skill of the choice, strand by strand."""
    return rx.el.div(
        rx.el.p(shelf.found, role="status", class_name="soft small tabular"),
        rx.cond(
            shelf.strands.to(Strands).length() > 0,
            rx.foreach(shelf.strands.to(Strands), _strand),
            kit.empty_state("No skill has these words in its name. Try fewer, or another subject."),
        ),
        class_name="stack-wide",
        data_subject=shelf.subject,
    )


def _strand(strand: ObjectVar[StrandView]) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(strand.name),
            rx.el.span(strand.known, class_name="soft small tabular"),
            class_name="row-spread",
        ),
        rx.el.ul(rx.foreach(strand.skills.to(Cards), skill_row), class_name="skills"),
        class_name="stack-tight",
        key=strand.name,
    )


def skill_row(card: ObjectVar[SkillCardView]) -> rx.Component:
    """A skill as one line: how well it goes as a sign and a word, never by colour alone."""
    return rx.el.li(
        rx.el.a(
            mastery_sign(card.mastery),
            rx.el.span(
                rx.el.strong(card.name),
                rx.el.span(
                    card.words,
                    " · ",
                    card.grade,
                    rx.cond(card.note, rx.fragment(" · ", card.note)),
                    class_name="soft small",
                ),
                class_name="skill-words",
            ),
            kit.icon("chevron-right", size=20, class_name="soft"),
            href=card.path,
            class_name="skill",
        ),
        key=card.id,
    )


def mastery_sign(mastery: rx.Var[str]) -> rx.Component:
    """The sign of a level, in its colour."""
    return rx.el.span(
        rx.match(
            mastery,
            ("mastered", kit.icon("star", size=22)),
            ("proficient", kit.icon("circle-check", size=22)),
            ("familiar", kit.icon("circle-dot", size=22)),
            ("started", kit.icon("circle-dashed", size=22)),
            ("inferred", kit.icon("sparkles", size=22)),
            kit.icon("circle", size=22),
        ),
        class_name="mastery-sign",
        data_mastery=mastery,
    )
