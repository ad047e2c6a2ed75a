"""A rally as somebody meets it who was invited."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit, link_deck
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.components.rally import places
from vel_tutor.domain.loops.rally.views import BoardView, QuizView

Quiz = ObjectVar[QuizView]


def invited(quiz: Quiz, *, on_play: Deed, on_level: Deed) -> rx.Component:
    """What a friend meets first: the question, their own level, and one button."""
    return link_deck.invited(
        quiz,
        vel("cheer", size=120),
        rx.el.h1("Where would you stand?"),
        rx.el.p(rx.el.strong(quiz.sender), " invites you to this week's ", quiz.title, " rally."),
        on_play=on_play,
        on_level=on_level,
    )


def placed(quiz: Quiz, code: rx.Var[str]) -> rx.Component:
    """The place, the board, and what to do next."""
    board = quiz.board.to(BoardView)
    return rx.el.div(
        kit.confetti(quiz.cheer),
        vel("cheer", size=112),
        rx.el.h1(quiz.headline),
        rx.el.p(
            rx.el.strong(quiz.percent, "%"),
            " right, ",
            rx.el.strong(quiz.points),
            rx.cond(quiz.points == 1, " point", " points"),
            " · ",
            board.title,
        ),
        rx.cond(quiz.is_guest, _join(quiz, code), _member(quiz)),
        rx.cond(
            board.stage == "full", rx.el.div(places(board), class_name="board-frame"), _few(board)
        ),
        class_name="stack centred",
    )


def _few(board: ObjectVar[BoardView]) -> rx.Component:
    return rx.cond(
        board.stage == "few",
        rx.el.p(
            "Not enough players yet (n = ",
            board.players,
            ", need ",
            board.needed,
            "): the board opens soon.",
            class_name="soft",
        ),
    )


def _join(quiz: Quiz, code: rx.Var[str]) -> rx.Component:
    return link_deck.join(
        "Keep your place",
        "Sign up and your points count. You and ",
        quiz.sender,
        " each get 50 XP.",
        back=_back(code),
    )


def _member(quiz: Quiz) -> rx.Component:
    return kit.card(
        rx.cond(
            quiz.reward,
            rx.el.p(kit.xp_icon(size=24), rx.el.strong(quiz.reward), class_name="row"),
        ),
        kit.link_button(
            "See the board",
            href=_board(quiz),
            icon="trophy",
            size="wide",
        ),
        kit.link("Go through the answers", href=quiz.results),
    )


def full(code: rx.Var[str]) -> rx.Component:
    """Enough quizzes without an account."""
    return link_deck.full(
        "You have done a few quizzes on this device. With an account you can do them all.",
        back=_back(code),
    )


def own(quiz: Quiz) -> rx.Component:
    """The sender opened their own link."""
    return link_deck.own(
        "This is your invitation",
        "Send it to a friend, and watch the board move.",
        kit.link_button("See the board", href=_board(quiz)),
    )


def _board(quiz: Quiz) -> rx.Var[str]:
    return rx.Var.create(routes.RALLY + "?subject=") + quiz.subject.to(str)


def _back(code: rx.Var[str]) -> rx.Var[str]:
    return rx.Var.create(routes.rally_quiz("")) + code.to(str)
