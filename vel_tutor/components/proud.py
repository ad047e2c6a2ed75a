"""A child's week: what improved, how much was done, the card of it, and who was brought."""

from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed, Words, when
from vel_tutor.domain.loops.proud_parent.views import (
    InvitedView,
    PassView,
    ProudView,
    StepView,
    WeekView,
)


def week_card(shown: rx.Var[Any]) -> rx.Component:
    """The week itself: a headline, the skills with their arrows, and three figures.

    Args:
        shown: a `WeekView`.
    """
    week = cast("ObjectVar[WeekView]", shown.to(WeekView))
    return kit.card(
        rx.el.h2(week.headline),
        rx.el.p(week.days, class_name="soft small"),
        steps_list(week.steps),
        rx.cond(
            week.is_empty,
            rx.el.p("Five questions are a good start: they take about three minutes."),
            rx.el.div(
                _figure(week.minutes, "minutes of practice", week.minutes_change, "timer"),
                _figure(week.answers, "questions answered", week.answers_change, "circle-check"),
                _figure(week.streak, "days in a row, as of today", "", "flame"),
                class_name="grid-3",
            ),
        ),
    )


def _figure(number: Words, words: str, change: Words, sign: str) -> rx.Component:
    return rx.el.div(
        kit.stat(number, words, sign=kit.icon(sign, size=24)),
        when(change, rx.el.p(change, class_name="soft tiny")),
    )


def steps_list(shown: rx.Var[Any]) -> rx.Component:
    """Skills that improved, from where to where; nothing when there are none."""
    steps = shown.to(list[StepView])
    return rx.cond(
        steps.length() > 0,
        rx.el.ul(rx.foreach(steps, _step), class_name="stack-tight"),
    )


def _step(step: rx.Var[Any]) -> rx.Component:
    told = cast("ObjectVar[StepView]", step.to(StepView))
    return rx.el.li(
        rx.el.span(kit.icon("arrow-up", size=20), class_name="went-right", aria_hidden="true"),
        rx.el.span(told.name),
        rx.el.span(
            kit.visually_hidden("improved from "),
            told.before,
            kit.icon("arrow-right", size=16),
            kit.visually_hidden(" to "),
            rx.el.strong(told.after),
            class_name="soft small row",
        ),
        class_name="row wrap",
    )


def show_card(shown: rx.Var[Any], *, on_invite: Deed, opener: str) -> rx.Component:
    """The picture as others would see it, what goes with it, and the way to send both.

    Args:
        shown: a `ProudView`.
        opener: the id of the button, to which the focus returns.
    """
    proud = cast("ObjectVar[ProudView]", shown.to(ProudView))
    return rx.cond(
        proud.may_share,
        kit.card(
            rx.el.h2("Show it to another parent"),
            progress_card(proud.card, proud.alt),
            rx.cond(
                proud.shows_name,
                rx.el.p(
                    "The card shows the first name and nothing else about your child.",
                    class_name="soft small",
                ),
                rx.el.p(
                    "The card names nobody. You can let it show the first name: ",
                    kit.link("what others may see", href="/family/" + proud.child_id.to(str)),
                    class_name="soft small",
                ),
            ),
            kit.button("Invite a parent", icon="send", size="wide", id=opener, on_click=on_invite),
            rx.el.p(
                "When a family you invited has finished their first test, you get a class pass.",
                class_name="soft small",
            ),
        ),
        kit.card(
            rx.el.h2("Show it to another parent"),
            rx.el.p("There is nothing to show yet: the card comes with the first practice."),
            flat=True,
        ),
    )


def progress_card(address: Words, alt: Words) -> rx.Component:
    """The picture that goes along with the link."""
    return rx.el.img(
        src=address,
        alt=alt,
        loading="lazy",
        class_name="share-card",
        custom_attrs={"width": 1200, "height": 630},
    )


def passes_tile(shown: rx.Var[Any]) -> rx.Component:
    """How many class passes there are, and where to use them."""
    proud = cast("ObjectVar[ProudView]", shown.to(ProudView))
    return kit.tile(
        "Class passes",
        proud.passes_words,
        sign="ticket",
        href=routes.PASSES,
    )


def invited_week(shown: rx.Var[Any]) -> rx.Component:
    """What a friend's child achieved, for another parent.

    Args:
        shown: an `InvitedView`.
    """
    invited = cast("ObjectVar[InvitedView]", shown.to(InvitedView))
    return kit.card(
        progress_card(invited.card, invited.alt),
        steps_list(invited.steps),
    )


def families_list(families: rx.Var[Any]) -> rx.Component:
    """What became of the parents somebody brought; nothing when there are none."""
    shown = families.to(list[PassView])
    return rx.cond(
        shown.length() > 0,
        kit.card(
            rx.el.h2("Families you brought"),
            rx.el.ul(rx.foreach(shown, _family), class_name="stack-tight"),
        ),
    )


def _family(one: rx.Var[Any]) -> rx.Component:
    told = cast("ObjectVar[PassView]", one.to(PassView))
    return rx.el.li(
        rx.el.span(told.words),
        rx.cond(told.is_waiting, kit.pill("On its way", tone="honey")),
        class_name="row",
    )
