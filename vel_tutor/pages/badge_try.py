"""The page behind the link of a badge: five questions first, everything else afterwards."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import badge_try as parts
from vel_tutor.components import kit
from vel_tutor.components.question import help_with, question_form, stopwatch, verdict_sheet
from vel_tutor.pages import frame
from vel_tutor.state.badge_try import BadgeTryState


def badge_try() -> rx.Component:
    tried, code = BadgeTryState.tried, BadgeTryState.code
    return frame.focus(
        rx.match(
            tried.stage,
            (
                "invited",
                parts.invited(
                    tried, on_play=BadgeTryState.play, on_level=BadgeTryState.choose_level
                ),
            ),
            ("playing", _playing()),
            ("done", parts.tried_it(tried, code)),
            ("full", parts.full(tried, code)),
            ("own", parts.own()),
            ("closed", parts.closed(tried)),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 4)),
        ),
        close=routes.HOME,
        top=(
            rx.cond(
                tried.stage == "playing",
                rx.fragment(
                    kit.progress(BadgeTryState.progress.to(int), label="Questions answered"),
                    rx.el.span(
                        kit.visually_hidden("Question "),
                        BadgeTryState.question.number,
                        " / ",
                        BadgeTryState.deck.size,
                        class_name="small tabular counter",
                    ),
                    stopwatch(BadgeTryState.question, is_stopped=BadgeTryState.verdict.shown),
                ),
            ),
        ),
    )


def _playing() -> rx.Component:
    question, verdict = BadgeTryState.question, BadgeTryState.verdict
    return rx.fragment(
        question_form(
            question,
            verdict,
            BadgeTryState.tried.feedback,
            on_submit=BadgeTryState.answer,
            help_row=help_with(
                question, on_hint=BadgeTryState.hint, on_reveal=BadgeTryState.reveal
            ),
        ),
        verdict_sheet(
            verdict,
            action=rx.cond(
                BadgeTryState.answered == BadgeTryState.deck.size, "See how far", "Continue"
            ),
            on_continue=BadgeTryState.go_on,
        ),
    )


PAGES = (
    frame.Page(
        draw=badge_try,
        route=routes.BADGE_TRY,
        title="A badge to try - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, BadgeTryState.arrive),
    ),
)
