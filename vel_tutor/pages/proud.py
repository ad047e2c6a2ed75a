"""A child's week for the parent: what improved, and the card to show to other parents."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components import proud as parts
from vel_tutor.components.share import share_ways
from vel_tutor.pages import frame
from vel_tutor.state.proud import ProudState
from vel_tutor.state.share import ShareState

OPENER = "invite-a-parent"


def proud() -> rx.Component:
    shown = ProudState.proud
    return frame.student(
        kit.ready(shown.child_id != "", _week(), kit.skeleton("title"), kit.skeleton("tile", 3)),
        here=routes.FAMILY,
        is_busy=True,
    )


def _week() -> rx.Component:
    shown = ProudState.proud
    return rx.el.div(
        rx.el.h1(rx.el.span(shown.name), "'s week"),
        kit.segmented(
            (("last", "Last week"), ("this", "This week so far")),
            name="week",
            legend="Which week",
            value=rx.cond(shown.is_last, "last", "this"),
            on_change=ProudState.choose,
        ),
        parts.week_card(shown.week),
        parts.show_card(shown, on_invite=ProudState.invite, opener=OPENER),
        parts.passes_tile(shown),
        kit.dialog(
            share_ways(
                ProudState.share,
                has_qr=ShareState.has_qr,
                on_share=ShareState.shared,
                with_facebook=True,
            ),
            title="Invite a parent",
            words="Send it to somebody you know. They see what it says here, and the card.",
            is_open=ProudState.is_open,
            on_change=ProudState.close,
            opener=OPENER,
        ),
        class_name="stack-wide",
    )


PAGES = (
    frame.Page(
        draw=proud,
        route=routes.PROUD,
        title="Your child's week - vel_tutor",
        on_load=(*frame.ARRIVING, ProudState.begin),
    ),
)
