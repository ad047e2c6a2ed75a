"""How a deck went, and what to do with it."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.results import earned, every_question, score, what_next
from vel_tutor.pages import frame
from vel_tutor.state.results import ResultsState


def practice_results() -> rx.Component:
    results = ResultsState.results
    return frame.student(
        kit.ready(
            results.session_id != "",
            rx.el.div(
                score(results),
                what_next(results, on_again=ResultsState.again, share=rx.fragment()),
                earned(results),
                every_question(results),
                class_name="stack-wide",
            ),
            kit.skeleton("ring"),
            kit.skeleton("tile", 4),
        ),
        here=routes.PRACTICE,
    )
