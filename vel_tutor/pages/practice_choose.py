"""Where practice begins: what to practise, and what waits to be finished."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.diagnostic import find_your_level
from vel_tutor.components.practice import Offer, choose_form, waiting_decks
from vel_tutor.pages import frame
from vel_tutor.state.practice import ChooseState


def practice_choose() -> rx.Component:
    return frame.student(
        rx.el.h1("Practice"),
        kit.ready(
            ChooseState.subject != "",
            rx.el.div(
                waiting_decks(ChooseState.waiting, on_drop=ChooseState.drop),
                choose_form(
                    Offer(
                        subject=ChooseState.subject,
                        grade=ChooseState.grade,
                        skill=ChooseState.skill,
                        grades=ChooseState.grades,
                        skills=ChooseState.skills,
                    ),
                    on_subject=ChooseState.choose_subject,
                    on_grade=ChooseState.choose_grade,
                    on_start=ChooseState.start,
                ),
                find_your_level(),
                kit.tile(
                    "Flashcards",
                    "Words and facts that stay, a few a day",
                    sign="layers",
                    href=routes.CARDS,
                ),
                class_name="stack-wide",
            ),
            kit.skeleton("line", 2),
            kit.skeleton("tile", 4),
        ),
        here=routes.PRACTICE,
    )
