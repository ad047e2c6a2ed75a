"""Practice: decks of questions, answers that are never lost or counted twice, results."""

from vel_tutor.domain.practice.actions import (
    NotOpenYet,
    TooLate,
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
    take_back,
)
from vel_tutor.domain.practice.asking import asked
from vel_tutor.domain.practice.browsing import ALL_GRADES, browse, skill_page
from vel_tutor.domain.practice.dealing import (
    DeckChoice,
    deck_like,
    deck_of,
    grades_of,
    open_again,
    open_deck_for,
    open_session,
    same_deck,
)
from vel_tutor.domain.practice.deck_keys import DeckKey, deck_key, finished_at, how_far
from vel_tutor.domain.practice.deeds import deeds, is_rushed
from vel_tutor.domain.practice.effort import IDLE_AFTER_MS, Effort, effort
from vel_tutor.domain.practice.events import LearningSessionEnded, PracticeCompleted
from vel_tutor.domain.practice.looking_on import FinishedDeck, finished_of
from vel_tutor.domain.practice.player import Player
from vel_tutor.domain.practice.queries import (
    StillOpen,
    answer_times,
    best_since,
    latest_subject,
    levels,
    menu,
    results,
    results_for,
    score_for,
    score_of,
    unfinished,
)
from vel_tutor.domain.practice.right_answers import RightAnswers, right_answers
from vel_tutor.domain.practice.rules import LENGTHS, Card
from vel_tutor.domain.practice.settling import claim, forget
from vel_tutor.domain.practice.slips import Slip, slips, weak_skills
from vel_tutor.domain.practice.sweeping import close_stale, purge
from vel_tutor.domain.practice.tries import Tried, tries
from vel_tutor.domain.practice.views import Deed
from vel_tutor.domain.practice.visits import close_visits, note_answer, visit_of

__all__ = [
    "ALL_GRADES",
    "IDLE_AFTER_MS",
    "LENGTHS",
    "Card",
    "DeckChoice",
    "DeckKey",
    "Deed",
    "Effort",
    "FinishedDeck",
    "LearningSessionEnded",
    "NotOpenYet",
    "Player",
    "PracticeCompleted",
    "RightAnswers",
    "Slip",
    "StillOpen",
    "TooLate",
    "Tried",
    "answer_for",
    "answer_times",
    "asked",
    "best_since",
    "browse",
    "claim",
    "close_stale",
    "close_visits",
    "deck_key",
    "deck_like",
    "deck_of",
    "deeds",
    "drop",
    "effort",
    "finished_at",
    "finished_of",
    "forget",
    "grades_of",
    "hint",
    "hint_for",
    "how_far",
    "is_rushed",
    "latest_subject",
    "levels",
    "menu",
    "next_question",
    "next_question_for",
    "note_answer",
    "open_again",
    "open_deck_for",
    "open_session",
    "pause",
    "pause_for",
    "purge",
    "put_aside",
    "readable",
    "results",
    "results_for",
    "resume",
    "resume_for",
    "reveal",
    "reveal_for",
    "right_answers",
    "same_deck",
    "score_for",
    "score_of",
    "skill_page",
    "slips",
    "submit_answer",
    "take_back",
    "tries",
    "unfinished",
    "visit_of",
    "weak_skills",
]
