"""What a diagnostic came to, and what to do with it."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import findings, kit
from vel_tutor.pages import frame
from vel_tutor.state.findings import FindingsState


def diagnostic_results() -> rx.Component:
    results = FindingsState.results
    return frame.student(
        kit.ready(
            results.test_id != "",
            rx.el.div(
                findings.verdict(results),
                findings.low_effort(results),
                findings.next_steps(results),
                findings.skill_map(results, FindingsState.narrow_map, FindingsState.wide_map),
                findings.areas(results),
                findings.strengths(results),
                findings.other_ways(),
                findings.about_scores(results),
                class_name="stack-wide",
            ),
            kit.skeleton("ring"),
            kit.skeleton("tile", 4),
        ),
        here=routes.PRACTICE,
    )
