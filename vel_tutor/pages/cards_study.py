"""Studying a deck: one card at a time."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.react.presence import turns_away
from vel_tutor.components.study import (
    flashcard,
    leech_dialog,
    over,
    spotlight_dialog,
    tallies,
    undo_button,
)
from vel_tutor.pages import frame
from vel_tutor.state.learning import NowState
from vel_tutor.state.presence import PresenceState
from vel_tutor.state.study import StudyState


def cards_study() -> rx.Component:
    table = StudyState.table
    return frame.focus(
        kit.ready(
            table.slug != "",
            rx.fragment(
                rx.el.h1(table.title, class_name="hidden-words"),
                rx.cond(table.note != "", rx.el.p(table.note, class_name="field-note")),
                kit.announcement(table.note),
                rx.cond(
                    table.face.ticket != "",
                    flashcard(table, on_grade=StudyState.grade),
                    over(table),
                ),
                leech_dialog(
                    StudyState.leech,
                    on_help=StudyState.help_leech,
                    on_aside=StudyState.put_leech_aside,
                    on_rest=StudyState.rest_leech,
                    on_close=StudyState.close,
                ),
                spotlight_dialog(StudyState.spotlight, on_close=StudyState.close),
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 3),
        ),
        turns_away(PresenceState.look_away),
        close=routes.CARDS,
        top=(
            kit.progress(table.counts.percent.to(int), label="Cards done today", tone="mint"),
            tallies(table),
            undo_button(table.undos, on_undo=StudyState.undo),
        ),
    )


PAGES = (
    frame.Page(
        draw=cards_study,
        route=routes.CARD_DECK,
        title="Flashcards - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, StudyState.begin, NowState.at_cards),
    ),
)
