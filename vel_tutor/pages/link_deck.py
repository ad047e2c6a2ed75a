"""The pages behind links with a deck to play: play first, everything else afterwards."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components import link_deck as parts
from vel_tutor.components.kit.words import Child
from vel_tutor.components.question import help_with, question_form, verdict_sheet
from vel_tutor.components.react.presence import turns_away
from vel_tutor.pages import frame
from vel_tutor.state.playing import Playing
from vel_tutor.state.presence import PresenceState


def page(
    state: type[Playing],
    *stages: tuple[str, rx.Component],
    last: str,
    above: tuple[Child, ...] = (),
) -> rx.Component:
    """The page of one loop.

    Args:
        stages: what the loop shows at each `GameStage` but `playing` and `closed`.
        last: what the button says after the last question.
        above: what stands above each question.
    """
    return frame.focus(
        rx.match(
            state.game.stage,
            ("playing", _playing(state, last, above)),
            *stages,
            ("closed", parts.closed(state.game)),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 4)),
        ),
        turns_away(PresenceState.look_away),
        close=routes.HOME,
        top=(
            rx.cond(
                state.game.stage == "playing",
                parts.how_far(state.progress, state.deck, state.question, state.verdict),
            ),
        ),
    )


def _playing(state: type[Playing], last: str, above: tuple[Child, ...]) -> rx.Component:
    return rx.fragment(
        *above,
        question_form(
            state.question,
            state.verdict,
            state.game.feedback,
            on_submit=state.answer,
            help_row=help_with(state.question, on_hint=state.hint, on_reveal=state.reveal),
        ),
        verdict_sheet(
            state.verdict,
            action=rx.cond(state.answered == state.deck.size, last, "Continue"),
            on_continue=state.go_on,
        ),
    )
