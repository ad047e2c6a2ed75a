"""The page behind the link of a badge: five questions first, everything else afterwards."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import badge_try as parts
from vel_tutor.pages import frame, link_deck
from vel_tutor.state.badge_try import BadgeTryState


def badge_try() -> rx.Component:
    state, tried, code = BadgeTryState, BadgeTryState.game, BadgeTryState.code
    return link_deck.page(
        state,
        ("invited", parts.invited(tried, on_play=state.play, on_level=state.choose_level)),
        ("done", parts.tried_it(tried, code)),
        ("full", parts.full(tried, code)),
        ("own", parts.own()),
        last="See how far",
    )


PAGES = (
    frame.Page(
        draw=badge_try,
        route=routes.BADGE_TRY,
        title="A badge to try - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, BadgeTryState.arrive),
    ),
)
