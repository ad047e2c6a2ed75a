"""Invitations as they happen, for the staff: what was sent, opened, joined and rewarded."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.attribution import filters, steps, tallies
from vel_tutor.components.bank_page import blank
from vel_tutor.pages import frame
from vel_tutor.state.attribution import AttributionState


def attribution() -> rx.Component:
    return frame.staff(
        rx.cond(
            AttributionState.problem != "",
            rx.fragment(
                rx.el.h1("Invitations"),
                blank(
                    AttributionState.problem,
                    kit.button(
                        "Try again",
                        kind="quiet",
                        icon="rotate-cw",
                        on_click=AttributionState.begin,
                    ),
                    sign="circle-alert",
                    role="alert",
                ),
            ),
            kit.ready(
                AttributionState.loaded,
                _stream(),
                kit.skeleton("title"),
                kit.skeleton("tile", 6),
            ),
        ),
        here=routes.ATTRIBUTION,
    )


def _stream() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h1("Invitations"),
            rx.cond(
                AttributionState.is_first,
                kit.pill(kit.icon("radio", size=16), "Live", tone="sky"),
            ),
            class_name="row",
        ),
        filters(AttributionState.loop, AttributionState.days, on_submit=AttributionState.filter),
        rx.cond(
            AttributionState.link != "",
            rx.el.p(
                "Only link ",
                rx.el.span(AttributionState.link.to(str)[:8], class_name="tabular"),
                ". ",
                kit.link("Show all", href=routes.ATTRIBUTION),
            ),
        ),
        tallies(AttributionState.stream),
        steps(AttributionState.stream, link=AttributionState.link, everything=routes.ATTRIBUTION),
        rx.el.nav(
            rx.cond(
                ~AttributionState.is_first,
                kit.link_button(
                    "Latest",
                    href=AttributionState.first_url,
                    kind="quiet",
                    size="small",
                    icon="chevron-first",
                ),
            ),
            rx.cond(
                AttributionState.stream.after != "",
                kit.link_button(
                    "Earlier",
                    href=AttributionState.next_url,
                    kind="quiet",
                    size="small",
                    icon="chevron-right",
                ),
            ),
            class_name="row",
            aria_label="Pages",
        ),
        class_name="stack",
    )


PAGES = (
    frame.Page(
        draw=attribution,
        route=routes.ATTRIBUTION,
        title="Invitations - vel_tutor",
        on_load=(*frame.ARRIVING_STAFF, AttributionState.begin),
    ),
)
