"""The page behind a rally link: six questions first, everything else afterwards."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import rally_quiz as parts
from vel_tutor.pages import frame, link_deck
from vel_tutor.state.rally_quiz import RallyQuizState


def rally_quiz() -> rx.Component:
    state, quiz, code = RallyQuizState, RallyQuizState.game, RallyQuizState.code
    return link_deck.page(
        state,
        ("invited", parts.invited(quiz, on_play=state.play, on_level=state.choose_level)),
        ("done", parts.placed(quiz, code)),
        ("full", parts.full(code)),
        ("own", parts.own(quiz)),
        last="See my place",
    )


PAGES = (
    frame.Page(
        draw=rally_quiz,
        route=routes.RALLY_QUIZ,
        title="Rally - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, RallyQuizState.arrive),
    ),
)
