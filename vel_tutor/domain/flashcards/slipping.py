"""Cards that keep slipping away: help them, put them aside, or let them rest. All can be undone."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import incentives
from vel_tutor.domain.flashcards import rules
from vel_tutor.domain.flashcards.queries import access_card, one_at_a_time
from vel_tutor.domain.flashcards.studying import remember
from vel_tutor.models.flashcards import Flashcard


def fix(actor: Actor, card_id: UUID, memo: str) -> None:
    """Keep the actor's own help for remembering on the back of a card; empty takes it away.

    Raises:
        NotFound: no such card, or it belongs to someone else.
        Invalid: too long or unreadable.
    """
    kept = rules.words(memo, rules.LONGEST_MEMO, "a note to yourself") if memo.strip() else ""
    with transaction() as tx:
        card = access_card(tx, actor, card_id)
        card.memo, card.leech_since = kept, None
        tx.session.add(card)


def suspend(actor: Actor, card_id: UUID) -> None:
    """Put a card aside until it is brought back.

    Raises:
        NotFound: no such card, or it belongs to someone else.
    """

    def aside(tx: Transaction, card: Flashcard) -> None:
        card.suspended_at = card.suspended_at or tx.now
        card.leech_since = None

    _change(actor, card_id, aside)


def postpone(actor: Actor, card_id: UUID) -> None:
    """Let a card rest for a week.

    Raises:
        NotFound: no such card, or it belongs to someone else.
    """

    def rest(tx: Transaction, card: Flashcard) -> None:
        today = incentives.local_day(tx.now, actor.time_zone)
        card.postponed_until = today + timedelta(days=rules.POSTPONED_DAYS)
        card.leech_since = None

    _change(actor, card_id, rest)


def bring_back(actor: Actor, card_id: UUID) -> None:
    """Let a card that was put aside or rests come again when it is due.

    Raises:
        NotFound: no such card, or it belongs to someone else.
    """

    def back(_tx: Transaction, card: Flashcard) -> None:
        card.suspended_at = card.postponed_until = None

    _change(actor, card_id, back)


def _change(actor: Actor, card_id: UUID, deed: Callable[[Transaction, Flashcard], None]) -> None:
    with transaction() as tx:
        one_at_a_time(tx, actor)
        card = access_card(tx, actor, card_id)
        remember(tx, card)
        deed(tx, card)
        tx.session.add(card)
