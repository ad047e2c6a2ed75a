"""A student's XP: the level, the last month, and every cause."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components import xp as parts
from vel_tutor.pages import frame
from vel_tutor.state.xp import XpState


def xp() -> rx.Component:
    return frame.student(
        rx.el.h1("Your XP"),
        kit.ready(
            XpState.loaded,
            rx.cond(
                XpState.trouble,
                kit.error_state(XpState.trouble, on_retry=XpState.look),
                _full(),
            ),
            *parts.bones(),
        ),
        here=routes.SETTINGS,
    )


def _full() -> rx.Component:
    return rx.el.div(
        parts.summary(XpState.xp),
        parts.chart(XpState.xp),
        parts.history(
            XpState.days,
            XpState.side,
            XpState.older,
            on_choose=XpState.choose,
            on_more=XpState.more,
        ),
        parts.levels(XpState.xp),
        parts.how_it_works(),
        class_name="stack-day",
    )


PAGES = (
    frame.Page(
        draw=xp,
        route=routes.XP,
        title="Your XP - vel_tutor",
        on_load=(*frame.ARRIVING, XpState.begin),
    ),
)
