"""Practice: decks of questions, answers that are never lost or counted twice, results."""

from vel_tutor.domain.practice.actions import (
    NotOpenYet,
    answer_for,
    drop,
    hint,
    hint_for,
    next_question,
    next_question_for,
    pause,
    pause_for,
    put_aside,
    readable,
    resume,
    resume_for,
    reveal,
    reveal_for,
    submit_answer,
)
from vel_tutor.domain.practice.asking import asked
from vel_tutor.domain.practice.dealing import (
    DeckChoice,
    deck_like,
    open_again,
    open_deck_for,
    open_session,
)
from vel_tutor.domain.practice.events import PracticeCompleted
from vel_tutor.domain.practice.player import Player
from vel_tutor.domain.practice.queries import (
    StillOpen,
    answer_times,
    levels,
    menu,
    results,
    results_for,
    score_for,
    score_of,
    unfinished,
)
from vel_tutor.domain.practice.rules import LENGTHS, Card
from vel_tutor.domain.practice.settling import claim, forget
from vel_tutor.domain.practice.slips import Slip, slips, weak_skills

__all__ = [
    "LENGTHS",
    "Card",
    "DeckChoice",
    "NotOpenYet",
    "Player",
    "PracticeCompleted",
    "Slip",
    "StillOpen",
    "answer_for",
    "answer_times",
    "asked",
    "claim",
    "deck_like",
    "drop",
    "forget",
    "hint",
    "hint_for",
    "levels",
    "menu",
    "next_question",
    "next_question_for",
    "open_again",
    "open_deck_for",
    "open_session",
    "pause",
    "pause_for",
    "put_aside",
    "readable",
    "results",
    "results_for",
    "resume",
    "resume_for",
    "reveal",
    "reveal_for",
    "score_for",
    "score_of",
    "slips",
    "submit_answer",
    "unfinished",
    "weak_skills",
]
