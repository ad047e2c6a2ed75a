"""How a deck went, and what to do with it."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.rally import mini_board
from vel_tutor.components.results import (
    earned,
    every_question,
    score,
    skill_levels,
    what_next,
)
from vel_tutor.components.share import (
    card_preview,
    challenge_prompt,
    share_dialog,
    share_ways,
)
from vel_tutor.pages import frame
from vel_tutor.state.presence import PresenceState
from vel_tutor.state.rally import RallyState
from vel_tutor.state.results import ResultsState
from vel_tutor.state.share import ShareState


def practice_results() -> rx.Component:
    results = ResultsState.results
    return frame.student(
        kit.ready(
            results.session_id != "",
            rx.el.div(
                score(results),
                what_next(results, on_again=ResultsState.again, share=_challenge()),
                mini_board(
                    RallyState.board, crowd=PresenceState.crowd, on_invite=RallyState.invite
                ),
                earned(results),
                skill_levels(results),
                every_question(results),
                class_name="stack-wide",
            ),
            kit.skeleton("ring"),
            kit.skeleton("tile", 4),
        ),
        here=routes.PRACTICE,
    )


def _challenge() -> rx.Component:
    results = ResultsState.results
    return rx.fragment(
        challenge_prompt(
            results.percent.to(int),
            is_offered=ShareState.may_invite,
            on_challenge=ShareState.challenge,
            card=card_preview("/cards/" + results.session_id.to(str) + ".png"),
        ),
        share_dialog(
            share_ways(ShareState.share, has_qr=ShareState.has_qr, on_share=ShareState.shared),
            is_open=ShareState.is_open,
            on_change=ShareState.close,
            page=ShareState.page,
        ),
    )


PAGES = (
    frame.Page(
        draw=practice_results,
        route=routes.PRACTICE_RESULTS,
        title="Results - vel_tutor",
        on_load=(
            *frame.ARRIVING,
            ResultsState.begin,
            RallyState.begin_beside_results,
            ShareState.offer,
            ShareState.unfold,
        ),
    ),
)
