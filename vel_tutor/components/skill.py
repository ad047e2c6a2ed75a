"""One skill: what it is, how it is done, what it needs, and practising it."""

from collections.abc import Sequence

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.practice import Cards, deck_form, mastery_sign, skill_row
from vel_tutor.components.question import Steps, worked_steps
from vel_tutor.components.written import drawn, passage, written
from vel_tutor.domain.practice.views import ExampleView, SkillCardView, SkillPageView, SlipView

Page = ObjectVar[SkillPageView]
Examples = Sequence[ExampleView]
Slips = Sequence[SlipView]


def skill_page(page: Page, *, back: rx.Var[str] | str, on_start: Deed) -> rx.Component:
    """Everything about a skill, and a deck of it.

    Args:
        back: the way to all skills.
    """
    return rx.el.div(
        rx.el.div(
            kit.link_button("All skills", href=back, kind="bare", size="small", icon="arrow-left"),
            class_name="way-back",
        ),
        _head(page.card.to(SkillCardView)),
        kit.card(
            deck_form(
                subject=page.subject,
                grade=page.grade.to(str),
                skill=page.card.id,
                on_start=on_start,
            ),
        ),
        rx.el.section(
            rx.el.h2("What it is about"),
            rx.el.p(written(page.about), class_name="about"),
            class_name="stack-tight",
        ),
        _examples(page),
        _slips(page.slips.to(Slips)),
        _around("What it builds on", page.needs.to(Cards)),
        _around("Where it leads", page.leads_to.to(Cards)),
        class_name="stack-wide",
        data_subject=page.subject,
    )


def _head(card: ObjectVar[SkillCardView]) -> rx.Component:
    return rx.el.header(
        rx.el.p(card.strand, " · ", card.grade, class_name="soft small"),
        rx.el.h1(card.name),
        rx.el.div(
            mastery_sign(card.mastery),
            rx.el.strong(card.words),
            rx.cond(card.note, kit.pill(card.note, tone="sky")),
            class_name="row",
        ),
        rx.cond(
            card.percent.to(int) > 0,
            rx.el.div(
                kit.progress(card.percent, label="How it went lately", tone="mint"),
                rx.el.span("How it went lately", class_name="soft small"),
                class_name="stack-tight",
            ),
        ),
        class_name="stack-tight",
    )


def _examples(page: Page) -> rx.Component:
    return rx.el.section(
        rx.el.h2("Worked examples"),
        rx.foreach(
            page.examples.to(Examples),
            lambda example, place: _example(example, place, page.card.id),
        ),
        class_name="stack-tight",
    )


def _example(
    example: ObjectVar[ExampleView], place: rx.Var[int], skill: rx.Var[str]
) -> rx.Component:
    return rx.el.article(
        rx.el.h3("Example ", place.to(int) + 1, class_name="soft small"),
        rx.cond(example.passage, passage(example.passage)),
        rx.cond(example.figure, drawn(example.figure)),
        rx.el.p(written(example.html), class_name="example-stem"),
        worked_steps(example.steps.to(Steps), is_open=place == 0),
        rx.el.dl(
            rx.el.div(rx.el.dt("Answer"), rx.el.dd(written(example.key))), class_name="answers"
        ),
        class_name="card stack-tight",
        key=rx.Var.create(f"{skill}-{place}"),
    )


def _slips(slips: ArrayVar[Slips]) -> rx.Component:
    return rx.cond(
        slips.length() > 0,
        rx.el.section(
            rx.el.h2("Slips to watch for"),
            rx.el.ul(
                rx.foreach(
                    slips,
                    lambda slip: rx.el.li(
                        kit.icon("triangle-alert", size=20),
                        rx.el.span(
                            rx.el.strong(written(slip.answer)),
                            rx.el.span(written(slip.why)),
                            class_name="skill-words",
                        ),
                        class_name="slip-line",
                    ),
                ),
                class_name="stack-tight",
            ),
            rx.el.p("Answers people give to the examples above.", class_name="soft small"),
            class_name="stack-tight",
        ),
    )


def _around(title: str, cards: ArrayVar[Cards]) -> rx.Component:
    return rx.cond(
        cards.length() > 0,
        rx.el.section(
            rx.el.h2(title),
            rx.el.ul(rx.foreach(cards, skill_row), class_name="skills"),
            class_name="stack-tight",
        ),
    )
