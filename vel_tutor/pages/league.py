"""The league of the week: up to thirty students, and who moves up or down."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import boards as parts
from vel_tutor.pages import frame
from vel_tutor.pages.leaderboard import ARRIVING, deeds, over
from vel_tutor.state.boards import BoardMenuState, BoardState
from vel_tutor.vocabulary import BoardScope


def league() -> rx.Component:
    view = BoardState.leaderboard
    return frame.student(
        rx.el.h1(rx.cond(view.scope == BoardScope.LEAGUE.value, view.title, "League")),
        parts.scope_tabs(routes.LEAGUE),
        rx.cond(
            view.scope == BoardScope.LEAGUE.value,
            rx.fragment(parts.tiers(view), parts.league_words()),
        ),
        parts.board_page(view, deeds(), scope=BoardScope.LEAGUE),
        parts.weeks(BoardMenuState.weeks),
        over(),
        here=routes.LEADERBOARD_WEEKLY,
    )


PAGES = (
    frame.Page(draw=league, route=routes.LEAGUE, title="League - vel_tutor", on_load=ARRIVING),
)
