"""Flashcards: decks of cards, spaced repetition by FSRS-6, progress."""

from vel_tutor.domain.flashcards.decks import (
    add_card,
    choose_limits,
    create_deck,
    delete_card,
    delete_deck,
    edit_card,
    rename_deck,
    restore_card,
    restore_deck,
)
from vel_tutor.domain.flashcards.effort import effort
from vel_tutor.domain.flashcards.events import FlashcardDeckCompleted
from vel_tutor.domain.flashcards.fitting import fit_memories
from vel_tutor.domain.flashcards.forgetting import forget, forget_deleted
from vel_tutor.domain.flashcards.gaps import NoGaps, deck_from_gaps
from vel_tutor.domain.flashcards.library import browse, due, library, share_facts
from vel_tutor.domain.flashcards.queries import TODAY, completed_decks, kept_for
from vel_tutor.domain.flashcards.slipping import bring_back, fix, postpone, suspend
from vel_tutor.domain.flashcards.studying import NothingToUndo, open_study, review, undo

__all__ = [
    "TODAY",
    "FlashcardDeckCompleted",
    "NoGaps",
    "NothingToUndo",
    "add_card",
    "bring_back",
    "browse",
    "choose_limits",
    "completed_decks",
    "create_deck",
    "deck_from_gaps",
    "delete_card",
    "delete_deck",
    "due",
    "edit_card",
    "effort",
    "fit_memories",
    "fix",
    "forget",
    "forget_deleted",
    "kept_for",
    "library",
    "open_study",
    "postpone",
    "rename_deck",
    "restore_card",
    "restore_deck",
    "review",
    "share_facts",
    "suspend",
    "undo",
]
