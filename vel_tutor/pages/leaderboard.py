"""Leaderboards: of the week, of a subject, of a class or room, and of all time."""

from collections.abc import Callable

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import boards as parts
from vel_tutor.components.share import share_dialog, share_ways
from vel_tutor.pages import frame
from vel_tutor.state.boards import BoardMenuState, BoardState
from vel_tutor.state.share import ShareState
from vel_tutor.vocabulary import BoardScope, Subject


def deeds() -> parts.Deeds:
    return parts.Deeds(
        on_top=BoardState.show_top,
        on_more=BoardState.show_more,
        on_me=BoardState.show_me,
        on_invite=BoardMenuState.invite,
        on_leave=BoardMenuState.ask(True),
        on_come_back=BoardMenuState.come_back,
        on_minute=BoardState.look,
    )


def over() -> rx.Component:
    return rx.fragment(
        share_dialog(
            share_ways(ShareState.share, has_qr=ShareState.has_qr, on_share=ShareState.shared),
            is_open=ShareState.is_open,
            on_change=ShareState.close,
            page=ShareState.page,
            opener="",
        ),
        parts.leave_dialog(
            is_open=BoardMenuState.is_asked,
            on_change=BoardMenuState.ask,
            on_leave=BoardMenuState.leave,
        ),
    )


def leaderboard(scope: BoardScope, here: str) -> Callable[[], rx.Component]:
    def draw() -> rx.Component:
        view = BoardState.leaderboard
        return frame.student(
            rx.el.h1(
                rx.cond((view.scope == scope.value) & (view.title != ""), view.title, "Boards")
            ),
            parts.scope_tabs(here),
            parts.subject_tabs(view),
            parts.way_back(view, scope),
            parts.board_page(view, deeds(), scope=scope),
            parts.weeks(BoardMenuState.weeks),
            over(),
            here=routes.LEADERBOARD_WEEKLY,
        )

    return draw


ARRIVING = (*frame.ARRIVING, ShareState.offer, BoardMenuState.begin, BoardState.begin)

PAGES = tuple(
    frame.Page(draw=leaderboard(scope, here), route=route, title=title, on_load=ARRIVING)
    for scope, route, here, title in (
        (
            BoardScope.WEEKLY,
            routes.LEADERBOARD_WEEKLY,
            routes.LEADERBOARD_WEEKLY,
            "This week - vel_tutor",
        ),
        (
            BoardScope.GLOBAL,
            routes.LEADERBOARD_GLOBAL,
            routes.LEADERBOARD_GLOBAL,
            "All time - vel_tutor",
        ),
        (
            BoardScope.SUBJECT,
            routes.LEADERBOARD_SUBJECT,
            routes.leaderboard_subject(Subject.MATH),
            "Subjects - vel_tutor",
        ),
        (BoardScope.COHORT, routes.LEADERBOARD_COHORT, "", "Class board - vel_tutor"),
    )
)
