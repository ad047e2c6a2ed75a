"""Where practice begins: every skill to browse, one of them open, and decks that wait."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.diagnostic_choosing import find_your_level
from vel_tutor.components.practice import filters, mixed_deck, strands, waiting_decks
from vel_tutor.components.skill import skill_page
from vel_tutor.pages import frame
from vel_tutor.state.practice import ChooseState


def practice_choose() -> rx.Component:
    shelf, skill = ChooseState.shelf, ChooseState.skill
    return frame.student(
        kit.ready(
            shelf.subject != "",
            rx.cond(
                skill.card.id != "",
                skill_page(
                    skill,
                    back=routes.practice_shelf(shelf.subject, shelf.grade),
                    on_start=ChooseState.start,
                ),
                _shelf(),
            ),
            kit.skeleton("title"),
            kit.skeleton("line", 2),
            kit.skeleton("tile", 4),
        ),
        here=routes.PRACTICE,
        is_busy=True,
    )


def _shelf() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Practice"),
        waiting_decks(ChooseState.waiting, on_drop=ChooseState.drop),
        filters(
            ChooseState.shelf,
            ChooseState.wanted,
            on_subject=ChooseState.choose_subject,
            on_grade=ChooseState.choose_grade,
            on_search=ChooseState.search.debounce(250),
        ),
        rx.cond(
            ChooseState.wanted == "",
            rx.fragment(
                mixed_deck(ChooseState.shelf, on_start=ChooseState.start),
                find_your_level(),
                kit.tile(
                    "Flashcards",
                    "Words and facts that stay, a few a day",
                    sign="layers",
                    href=routes.CARDS,
                ),
            ),
        ),
        strands(ChooseState.shelf),
        class_name="stack-wide",
    )


PAGES = (
    frame.Page(
        draw=practice_choose,
        route=routes.PRACTICE,
        title="Practice - vel_tutor",
        on_load=(*frame.ARRIVING, ChooseState.begin),
    ),
)
