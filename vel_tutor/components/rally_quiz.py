"""A rally as somebody meets it who was invited."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.components.rally import places
from vel_tutor.domain.loops.rally.views import BoardView, QuizView
from vel_tutor.domain.loops.views import GradeView

Quiz = ObjectVar[QuizView]


def invited(quiz: Quiz, *, on_play: Deed, on_level: Deed) -> rx.Component:
    """What a friend meets first: the question, their own level, and one button.

    Args:
        on_level: event taking the chosen grade, where there is a choice.
    """
    return rx.el.div(
        vel("cheer", size=120),
        rx.el.h1("Where would you stand?"),
        rx.el.p(rx.el.strong(quiz.sender), " invites you to this week's ", quiz.title, " rally."),
        rx.cond(
            quiz.grades.length() > 0,
            kit.select_field(
                "Your grade",
                name="grade",
                options=rx.foreach(
                    quiz.grades.to(list[GradeView]),
                    lambda grade: rx.el.option(grade.words, value=grade.value),
                ),
                hint="You get questions of your own level.",
                value=quiz.grade.to(str),
                on_change=on_level,
            ),
        ),
        rx.el.p(
            quiz.size,
            " questions, a few minutes. ",
            rx.cond(quiz.is_guest, "No account needed.", "It counts as practice."),
            class_name="soft",
        ),
        rx.el.div(kit.button("Play now", size="wide", on_click=on_play), class_name="sticky-foot"),
        class_name="stack centred",
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
    return kit.card(
        rx.el.h2("Keep your place"),
        rx.el.p(
            "Sign up and your points count. You and ",
            quiz.sender,
            " each get 50 XP.",
        ),
        kit.link_button("Sign up", href=_next(routes.SIGN_UP, code), native=True, size="wide"),
        kit.link_button(
            "I have an account",
            href=_next(routes.SIGN_IN, code),
            native=True,
            kind="bare",
            size="small",
        ),
    )


def _member(quiz: Quiz) -> rx.Component:
    return kit.card(
        rx.cond(
            quiz.reward,
            rx.el.p(kit.xp_icon(size=24), rx.el.strong(quiz.reward), class_name="row"),
        ),
        kit.link_button(
            "See the board",
            href=routes.RALLY + "?subject=" + quiz.subject.to(str),
            icon="trophy",
            size="wide",
        ),
        kit.link("Go through the answers", href=quiz.results),
    )


def closed(quiz: Quiz) -> rx.Component:
    """One page for whatever does not open, with a way on."""
    return rx.el.div(
        rx.el.h1("Nothing to play here"),
        kit.empty_state(
            quiz.words,
            kit.link_button("Practise something", href=routes.HOME, native=True),
            mood="think",
        ),
        class_name="stack centred",
    )


def full(code: rx.Var[str]) -> rx.Component:
    """Enough quizzes without an account."""
    return rx.el.div(
        rx.el.h1("Ready for more?"),
        kit.empty_state(
            "You have done a few quizzes on this device. With an account you can do them all.",
            kit.link_button("Sign up", href=_next(routes.SIGN_UP, code), native=True),
        ),
        class_name="stack centred",
    )


def own(quiz: Quiz) -> rx.Component:
    """The sender opened their own link."""
    return rx.el.div(
        rx.el.h1("This is your invitation"),
        kit.empty_state(
            "Send it to a friend, and watch the board move.",
            kit.link_button(
                "See the board", href=routes.RALLY + "?subject=" + quiz.subject.to(str)
            ),
            mood="think",
        ),
        class_name="stack centred",
    )


def _next(page: str, code: rx.Var[str]) -> rx.Var[str]:
    return rx.Var.create(page + "?next=" + routes.rally_quiz("")) + code.to(str)
