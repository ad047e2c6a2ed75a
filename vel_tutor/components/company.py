"""The strip above the questions that two or more friends practise, each at their own pace."""

from collections.abc import Sequence
from typing import Any, cast

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import kit
from vel_tutor.domain.loops.together.views import CompanyView, MateView

Mates = Sequence[MateView]


def company_strip(company: ObjectVar[CompanyView], *, on_alone: Any) -> rx.Component:
    """Who is at the same questions, and for whose deck it is the switch to be alone.

    Args:
        on_alone: event taking True or False.
    """
    mates = cast("ArrayVar[Mates]", company.mates.to(Mates))
    return rx.cond(
        company.deck_id != "",
        rx.el.section(
            rx.cond(
                mates.length() > 0,
                rx.el.ul(rx.foreach(mates, _mate), class_name="mates"),
            ),
            rx.cond(
                company.words != "",
                rx.el.p(kit.icon("users", size=18), company.words, class_name="company-words"),
            ),
            rx.cond(
                company.is_host,
                kit.switch(
                    "I'd rather practise alone",
                    is_on=company.is_alone,
                    on_change=on_alone,
                ),
            ),
            kit.announcement(company.words),
            class_name="company",
            aria_label="Friends at these questions",
        ),
    )


def _mate(mate: ObjectVar[MateView]) -> rx.Component:
    return rx.el.li(
        rx.el.span(kit.avatar(mate.seed, size=32), class_name="face", data_away=~mate.is_here),
        rx.el.span(
            rx.el.span(
                rx.el.strong(mate.name),
                rx.cond(
                    mate.is_done,
                    ": ",
                    rx.cond(mate.is_here, " is with you: ", " is away: "),
                ),
                rx.el.span(mate.words, class_name="tabular"),
            ),
            kit.progress(mate.percent.to(int), label="How far they are", tone="mint"),
            class_name="mate-words",
        ),
        class_name="mate",
    )
