"""The page behind a rally link: six questions first, everything else afterwards."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components import rally_quiz as parts
from vel_tutor.components.question import help_with, question_form, stopwatch, verdict_sheet
from vel_tutor.components.react.presence import turns_away
from vel_tutor.pages import frame
from vel_tutor.state.presence import PresenceState
from vel_tutor.state.rally_quiz import RallyQuizState


def rally_quiz() -> rx.Component:
    quiz, code = RallyQuizState.quiz, RallyQuizState.code
    return frame.focus(
        rx.match(
            quiz.stage,
            (
                "invited",
                parts.invited(
                    quiz, on_play=RallyQuizState.play, on_level=RallyQuizState.choose_level
                ),
            ),
            ("playing", _playing()),
            ("done", parts.placed(quiz, code)),
            ("full", parts.full(code)),
            ("own", parts.own(quiz)),
            ("closed", parts.closed(quiz)),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 4)),
        ),
        turns_away(PresenceState.look_away),
        close=routes.HOME,
        top=(
            rx.cond(
                quiz.stage == "playing",
                rx.fragment(
                    kit.progress(RallyQuizState.progress.to(int), label="Questions answered"),
                    rx.el.span(
                        kit.visually_hidden("Question "),
                        RallyQuizState.question.number,
                        " / ",
                        RallyQuizState.deck.size,
                        class_name="small tabular counter",
                    ),
                    stopwatch(RallyQuizState.question, is_stopped=RallyQuizState.verdict.shown),
                ),
            ),
        ),
    )


def _playing() -> rx.Component:
    question, verdict = RallyQuizState.question, RallyQuizState.verdict
    return rx.fragment(
        question_form(
            question,
            verdict,
            RallyQuizState.quiz.feedback,
            on_submit=RallyQuizState.answer,
            help_row=help_with(
                question, on_hint=RallyQuizState.hint, on_reveal=RallyQuizState.reveal
            ),
        ),
        verdict_sheet(
            verdict,
            action=rx.cond(
                RallyQuizState.answered == RallyQuizState.deck.size, "See my place", "Continue"
            ),
            on_continue=RallyQuizState.go_on,
        ),
    )


PAGES = (
    frame.Page(
        draw=rally_quiz,
        route=routes.RALLY_QUIZ,
        title="Rally - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, RallyQuizState.arrive),
    ),
)
