"""A deck behind a link as somebody meets it: before its questions, beside them, instead of them."""

from typing import Any

import reflex as rx
from reflex.vars import NumberVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed, Words
from vel_tutor.components.question import stopwatch
from vel_tutor.domain.loops.views import GradeView
from vel_tutor.domain.practice.views import DeckView, QuestionView, VerdictView

Game = ObjectVar[Any]
"""The `LinkDeckView` of any loop."""


def invited(game: Game, *head: Child, on_play: Deed, on_level: Deed) -> rx.Component:
    """What a friend meets first: what it is about, their own level, and one button.

    Args:
        head: picture, question and sentence of the loop.
        on_level: event taking the chosen grade, where there is a choice.
    """
    return rx.el.div(
        *head,
        rx.cond(
            game.grades.to(list[GradeView]).length() > 0,
            kit.select_field(
                "Your grade",
                name="grade",
                options=rx.foreach(
                    game.grades.to(list[GradeView]),
                    lambda grade: rx.el.option(grade.words, value=grade.value, key=grade.value),
                ),
                hint="You get questions of your own level.",
                value=game.grade.to(str),
                on_change=on_level,
            ),
        ),
        rx.el.p(
            game.size,
            " questions, a few minutes. ",
            rx.cond(game.is_guest, "No account needed.", "It counts as practice."),
            class_name="soft",
        ),
        rx.el.div(kit.button("Play now", size="wide", on_click=on_play), class_name="sticky-foot"),
        class_name="stack centred",
    )


def how_far(
    progress: NumberVar[Any],
    deck: ObjectVar[DeckView],
    question: ObjectVar[QuestionView],
    verdict: ObjectVar[VerdictView],
) -> rx.Component:
    """Above the question: the share that is answered, its number, and the time."""
    return rx.fragment(
        kit.progress(progress.to(int), label="Questions answered"),
        rx.el.span(
            kit.visually_hidden("Question "),
            question.number,
            " / ",
            deck.size,
            class_name="small tabular counter",
        ),
        stopwatch(question, is_stopped=verdict.shown),
    )


def join(title: str, *words: Child, back: rx.Var[str]) -> rx.Component:
    """What an account would keep, and the two ways to one.

    Args:
        back: the address of this page, for afterwards.
    """
    return kit.card(
        rx.el.h2(title),
        rx.el.p(*words),
        kit.link_button("Sign up", href=sign_up(back), native=True, size="wide"),
        kit.link_button(
            "I have an account",
            href=_and_back(routes.SIGN_IN, back),
            native=True,
            kind="bare",
            size="small",
        ),
    )


def closed(game: Game) -> rx.Component:
    """One page for whatever does not open, with a way on."""
    way_on = kit.link_button("Practise something", href=routes.HOME, native=True)
    return _instead("Nothing to play here", game.words, way_on, mood="think")


def full(words: str, *, back: rx.Var[str]) -> rx.Component:
    """Enough was played without an account."""
    way_on = kit.link_button("Sign up", href=sign_up(back), native=True)
    return _instead("Ready for more?", words, way_on)


def own(title: str, words: str, way_on: rx.Component) -> rx.Component:
    """The sender opened their own link."""
    return _instead(title, words, way_on, mood="think")


def _instead(title: str, words: Words, way_on: rx.Component, **mood: Any) -> rx.Component:
    return rx.el.div(
        rx.el.h1(title), kit.empty_state(words, way_on, **mood), class_name="stack centred"
    )


def sign_up(back: rx.Var[str]) -> rx.Var[str]:
    """Where one gets an account, and comes back from."""
    return _and_back(routes.SIGN_UP, back)


def _and_back(page: str, back: rx.Var[str]) -> rx.Var[str]:
    return rx.Var.create(page + "?next=") + back.to(str)
