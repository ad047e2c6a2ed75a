"""A streak as its owner reads it: the month, the log, shields, days off, and how it all works."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.domain.incentives.views import DayView, DiaryView, LineView, PauseView

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SIGNS = (
    ("practised", "check", "Practised"),
    ("shield", "shield", "Shield used"),
    ("travel", "plane", "Travel day"),
    ("pause", "moon", "Day off"),
    ("ended", "minus", "Streak ended"),
)
"""How each kind of day is drawn and called, beside its colour."""
RULES = (
    "Your day runs until 3 in the morning where you live. One practice, or all your flashcards of "
    "the day, makes it count.",
    "A shield is used by itself when you miss a day: the streak goes on, but that day does not "
    "count. You can hold two, and at most two are used in a week.",
    "Your third day in a row brings a first shield. More come from challenges and from saving a "
    "streak together with a friend.",
    "Travelling costs nothing: when a flight cuts a day short, that day is forgiven.",
    "Days off that you announce cost nothing either: up to 14 in any 90 days.",
    "After more than 30 days in a row you may start again at half, once, if a streak ends.",
)


def summary(diary: ObjectVar[DiaryView]) -> rx.Component:
    """The flame, how long, what today asks for, and the shields."""
    return kit.card(
        rx.el.div(
            rx.el.span(
                kit.flame_icon(size=64), class_name="flame", data_lit=diary.in_a_row.to(int) > 0
            ),
            rx.el.div(
                rx.el.p(
                    rx.el.strong(diary.in_a_row, class_name="tabular"),
                    rx.cond(diary.in_a_row == 1, " day in a row", " days in a row"),
                    class_name="streak-length",
                ),
                rx.el.p(diary.words, class_name="soft"),
                rx.cond(
                    diary.restored.to(int) > 0,
                    rx.el.p(
                        diary.restored, " of them were given back to you.", class_name="soft small"
                    ),
                ),
                class_name="tile-words",
            ),
            class_name="stat",
        ),
        rx.cond(
            diary.practised_today,
            rx.fragment(),
            kit.link_button("Practise now", href=routes.PRACTICE, icon="target"),
        ),
    )


def offer(diary: ObjectVar[DiaryView], on_restart: Deed) -> rx.Component:
    """Half of a long streak that ended, to be taken once; not there otherwise."""
    return rx.cond(
        diary.restart_days.to(int) > 0,
        kit.card(
            rx.el.div(
                vel("think", size=96),
                rx.el.div(
                    rx.el.h2("Go on at half"),
                    rx.el.p(
                        "A long streak of yours has ended. You can go on with ",
                        rx.el.strong(diary.restart_days, " days"),
                        ". It costs nothing, and you can do it once, within a week.",
                    ),
                    kit.button("Go on at half", on_click=on_restart, kind="mint"),
                    class_name="stack-tight",
                ),
                class_name="welcome",
            ),
        ),
    )


def month(diary: ObjectVar[DiaryView]) -> rx.Component:
    """One month as squares, and the way to those beside it."""
    return kit.card(
        rx.el.div(
            _beside(diary.previous, "chevron-left", "The month before"),
            rx.el.h2(diary.month, aria_live="polite"),
            _beside(diary.following, "chevron-right", "The month after"),
            class_name="row-spread",
        ),
        rx.el.div(
            *[rx.el.span(name) for name in WEEKDAYS], class_name="month-head", aria_hidden=True
        ),
        rx.el.ol(rx.foreach(diary.days, _square), class_name="month", aria_label="Days"),
        rx.el.ul(
            *[
                rx.el.li(
                    rx.el.span(kit.icon(sign, size=14), class_name="day-sign", data_kind=kind),
                    words,
                )
                for kind, sign, words in SIGNS
            ],
            class_name="month-key",
        ),
    )


def _beside(which: rx.Var[str], sign: str, label: str) -> rx.Component:
    return rx.cond(
        which,
        kit.icon_link(sign, label, href=f"{routes.STREAK}?month={which}"),
        rx.el.span(class_name="month-edge"),
    )


def _square(day: ObjectVar[DayView]) -> rx.Component:
    return rx.cond(
        day.number,
        rx.el.li(
            rx.el.span(day.number, aria_hidden=True, class_name="tabular"),
            rx.match(
                day.kind,
                *[(kind, kit.icon(sign, size=16)) for kind, sign, _ in SIGNS],
                rx.fragment(),
            ),
            kit.visually_hidden(day.words),
            class_name="day",
            data_kind=day.kind,
        ),
        rx.el.li(aria_hidden=True, class_name="day-blank"),
    )


def log(diary: ObjectVar[DiaryView]) -> rx.Component:
    """Every day of the month that needs a word of explanation."""
    return rx.cond(
        diary.log,
        kit.card(rx.el.h2("What happened this month"), _lines(diary.log)),
    )


def shields(diary: ObjectVar[DiaryView]) -> rx.Component:
    """How many are held, and how each came and went."""
    return kit.card(
        rx.el.div(
            rx.el.h2("Streak shields"),
            kit.pill(
                kit.shield_icon(size=18),
                rx.el.span(diary.shields, " of 2", class_name="tabular"),
                tone="grape",
            ),
            class_name="row-spread",
        ),
        rx.cond(
            diary.shield_log,
            _lines(diary.shield_log),
            rx.el.p("None yet. Your third day in a row brings the first one.", class_name="soft"),
        ),
    )


def _lines(lines: rx.Var[Any]) -> rx.Component:
    return rx.el.ul(
        rx.foreach(
            lines.to(list[LineView]),
            lambda line: rx.el.li(
                rx.el.span(line.when, class_name="soft small tabular"),
                rx.el.span(line.words),
                data_kind=line.kind,
            ),
        ),
        class_name="log",
    )


def pauses(
    diary: ObjectVar[DiaryView], problem: rx.Var[str], *, on_pause: Deed, on_end: Deed
) -> rx.Component:
    """Days off: those that are announced, and a form for more. `on_end(id)` calls one off."""
    return kit.card(
        rx.el.h2("Days off"),
        rx.el.p(
            "Ill, or on a trip? Days off that you announce do not end your streak. You have ",
            rx.el.strong(diary.pause_days_left, class_name="tabular"),
            rx.cond(diary.pause_days_left == 1, " day", " days"),
            " left.",
        ),
        rx.cond(
            diary.pauses,
            rx.el.ul(rx.foreach(diary.pauses, lambda one: _pause(one, on_end)), class_name="log"),
        ),
        kit.form(
            kit.form_error(problem),
            rx.el.div(
                _date("First day off", "first", diary),
                _date("Last day off", "last", diary),
                class_name="grid-2",
            ),
            kit.button("Announce these days off", submit=True, kind="quiet", icon="moon"),
            on_submit=on_pause,
        ),
    )


def _date(label: str, name: str, diary: ObjectVar[DiaryView]) -> rx.Component:
    return kit.field(
        label,
        rx.el.input(
            type="date",
            id=f"field-{name}",
            name=name,
            min=diary.today,
            required=True,
            class_name="input",
        ),
        name=name,
    )


def _pause(pause: ObjectVar[PauseView], on_end: Deed) -> rx.Component:
    return rx.el.li(
        rx.el.span(kit.icon("moon", size=18), " ", pause.words),
        kit.button("Call off", kind="bare", size="small", on_click=on_end(pause.id)),
        class_name="row-spread",
        key=pause.id,
    )


def how_it_works() -> rx.Component:
    """The rules, in the learner's words."""
    return rx.el.details(
        rx.el.summary(rx.el.h2("How streaks work")),
        rx.el.ul(*[rx.el.li(rule) for rule in RULES], class_name="rules"),
        class_name="card",
    )


def bones() -> tuple[rx.Component, ...]:
    """The shape of the page while it is on its way."""
    return kit.skeleton("title"), kit.skeleton("tile", 2), kit.skeleton("tile")
