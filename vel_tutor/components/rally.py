"""Boards of the week: the places, who is around, and inviting friends to them."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit, ranking
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.loops.rally.views import BoardView, PlaceView

Board = ObjectVar[BoardView]


def subject_tabs(board: Board) -> rx.Component:
    """The boards of the three subjects; the one on show is marked."""
    return ranking.subjects(board.subject.to(str), routes.rally)


def board_page(board: Board, *, crowd: rx.Var[str], on_invite: Deed) -> rx.Component:
    """Everything there is to see of one board."""
    return rx.fragment(
        rx.match(
            board.stage,
            ("shut", ranking.shut(kit.link_button("Practise", href=routes.PRACTICE))),
            ("no_grade", ranking.no_grade()),
            ("few", rx.fragment(_heading(board, crowd), _few(board, on_invite))),
            (
                "full",
                rx.fragment(
                    _heading(board, crowd),
                    places(board),
                    _invite(board, on_invite),
                    _how(board),
                ),
            ),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 5)),
        )
    )


def mini_board(board: Board, *, crowd: rx.Var[str], on_invite: Deed) -> rx.Component:
    """The board beside results; for people without one it is not there at all."""
    climb = rx.cond(board.may_invite, "! Invite friends to climb the board", "")
    few = kit.card(
        rx.el.h2("This week's rally"),
        _headline(board, crowd),
        rx.el.p(rx.el.strong(board.headline), ". ", board.advice),
        _button(board, on_invite),
        id="rally",
    )
    full = kit.card(
        rx.el.h2(board.headline, climb),
        _headline(board, crowd),
        places(board),
        _button(board, on_invite),
        kit.link("See the whole board", href=_page(board)),
        id="rally",
    )
    return rx.fragment(rx.match(board.stage, ("few", few), ("full", full), rx.fragment()))


def _page(board: Board) -> rx.Var[str]:
    return rx.Var.create(routes.RALLY + "?subject=") + board.subject.to(str)


def _heading(board: Board, crowd: rx.Var[str]) -> rx.Component:
    return rx.el.div(
        rx.el.h2(board.headline),
        _headline(board, crowd),
        rx.el.p(board.advice, class_name="soft"),
        class_name="stack-tight",
    )


def _headline(board: Board, crowd: rx.Var[str]) -> rx.Component:
    """Which board it is, and who is at it right now."""
    return rx.el.div(
        rx.el.p(board.title, class_name="soft small"),
        rx.cond(
            crowd != "",
            kit.pill(kit.icon("radio", size=16), rx.el.span(crowd, " practising now"), tone="sky"),
        ),
        kit.announcement(
            rx.cond(board.newcomer != "", "New challenger joined: " + board.newcomer.to(str), "")
        ),
        class_name="row-spread",
    )


def places(board: Board) -> rx.Component:
    """The first ten, and the person's own place with those around it."""
    near = board.near.to(list[PlaceView])
    return rx.fragment(
        rx.cond(
            board.newcomer != "",
            rx.el.p(
                kit.icon("sparkles", size=18),
                rx.el.span("New challenger joined: ", rx.el.strong(board.newcomer)),
                class_name="field-note",
            ),
        ),
        kit.table(
            ("Place", "Player", "Points"),
            rx.foreach(board.top.to(list[PlaceView]), _place),
            rx.cond(
                near.length() > 0,
                rx.el.tr(
                    rx.el.td("···", col_span=3, aria_hidden=True, class_name="soft"),
                    class_name="board-gap",
                ),
            ),
            rx.foreach(near, _place),
            caption="Points this week",
        ),
    )


def _place(place: ObjectVar[PlaceView]) -> rx.Component:
    return ranking.row(
        place,
        rx.el.td("#", place.rank, class_name="tabular"),
        ranking.who(place, rx.cond(place.is_new, kit.pill("New", tone="mint"))),
        rx.el.td(place.points, class_name="tabular"),
    )


def _few(board: Board, on_invite: Deed) -> rx.Component:
    return rx.fragment(
        kit.empty_state(
            "A board opens with ten players, so that nobody can be told apart.",
            kit.link_button("Practise", href=routes.PRACTICE, kind="quiet"),
            mood="think",
        ),
        _invite(board, on_invite),
        _how(board),
    )


def _invite(board: Board, on_invite: Deed) -> rx.Component:
    return rx.cond(
        board.may_invite,
        kit.card(
            rx.el.h2("Invite friends to climb the board"),
            _button(board, on_invite),
            rx.el.p(
                "Six questions show them where they would stand. If a friend joins, you both get "
                "50 XP.",
                class_name="soft small",
            ),
        ),
    )


def _button(board: Board, on_invite: Deed) -> rx.Component:
    return rx.cond(
        board.may_invite,
        kit.button("Invite to rally", icon="trophy", size="wide", on_click=on_invite),
    )


def _how(board: Board) -> rx.Component:
    return rx.el.details(
        rx.el.summary("How points come about"),
        rx.el.p(
            "The first answer of the week to each kind of question counts, if it was right without "
            "help: 10 to 50 points, the harder the more. Your ten best answers of the week are "
            "added up, so doing one deck again adds nothing."
        ),
        rx.el.p(
            "The week ends on ",
            board.until,
            "; then everybody begins at nothing. Names are made up anew each week.",
        ),
        class_name="soft small stack-tight",
    )
