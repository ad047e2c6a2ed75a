"""The page behind a challenge link: play first, everything else afterwards."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import challenge_game as parts
from vel_tutor.pages import frame, link_deck
from vel_tutor.state.challenge import GameState


def challenge() -> rx.Component:
    state, game, code = GameState, GameState.game, GameState.code
    return link_deck.page(
        state,
        ("invited", parts.invited(game, on_play=state.play, on_level=state.choose_level)),
        (
            "done",
            parts.compared(
                game,
                code,
                on_again=state.play,
                on_back=state.challenge_back,
                on_rematch=state.rematch,
            ),
        ),
        ("full", parts.full(code)),
        ("own", parts.own(game)),
        last="See who wins",
        above=(
            rx.cond(game.is_study, rx.fragment(), parts.to_beat(game)),
            rx.cond(game.worth_keeping & ~state.verdict.shown, parts.worth_keeping(code)),
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
