"""One adaptive test, one question at a time."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import diagnostic_sitting as parts
from vel_tutor.components import kit
from vel_tutor.components.question import asked_in_a_test
from vel_tutor.components.react.presence import turns_away
from vel_tutor.pages import frame
from vel_tutor.state.diagnostics import SittingState
from vel_tutor.state.learning import NowState
from vel_tutor.state.presence import PresenceState


def diagnostic() -> rx.Component:
    sitting = SittingState.sitting
    return frame.focus(
        rx.match(
            sitting.stage,
            ("intro", parts.intro(sitting, on_begin=SittingState.begin_part)),
            ("asking", _asking()),
            ("paused", parts.paused(sitting, on_go_on=SittingState.go_on)),
            ("resting", parts.resting(on_go_on=SittingState.go_on)),
            ("short", parts.short(sitting, on_begin=SittingState.begin_part)),
            ("ready", parts.finished(sitting, on_submit=SittingState.submit)),
            ("analysing", parts.analysing(on_look=SittingState.look)),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 4)),
        ),
        turns_away(PresenceState.look_away),
        close=routes.DIAGNOSTIC,
        top=(
            kit.progress(sitting.percent.to(int), label="Questions answered"),
            rx.cond(
                sitting.stage == "asking",
                rx.fragment(
                    parts.counter(sitting),
                    parts.countdown(sitting, on_minute=SittingState.look),
                    kit.icon_button("pause", "Pause", on_click=SittingState.pause),
                ),
            ),
        ),
    )


def _asking() -> rx.Component:
    question, sitting = SittingState.question, SittingState.sitting
    return rx.fragment(
        rx.cond(
            sitting.whose,
            rx.el.p(sitting.title, " for ", sitting.whose, class_name="soft small"),
        ),
        kit.announcement(sitting.warning),
        asked_in_a_test(
            question,
            sitting.problem,
            on_submit=SittingState.answer,
            help_row=kit.button(
                "I don't know",
                kind="bare",
                size="small",
                icon="circle-help",
                on_click=SittingState.pass_over(question.position),
            ),
            action="Next",
        ),
    )


PAGES = (
    frame.Page(
        draw=diagnostic,
        route=routes.DIAGNOSTIC_TEST,
        title="Test - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, SittingState.begin, NowState.at_test),
    ),
)
