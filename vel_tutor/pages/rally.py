"""The board of the week."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import rally as parts
from vel_tutor.components.boards import scope_tabs
from vel_tutor.components.react.presence import turns_away
from vel_tutor.components.share import share_dialog, share_ways
from vel_tutor.pages import frame
from vel_tutor.state.presence import PresenceState
from vel_tutor.state.rally import RallyState
from vel_tutor.state.share import ShareState


def rally() -> rx.Component:
    board = RallyState.board
    return frame.student(
        rx.el.h1("This week's rally"),
        scope_tabs(""),
        parts.subject_tabs(board),
        parts.board_page(board, crowd=PresenceState.crowd, on_invite=RallyState.invite),
        share_dialog(
            share_ways(ShareState.share, has_qr=ShareState.has_qr, on_share=ShareState.shared),
            is_open=ShareState.is_open,
            on_change=ShareState.close,
            page=ShareState.page,
            opener="",
        ),
        turns_away(PresenceState.look_away),
        here=routes.LEADERBOARD_WEEKLY,
        is_busy=True,
    )


PAGES = (
    frame.Page(
        draw=rally,
        route=routes.RALLY,
        title="Rally - vel_tutor",
        on_load=(*frame.ARRIVING, ShareState.offer, RallyState.begin),
    ),
)
