"""What becomes a line of the feed: each cause once, however often it is told."""

from datetime import date
from statistics import median
from uuid import UUID, uuid5

from vel_tutor.core.db import Transaction
from vel_tutor.domain import practice
from vel_tutor.domain.feed import rules
from vel_tutor.domain.feed.actions import About, tell
from vel_tutor.vocabulary import FeedKind, Subject

_STREAKS = UUID("6f9b1f6e-6a0b-4b7e-9a55-3f6f6c0f5a11")
"""The name space of streaks, which have no row of their own for each length."""


def badge(tx: Transaction, user_id: UUID, key: str, level: int, row_id: UUID) -> bool:
    """Somebody earned a level of a badge; says whether the line is new, as all of these do."""
    about = About(what=key, number=level)
    return tell(tx, user_id, FeedKind.BADGE_EARNED, row_id, about=about)


def streak(tx: Transaction, user_id: UUID, day: date, length: int) -> bool:
    """A streak has grown: a line at milestones alone."""
    if not rules.is_milestone(length):
        return False
    cause = uuid5(_STREAKS, f"{user_id}|{day}|{length}")
    return tell(tx, user_id, FeedKind.STREAK_REACHED, cause, about=About(number=length))


def deck(tx: Transaction, session_id: UUID) -> bool:
    """A deck was finished: a line if it is the player's best of its kind, and was thought about."""
    best = practice.personal_best(tx, session_id, least_size=rules.BEST_SIZE)
    if best is None or best.percent < rules.BEST_FROM:
        return False
    if median(practice.answer_times(tx, session_id)) < rules.RAPID_MS:
        return False
    about = About(
        subject=best.subject.value,
        what=best.skill or f"{best.subject.value}:{best.grade}",
        number=best.percent,
    )
    return tell(tx, best.user_id, FeedKind.PERSONAL_BEST, session_id, about=about)


def cards(tx: Transaction, user_id: UUID, deck_id: UUID, subject: Subject, count: int) -> bool:
    """A deck of cards is mastered; one of a few cards is no deck."""
    if count < rules.BEST_SIZE:
        return False
    about = About(subject=subject.value, number=count)
    return tell(tx, user_id, FeedKind.CARDS_MASTERED, deck_id, about=about)
