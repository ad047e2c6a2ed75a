"""How growth goes, for the staff: who brings whom, who stays, how long it takes."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.bank_page import blank
from vel_tutor.components.k_factor import alerts, filters, headline, simulated
from vel_tutor.components.k_factor_sections import sections
from vel_tutor.pages import frame
from vel_tutor.state.k_factor import KFactorState

SCREEN = KFactorState.screen


def k_factor() -> rx.Component:
    return frame.staff(
        rx.el.h1("K-factor"),
        rx.cond(
            KFactorState.problem != "",
            blank(
                KFactorState.problem,
                kit.button(
                    "Try again", kind="quiet", icon="rotate-cw", on_click=KFactorState.begin
                ),
                sign="circle-alert",
                role="alert",
            ),
            kit.ready(
                KFactorState.loaded, _figures(), kit.skeleton("title"), kit.skeleton("tile", 6)
            ),
        ),
        here=routes.K_FACTOR,
    )


def _figures() -> rx.Component:
    return rx.el.div(
        filters(KFactorState.choice, SCREEN, on_submit=KFactorState.filter),
        simulated(SCREEN),
        alerts(SCREEN),
        rx.cond(
            SCREEN.is_empty,
            blank(
                "Nobody has learned or invited anybody in these days, as far as is rolled up.",
                kit.link_button("Show the last 30 days", href=routes.K_FACTOR, kind="quiet"),
                sign="chart-line",
            ),
            rx.fragment(headline(SCREEN), sections(SCREEN, KFactorState.choice.query)),
        ),
        class_name="stack",
    )


PAGES = (
    frame.Page(
        draw=k_factor,
        route=routes.K_FACTOR,
        title="K-factor - vel_tutor",
        on_load=(*frame.ARRIVING_STAFF, KFactorState.begin),
    ),
)
