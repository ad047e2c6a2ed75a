"""Flashcards: all decks, what is due, and the choice among term sets."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.cards import (
    deck_tile,
    due_card,
    filters,
    forecast,
    gone_deck,
    limits_form,
    new_deck_form,
    set_tile,
)
from vel_tutor.pages import frame
from vel_tutor.state.cards import ShelfState


def cards() -> rx.Component:
    return frame.student(
        rx.el.h1("Flashcards"),
        kit.ready(
            ShelfState.loaded,
            rx.el.div(
                gone_deck(ShelfState.gone, on_put_back=ShelfState.put_back),
                due_card(ShelfState.library),
                _own(),
                rx.cond(ShelfState.library.has_reviews, forecast(ShelfState.library)),
                _offered(),
                limits_form(ShelfState.library, on_save=ShelfState.choose_limits),
                class_name="stack-wide",
            ),
            kit.skeleton("tile", 2),
            kit.skeleton("line", 2),
            kit.skeleton("tile", 4),
        ),
        here=routes.PRACTICE,
        is_busy=True,
    )


def _own() -> rx.Component:
    """The decks one has begun, and two ways to more."""
    return rx.el.section(
        rx.el.h2("Your decks"),
        rx.cond(
            ShelfState.library.mine.length() > 0,
            rx.foreach(ShelfState.library.mine, deck_tile),
            kit.empty_state("You have no deck yet. Begin one below, or make your own."),
        ),
        rx.cond(
            ShelfState.is_writing,
            new_deck_form(
                on_create=ShelfState.create_deck,
                on_cancel=ShelfState.write(False),
            ),
            rx.el.div(
                kit.button(
                    "Cards from my gaps",
                    kind="quiet",
                    icon="sparkles",
                    on_click=ShelfState.make_from_gaps,
                ),
                kit.button(
                    "A deck of my own",
                    kind="quiet",
                    icon="plus",
                    on_click=ShelfState.write(True),
                ),
                class_name="next-row",
            ),
        ),
        class_name="stack",
    )


def _offered() -> rx.Component:
    """Term sets one has not begun."""
    return rx.el.section(
        rx.el.h2("Begin a deck"),
        filters(
            ShelfState.search,
            ShelfState.subject,
            ShelfState.grade,
            on_search=ShelfState.look_for,
            on_subject=ShelfState.choose_subject,
            on_grade=ShelfState.choose_grade,
        ),
        kit.announcement(ShelfState.found.length().to(str) + " decks found"),
        rx.cond(
            ShelfState.found.length() > 0,
            rx.el.div(rx.foreach(ShelfState.found, set_tile), class_name="grid-2"),
            kit.empty_state("No deck fits. Try another word, subject or grade.", mood="think"),
        ),
        class_name="stack",
    )


PAGES = (
    frame.Page(
        draw=cards,
        route=routes.CARDS,
        title="Flashcards - vel_tutor",
        on_load=(*frame.ARRIVING, ShelfState.begin),
    ),
)
