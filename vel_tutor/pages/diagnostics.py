"""Adaptive tests: choosing one, those that wait, those that were."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import diagnostic_choosing as parts
from vel_tutor.components import kit
from vel_tutor.pages import frame
from vel_tutor.state.diagnostics import DiagnosticsState


def diagnostics() -> rx.Component:
    return frame.student(
        rx.el.h1("Where are you?"),
        kit.ready(
            DiagnosticsState.loaded,
            rx.el.div(
                parts.open_tests(DiagnosticsState.waiting, on_drop=DiagnosticsState.drop),
                rx.cond(
                    DiagnosticsState.asks_age,
                    parts.age_asked(
                        DiagnosticsState.problem, on_answer=DiagnosticsState.answer_age
                    ),
                    rx.cond(DiagnosticsState.may_choose, _choice(), parts.no_child_yet()),
                ),
                parts.past_tests(DiagnosticsState.past),
                class_name="stack-wide",
            ),
            kit.skeleton("line", 2),
            kit.skeleton("tile", 3),
        ),
        here=routes.PRACTICE,
        is_busy=True,
    )


def _choice() -> rx.Component:
    return rx.fragment(
        parts.what_it_is(),
        parts.choose_form(
            parts.Offer(
                subject=DiagnosticsState.subject,
                grade=DiagnosticsState.grade,
                takers=DiagnosticsState.takers,
            ),
            on_start=DiagnosticsState.start,
        ),
    )


PAGES = (
    frame.Page(
        draw=diagnostics,
        route=routes.DIAGNOSTIC,
        title="Where are you? - vel_tutor",
        on_load=(*frame.ARRIVING, DiagnosticsState.begin),
    ),
)
