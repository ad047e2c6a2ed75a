"""Choosing what to practise."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.practice.views import SkillView, UnfinishedView

SUBJECTS = (("math", "Math"), ("reading", "Reading"), ("science", "Science"))
LENGTHS = (5, 10, 15)


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
    )


@dataclass(frozen=True)
class Offer:
    """What there is to choose from, and what is chosen."""

    subject: rx.Var[str]
    grade: rx.Var[int]
    skill: rx.Var[str]
    grades: ArrayVar[Sequence[int]]
    skills: ArrayVar[Sequence[SkillView]]

    @property
    def key(self) -> rx.Var[str]:
        """Different for each menu, so that a new one starts with its first skill picked."""
        parts = (self.subject.to(str), self.grade.to(str), self.skill.to(str))
        return parts[0] + "-" + parts[1] + "-" + parts[2]


def choose_form(offer: Offer, *, on_subject: Any, on_grade: Any, on_start: Deed) -> rx.Component:
    """Subject, grade, skill and length; what it holds is sent as it is seen."""
    return kit.form(
        kit.segmented(
            SUBJECTS, name="subject", legend="Subject", value=offer.subject, on_change=on_subject
        ),
        kit.select_field(
            "Grade",
            name="grade",
            options=rx.foreach(
                offer.grades, lambda one: rx.el.option("Grade ", one, value=one.to(str))
            ),
            value=offer.grade.to(str),
            on_change=on_grade,
        ),
        rx.el.fieldset(
            rx.el.legend("Skill", class_name="field-label"),
            _skill("", "A bit of everything", "Mixed questions of this grade", offer.skill == ""),
            rx.foreach(
                offer.skills,
                lambda one: _skill(one.id, one.name, one.strand, offer.skill == one.id),
            ),
            class_name="picks",
            key=offer.key,
            data_subject=offer.subject,
        ),
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
        rx.el.div(
            kit.button("Start practising", submit=True, size="wide"), class_name="start-foot"
        ),
        on_submit=on_start,
    )


def _skill(
    value: rx.Var[str] | str,
    name: rx.Var[str] | str,
    strand: rx.Var[str] | str,
    is_wished: rx.Var[bool],
) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="skill", value=value, default_checked=is_wished),
        rx.el.span(
            rx.el.strong(name), rx.el.span(strand, class_name="soft small"), class_name="pick-words"
        ),
        class_name="pick",
    )
