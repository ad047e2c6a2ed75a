"""The page behind a challenge link: play first, everything else afterwards."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import challenge as parts
from vel_tutor.components import kit
from vel_tutor.components.question import help_with, question_form, stopwatch, verdict_sheet
from vel_tutor.components.react.presence import turns_away
from vel_tutor.pages import frame
from vel_tutor.state.challenge import GameState
from vel_tutor.state.presence import PresenceState

TITLE = "Challenge - vel_tutor"


def challenge() -> rx.Component:
    game, code = GameState.game, GameState.code
    return frame.focus(
        rx.match(
            game.stage,
            (
                "invited",
                parts.invited(game, on_play=GameState.play, on_level=GameState.choose_level),
            ),
            ("playing", _playing()),
            (
                "done",
                parts.compared(
                    game,
                    code,
                    on_again=GameState.play,
                    on_back=GameState.challenge_back,
                    on_rematch=GameState.rematch,
                ),
            ),
            ("full", parts.full(game, code)),
            ("own", parts.own(game)),
            ("closed", parts.closed(game)),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 4)),
        ),
        turns_away(PresenceState.look_away),
        close=routes.HOME,
        top=(
            rx.cond(
                game.stage == "playing",
                rx.fragment(
                    kit.progress(GameState.progress.to(int), label="Questions answered"),
                    rx.el.span(
                        kit.visually_hidden("Question "),
                        GameState.question.number,
                        " / ",
                        GameState.deck.size,
                        class_name="small tabular counter",
                    ),
                    stopwatch(GameState.question, is_stopped=GameState.verdict.shown),
                ),
            ),
        ),
    )


def _playing() -> rx.Component:
    game, question, verdict = GameState.game, GameState.question, GameState.verdict
    return rx.fragment(
        rx.cond(
            game.is_study,
            rx.fragment(),
            rx.el.p(
                kit.icon("swords", size=18),
                rx.el.span(rx.el.strong(game.to_beat, "%"), " to beat"),
                class_name="row small soft to-beat",
            ),
        ),
        rx.cond(game.worth_keeping & ~verdict.shown, parts.worth_keeping(GameState.code)),
        question_form(
            question,
            verdict,
            game.feedback,
            on_submit=GameState.answer,
            help_row=help_with(question, on_hint=GameState.hint, on_reveal=GameState.reveal),
        ),
        verdict_sheet(
            verdict,
            action=rx.cond(GameState.answered == GameState.deck.size, "See who wins", "Continue"),
            on_continue=GameState.go_on,
        ),
    )


PAGES = (
    frame.Page(
        draw=challenge,
        route=routes.CHALLENGE,
        title="Challenge - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, GameState.arrive),
    ),
)
