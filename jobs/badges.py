"""What happens to badges when something else has happened: doorways into the domain."""

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import badges
from vel_tutor.domain.accounts.events import ChildForgotten
from vel_tutor.domain.attribution.events import InviteeJoined
from vel_tutor.domain.diagnostics.events import DiagnosticCompleted
from vel_tutor.domain.flashcards.events import FlashcardDeckCompleted
from vel_tutor.domain.incentives.events import StreakGrew
from vel_tutor.domain.loops.events import ChallengeCompleted, ChallengeFriendJoined
from vel_tutor.domain.loops.rescue import RescueCompleted
from vel_tutor.domain.loops.together.events import PractisedTogether
from vel_tutor.domain.practice.events import PracticeCompleted


def count_for_badges(tx: Transaction, done: Event) -> None:
    """A deed counts for badges, once, and gives those it comes to."""
    match done:
        case PracticeCompleted(player_user_id=user_id) if user_id:
            badges.practised(tx, user_id, done.session_id)
        case DiagnosticCompleted():
            badges.tested(tx, done.student_id)
        case FlashcardDeckCompleted():
            badges.mastered_deck(tx, done.user_id, done.deck_id)
        case StreakGrew():
            badges.practised_day(tx, done.user_id, done.local_date, done.length)
        case RescueCompleted():
            badges.rescued(tx, done.user_ids, done.room_id)
        case PractisedTogether():
            badges.practised_together(tx, done.user_ids, done.session_ids[0])
        case ChallengeCompleted() | ChallengeFriendJoined():
            badges.played(tx, done.play_id)
        case _:
            return


def count_what_was_before(tx: Transaction, joined: Event) -> None:
    """What a guest did before they had an account counts, too."""
    if isinstance(joined, InviteeJoined):
        badges.recount(tx, joined.invitee_id)


def forget_badges(tx: Transaction, gone: Event) -> None:
    """No badge of a forgotten child stays, and nothing that was counted for one."""
    if isinstance(gone, ChildForgotten):
        badges.forget(tx, gone.child_id)
