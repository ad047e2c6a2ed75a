"""A student's streak, day by day: what counted, what a shield kept, and days off."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit, streak
from vel_tutor.pages import frame
from vel_tutor.state.streak import StreakState

DIARY = StreakState.diary


def streak_page() -> rx.Component:
    return frame.student(
        rx.el.h1("Your streak"),
        kit.ready(StreakState.loaded, _full(), *streak.bones()),
        here=routes.TODAY,
    )


def _full() -> rx.Component:
    return rx.el.div(
        streak.summary(DIARY),
        streak.offer(DIARY, StreakState.restart),
        streak.month(DIARY),
        streak.log(DIARY),
        streak.shields(DIARY),
        streak.pauses(
            DIARY, StreakState.problem, on_pause=StreakState.pause, on_end=StreakState.end_pause
        ),
        streak.how_it_works(),
        class_name="stack-day",
    )


PAGES = (
    frame.Page(
        draw=streak_page,
        route=routes.STREAK,
        title="Your streak - vel_tutor",
        on_load=(*frame.ARRIVING, StreakState.begin),
    ),
)
