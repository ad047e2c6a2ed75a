"""What a parent's pages are made of: children at a glance, one child's progress, the switches."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.practice import mastery_sign
from vel_tutor.domain.accounts.views import ChildFamilyView, DeedView, SwitchView
from vel_tutor.domain.diagnostics.views import PastTestView
from vel_tutor.domain.loops.proud_parent.views import StepView, WeekView
from vel_tutor.domain.progress.views import (
    DayMarkView,
    DeckLineView,
    GlanceView,
    LevelCountView,
    ProgressView,
    SkillLineView,
)


def glances(children: ArrayVar[Sequence[GlanceView]]) -> rx.Component:
    """Each child as a card that leads to its page."""
    return rx.el.ul(rx.foreach(children, _glance), class_name="stack plain-list")


def _glance(child: ObjectVar[GlanceView]) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.div(
                rx.el.h2(child.name, " ", rx.el.span(child.grade, class_name="soft small")),
                kit.icon("chevron-right", size=22, class_name="soft"),
                class_name="row-spread",
            ),
            rx.el.p(child.headline, class_name="glance-words"),
            rx.el.div(
                kit.stat(
                    child.minutes.to(str),
                    rx.cond(child.minutes == 1, "minute this week", "minutes this week"),
                    sign=kit.icon("clock", size=24),
                ),
                kit.stat(
                    child.streak.to(str),
                    rx.cond(child.streak == 1, "day in a row", "days in a row"),
                    sign=kit.flame_icon(size=24),
                ),
                kit.stat(
                    rx.Var.create(f"{child.known} of {child.tried}"),
                    "skills known, of those tried",
                    sign=kit.icon("star", size=24),
                ),
                class_name="grid-3 figures",
            ),
            href=f"{routes.FAMILY}/{child.id}",
            class_name="card card-link",
        ),
        key=child.id,
    )


def add_child(problem: rx.Var[str], *, on_ask: Deed) -> rx.Component:
    """Ask a child who has an account to be linked."""
    return kit.form(
        kit.text_field(
            "What your child signs in with",
            name="child_name",
            hint="A name like brave-fox-1234, or a teen's e-mail address. Whoever answers for the "
            "account is asked, and sees your first name and e-mail address.",
            error=problem,
            auto_complete="off",
            max_length=254,
        ),
        kit.button("Ask to be linked", submit=True, icon="user-plus"),
        on_submit=on_ask,
        reset_on_submit=True,
    )


# One child


def week(found: ObjectVar[ProgressView]) -> rx.Component:
    """The week that runs: time, questions, streak, and what has improved."""
    seen = found.week.to(WeekView)
    return kit.card(
        rx.el.h2("This week"),
        rx.el.p(seen.headline),
        rx.el.div(
            kit.stat(
                seen.minutes.to(str),
                _counted("minute", seen.minutes, seen.minutes_change),
                sign=kit.icon("clock", size=24),
            ),
            kit.stat(
                seen.answers.to(str),
                _counted("question", seen.answers, seen.answers_change),
                sign=kit.icon("circle-check", size=24),
            ),
            kit.stat(
                seen.streak.to(str),
                rx.cond(seen.streak == 1, "day in a row", "days in a row"),
                sign=kit.flame_icon(size=24),
            ),
            class_name="grid-3 figures",
        ),
        rx.el.p(found.days_words, class_name="soft"),
        rx.cond(found.tutor, rx.el.p(found.tutor, class_name="soft")),
        rx.el.ol(
            rx.foreach(found.days.to(Sequence[DayMarkView]), _day),
            class_name="fortnight",
            aria_label="The last 14 days",
        ),
        rx.cond(
            seen.improved > 0,
            rx.el.ul(
                rx.foreach(seen.steps.to(Sequence[StepView]), _step), class_name="stack-tight lines"
            ),
        ),
        rx.el.div(
            kit.link_button(
                "Show a week to other parents",
                href=f"/proud/{found.id}",
                kind="quiet",
                icon="send",
            ),
            class_name="row",
        ),
    )


def _day(day: ObjectVar[DayMarkView]) -> rx.Component:
    """A day as a mark: a tick, a shield, or nothing, never by colour alone."""
    return rx.el.li(
        rx.el.span(
            rx.fragment(
                rx.match(
                    day.kind,
                    ("practised", kit.icon("check", size=16)),
                    ("shield", kit.icon("shield", size=16)),
                    ("travel", kit.icon("plane", size=16)),
                    ("pause", kit.icon("pause", size=16)),
                    rx.fragment(),
                )
            ),
            class_name="day-mark",
            data_kind=day.kind,
        ),
        rx.el.span(day.letter, aria_hidden=True, class_name="tiny soft"),
        kit.visually_hidden(day.words),
    )


def _counted(thing: str, count: rx.Var[int], change: rx.Var[str]) -> rx.Var[str]:
    """`minutes, 3 minutes more than the week before`."""
    unit = rx.cond(count == 1, thing, f"{thing}s").to(str)
    return rx.cond(change != "", rx.Var.create(f"{unit}, {change}"), unit).to(str)


def _step(step: ObjectVar[StepView]) -> rx.Component:
    return rx.el.li(
        rx.el.strong(step.name),
        rx.el.span(step.before, " → ", step.after, class_name="soft small"),
        class_name="row-spread",
    )


def skills(seen: ObjectVar[ProgressView], *, name: rx.Var[str]) -> rx.Component:
    """How many skills stand at which level, and which they are."""
    return kit.card(
        rx.el.h2("Skills"),
        rx.cond(
            seen.skills.length() > 0,
            rx.el.div(
                rx.el.ul(
                    rx.foreach(seen.counts.to(Sequence[LevelCountView]), _count),
                    class_name="row plain-list",
                ),
                rx.el.ul(
                    rx.foreach(seen.skills.to(Sequence[SkillLineView]), _skill), class_name="skills"
                ),
                class_name="stack",
            ),
            rx.el.p(
                "Each skill gets a level from the answers ",
                name,
                " gives. There are none yet.",
                class_name="soft",
            ),
        ),
    )


def _count(level: ObjectVar[LevelCountView]) -> rx.Component:
    return rx.el.li(
        mastery_sign(level.mastery),
        rx.el.span(
            rx.el.strong(level.count, class_name="tabular"), " ", level.words, class_name="small"
        ),
        class_name="row level-count",
    )


def _skill(skill: ObjectVar[SkillLineView]) -> rx.Component:
    return rx.el.li(
        mastery_sign(skill.mastery),
        rx.el.span(
            rx.el.strong(skill.name),
            rx.el.span(skill.words, class_name="soft small"),
            class_name="skill-words",
        ),
        class_name="skill",
    )


def last_work(seen: ObjectVar[ProgressView], *, name: rx.Var[str]) -> rx.Component:
    """The last decks and the tests, whose results can be opened."""
    return kit.card(
        rx.el.h2("Last work"),
        rx.cond(
            (seen.decks.length() > 0) | (seen.tests.length() > 0),
            rx.el.ul(
                rx.foreach(seen.tests.to(Sequence[PastTestView]), _test),
                rx.foreach(seen.decks.to(Sequence[DeckLineView]), _deck),
                class_name="stack-tight lines",
            ),
            rx.el.p(name, " has not finished anything yet.", class_name="soft"),
        ),
        rx.el.div(
            kit.link_button(
                "Take a test together", href=routes.DIAGNOSTIC, kind="quiet", icon="ruler"
            ),
            class_name="row",
        ),
    )


def _test(test: ObjectVar[PastTestView]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.cond(
                test.is_scored,
                kit.link(
                    rx.el.strong("Test: ", test.title),
                    href=f"{routes.DIAGNOSTIC}/{test.test_id}/results",
                ),
                rx.el.strong("Test: ", test.title),
            ),
            rx.el.span(test.words, class_name="soft small"),
            class_name="stack-none",
        ),
        rx.el.span(test.on, class_name="soft small"),
        class_name="row-spread",
        key=test.test_id,
    )


def _deck(deck: ObjectVar[DeckLineView]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.strong(deck.title),
            rx.el.span(deck.words, class_name="soft small"),
            class_name="stack-none",
        ),
        rx.el.span(deck.on, class_name="soft small"),
        class_name="row-spread",
    )


def switches(child: ObjectVar[ChildFamilyView], *, on_viral: Any, on_switch: Any) -> rx.Component:
    """What is shown to whom: all of it on top, then one by one.

    Args:
        on_viral: event taking True to turn everything viral off, False to have it as usual.
        on_switch: event taking a scope and True or False.
    """
    return kit.card(
        rx.el.h2("What ", child.name, " may do beyond learning"),
        rx.cond(
            child.is_young & child.viral_off,
            rx.el.p(
                kit.icon("shield-check", size=22),
                rx.el.span(
                    rx.el.strong("Viral is off."),
                    " Nothing shows ",
                    child.name,
                    " to others, and nothing asks to invite anybody. Under 13 that is how it "
                    "starts.",
                ),
                class_name="row notice-line",
            ),
            kit.switch(
                "Viral off",
                words="No offers to share or invite, no boards, no feed, no friends, no name on "
                "pictures. Links that are open stop working.",
                is_on=child.viral_off,
                on_change=on_viral,
            ),
        ),
        rx.el.p(
            "Each of these is a choice of its own, counts at once, and can be taken back at any "
            "time. Learning is the same without them.",
            class_name="soft",
        ),
        rx.el.div(
            rx.foreach(
                child.switches.to(Sequence[SwitchView]), lambda one: _switch(one, on_switch)
            ),
            class_name="stack-tight switches",
        ),
    )


def _switch(one: ObjectVar[SwitchView], on_switch: Any) -> rx.Component:
    return rx.el.div(
        kit.switch(
            one.title,
            words=one.words,
            is_on=one.is_on,
            on_change=lambda on: on_switch(one.scope, on),
        ),
        rx.el.p(one.since, class_name="soft tiny since"),
        key=one.scope,
    )


def switched(rows: rx.Var[Any]) -> rx.Component:
    """The same for the student: what is on, without a switch."""
    return rx.el.ul(
        rx.foreach(rows.to(Sequence[SwitchView]), _switched), class_name="stack-tight lines"
    )


def _switched(one: ObjectVar[SwitchView]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.strong(one.title),
            rx.el.span(one.since, class_name="soft small"),
            class_name="stack-none",
        ),
        rx.cond(one.is_on, kit.pill("On", tone="mint"), kit.pill("Off")),
        class_name="row-spread",
    )


def history(child: ObjectVar[ChildFamilyView]) -> rx.Component:
    """Every permission that was asked, given, taken back or switched."""
    return rx.el.details(
        rx.el.summary("What was allowed and taken back, and when", class_name="link"),
        rx.el.ul(
            rx.foreach(child.history.to(Sequence[DeedView]), _deed), class_name="stack-tight lines"
        ),
    )


def _deed(deed: ObjectVar[DeedView]) -> rx.Component:
    return rx.el.li(
        rx.el.span(deed.words),
        rx.el.span(deed.on, class_name="soft small"),
        class_name="row-spread",
    )
