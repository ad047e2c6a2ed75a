"""The tutor to ask: what about, and what came of it. The conversation is in `coach_talk`."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.coach_talk import Chat, ending_of
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.components.written import written
from vel_tutor.domain.coaching.views import (
    DeskView,
    SkillPickView,
    SummaryView,
)

Desk = ObjectVar[DeskView]
GUIDED = "Guided tutor: works from our question bank"
BY_MODEL = "AI tutor: may be wrong; every sum is checked by our own code"


def label(by_model: rx.Var[bool]) -> rx.Component:
    """Who speaks, said plainly."""
    return rx.el.p(
        kit.icon("info", size=18),
        rx.el.span(rx.cond(by_model, BY_MODEL, GUIDED)),
        class_name="coach-label soft small",
    )


# Before


def choosing(
    desk: Desk, wanted: rx.Var[str], *, on_search: Deed, on_start: Any, about: rx.Component
) -> rx.Component:
    """What to ask about.

    Args:
        about: the way to begin with the question somebody came with, and with what is open.
    """
    return rx.el.div(
        rx.el.div(
            vel("idle", size=88),
            rx.el.div(
                rx.el.h1("Ask the tutor"),
                label(desk.by_model.to(bool)),
                class_name="stack-tight",
            ),
            class_name="row",
        ),
        _time(desk),
        about,
        rx.cond(desk.can_start, _skills(desk, wanted, on_search=on_search, on_start=on_start)),
        class_name="stack-wide",
    )


def _time(desk: Desk) -> rx.Component:
    """The time there is; without any, what more costs and where."""
    return rx.cond(
        desk.can_start,
        rx.el.p(
            kit.pill(kit.icon("timer", size=18), desk.left, tone="sky"),
            rx.cond(
                desk.is_trial,
                rx.el.span(" Your first 5 minutes are free."),
                rx.el.span(" They run only while you talk."),
            ),
            class_name="coach-time",
        ),
        kit.card(
            rx.el.h2("Your minutes are used up"),
            rx.el.p(desk.price, " Practice itself always stays free, with hints and solutions."),
            rx.el.div(
                kit.link_button("Go to the shop", href=routes.SHOP, icon="shopping-bag"),
                kit.link_button("Practise", href=routes.PRACTICE, kind="quiet"),
                class_name="next-row",
            ),
        ),
    )


def came_with(desk: Desk, *, on_begin: Deed, on_resume: Deed) -> rx.Component:
    """The question in the address, and the conversation that is open."""
    return rx.fragment(
        rx.cond(
            desk.about.skill,
            kit.card(
                rx.el.h2("About this question"),
                rx.el.p(written(desk.about.html)),
                rx.el.p(desk.about.skill, class_name="soft small"),
                rx.cond(
                    desk.can_start,
                    kit.button(
                        "Ask about this question",
                        size="wide",
                        icon="message-circle-question-mark",
                        on_click=on_begin,
                    ),
                ),
            ),
        ),
        rx.cond(
            desk.open_skill,
            kit.tile(
                "Go on where you were",
                desk.open_skill,
                sign="message-circle",
                on_click=on_resume,
            ),
        ),
    )


def _skills(desk: Desk, wanted: rx.Var[str], *, on_search: Deed, on_start: Any) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.label(
                "What would you like to understand?",
                html_for="coach-find",
                class_name="field-label",
            ),
            rx.el.input(
                id="coach-find",
                type="search",
                default_value=wanted,
                on_change=on_search,
                class_name="input",
                placeholder="fractions, main idea, energy ...",
                max_length=80,
            ),
            class_name="field",
        ),
        rx.el.h2(desk.heading),
        rx.cond(
            desk.skills.to(Sequence[SkillPickView]).length() > 0,
            rx.el.ul(
                rx.foreach(
                    desk.skills.to(Sequence[SkillPickView]), lambda one: _skill(one, on_start)
                ),
                class_name="skills plain-list",
            ),
            kit.empty_state("No skill has these words in its name. Try fewer.", mood="think"),
        ),
        class_name="stack",
    )


def _skill(one: ObjectVar[SkillPickView], on_start: Any) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                rx.el.strong(one.name),
                rx.el.span(one.words, class_name="soft small"),
                class_name="skill-words",
            ),
            kit.icon("message-circle", size=20, class_name="soft"),
            type="button",
            on_click=on_start(one.id),
            class_name="skill coach-skill",
        ),
        key=one.id,
    )


# The end


def stages(chat: Chat, *, before: rx.Component, talk: rx.Component, again: Deed) -> rx.Component:
    """Choosing, talking, or what came of it."""
    return rx.cond(
        ending_of(chat).shown,
        _ending(ending_of(chat), again),
        rx.cond(chat.id != "", talk, before),
    )


def _ending(summary: ObjectVar[SummaryView], again: Deed) -> rx.Component:
    """What went well, and one thing to do next."""
    return rx.el.div(
        vel("cheer", size=112),
        rx.el.h1(summary.headline, id="coach-end", tab_index=-1),
        rx.el.ul(
            rx.foreach(
                summary.lines.to(Sequence[str]),
                lambda line: rx.el.li(kit.icon("check", size=20), rx.el.span(line)),
            ),
            class_name="stack-tight plain-list coach-lines",
        ),
        rx.el.p("Time with the tutor: ", summary.took, class_name="soft small"),
        rx.cond(
            summary.out_of_time,
            rx.el.p(
                "Your minutes are used up. ",
                kit.link("See what more cost", href=routes.SHOP),
                class_name="small",
            ),
        ),
        kit.link_button("Practise this", href=summary.path, size="wide", icon="target"),
        rx.cond(
            ~summary.out_of_time,
            kit.button("Ask about something else", kind="quiet", size="wide", on_click=again),
        ),
        class_name="card stack coach-ending",
    )
