"""What becomes a line of the feed. A line is told once a cause, however often these run."""

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import feed, loops
from vel_tutor.domain.accounts.events import ChildForgotten
from vel_tutor.domain.attribution.events import InviteSent
from vel_tutor.domain.flashcards.events import FlashcardDeckCompleted
from vel_tutor.domain.incentives.events import BadgeEarned, StreakGrew
from vel_tutor.domain.loops.events import ChallengeCompleted, ChallengeCreated
from vel_tutor.domain.practice.events import PracticeCompleted


def tell_achievement(tx: Transaction, done: Event) -> None:
    """What somebody has reached by themselves."""
    match done:
        case BadgeEarned():
            feed.badge(tx, done.user_id, done.badge, done.level, done.badge_row_id)
        case StreakGrew():
            feed.streak(tx, done.user_id, done.local_date, done.length)
        case PracticeCompleted():
            feed.deck(tx, done.session_id)
        case FlashcardDeckCompleted():
            feed.cards(tx, done.user_id, done.deck_id, done.subject, done.cards)
        case _:
            pass


def tell_challenge(tx: Transaction, done: Event) -> None:
    """A challenge is out, or won."""
    match done:
        case InviteSent():
            loops.tell_sent(tx, done.link_id)
        case ChallengeCreated():
            loops.tell_answer(tx, done.challenge_id)
        case ChallengeCompleted():
            loops.tell_won(tx, done.play_id)
        case _:
            pass


def forget_feed(tx: Transaction, gone: Event) -> None:
    """No line about a forgotten child stays, nor what they said and hid."""
    if isinstance(gone, ChildForgotten):
        feed.forget(tx, gone.child_id)
