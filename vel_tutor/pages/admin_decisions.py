"""What the advisers said, for the staff: each answer with its reason, and how fast they are."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.bank_page import blank
from vel_tutor.components.decisions import decisions, filters, pace, paging
from vel_tutor.pages import frame
from vel_tutor.state.decisions import DecisionsState


def admin_decisions() -> rx.Component:
    return frame.staff(
        rx.el.h1("Advice"),
        rx.cond(
            DecisionsState.problem != "",
            blank(
                DecisionsState.problem,
                kit.button(
                    "Try again", kind="quiet", icon="rotate-cw", on_click=DecisionsState.begin
                ),
                sign="circle-alert",
                role="alert",
            ),
            kit.ready(
                DecisionsState.loaded,
                _log(),
                kit.skeleton("title"),
                kit.skeleton("tile", 6),
            ),
        ),
        here=routes.ADMIN_DECISIONS,
    )


def _log() -> rx.Component:
    return rx.el.div(
        pace(DecisionsState.log),
        rx.el.h2("Answers"),
        filters(
            DecisionsState.agent,
            DecisionsState.answer,
            DecisionsState.only_lapses,
            on_submit=DecisionsState.look_for,
        ),
        decisions(
            DecisionsState.log,
            is_filtered=DecisionsState.is_filtered,
            everything=routes.ADMIN_DECISIONS,
        ),
        paging(
            DecisionsState.log,
            is_first=DecisionsState.is_first,
            first_url=routes.ADMIN_DECISIONS,
            next_url=DecisionsState.next_url,
        ),
        class_name="stack",
    )


PAGES = (
    frame.Page(
        draw=admin_decisions,
        route=routes.ADMIN_DECISIONS,
        title="Advice - vel_tutor",
        on_load=(*frame.ARRIVING_STAFF, DecisionsState.begin),
    ),
)
