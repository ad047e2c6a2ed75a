"""What has happened, as deeds that count; each asks the context it happened in."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from vel_tutor import content
from vel_tutor.core.db import Transaction
from vel_tutor.domain import diagnostics, flashcards, incentives, loops, mastery, practice
from vel_tutor.domain.badges import rules
from vel_tutor.domain.badges.counting import count
from vel_tutor.domain.badges.rules import Tally
from vel_tutor.domain.loops import Duel, rescue
from vel_tutor.vocabulary import BadgeMeasure


def practised(tx: Transaction, user_id: UUID, session_id: UUID) -> None:
    """A deck was finished: it counts, and so does what is known now."""
    tally = _skills(tx, user_id)
    for deed in practice.deeds(tx, user_id, session_id):
        tally |= rules.of_deck(deed)
    count(tx, user_id, tally)


def tested(tx: Transaction, user_id: UUID) -> None:
    """A test was scored."""
    count(
        tx, user_id, _skills(tx, user_id) | rules.of_tests(diagnostics.careful_tests(tx, user_id))
    )


def mastered_deck(tx: Transaction, user_id: UUID, deck_id: UUID) -> None:
    """Every card of a deck is mastered."""
    count(tx, user_id, rules.once(deck_id, BadgeMeasure.CARD_DECKS) | _cards(tx, user_id))


def practised_day(tx: Transaction, user_id: UUID, day: date, length: int) -> None:
    """A day counts as practised, which makes a streak of `length` days."""
    before = incentives.practised_before(tx, user_id, day)
    count(tx, user_id, rules.of_day(day, before) | rules.streak(length) | _cards(tx, user_id))


def rescued(tx: Transaction, user_ids: Sequence[UUID], room_id: UUID) -> None:
    """Two have practised together to the end, and saved a streak by it."""
    for user_id in sorted(user_ids):
        count(tx, user_id, rules.once(room_id, BadgeMeasure.RESCUES, BadgeMeasure.TOGETHER))


def practised_together(tx: Transaction, user_ids: Sequence[UUID], source_id: UUID) -> None:
    """Friends have practised together to the end."""
    for user_id in sorted(user_ids):
        count(tx, user_id, rules.once(source_id, BadgeMeasure.TOGETHER))


def played(tx: Transaction, play_id: UUID) -> None:
    """A challenge was played to the end, or its friend has an account now."""
    duel = loops.duel(tx, play_id)
    if duel:
        for user_id in sorted((duel.sender_id, duel.friend_id)):
            count(tx, user_id, _of_duel(duel, user_id))


def everything(tx: Transaction, user_id: UUID) -> int:
    """All that `user_id` has ever done; says how many levels it gave."""
    tally = (
        _skills(tx, user_id)
        | _cards(tx, user_id)
        | rules.of_tests(diagnostics.careful_tests(tx, user_id))
        | rules.of_days(incentives.practised_days(tx, user_id))
        | rules.streak(incentives.longest_streak(tx, user_id))
    )
    for deed in practice.deeds(tx, user_id):
        tally |= rules.of_deck(deed)
    for deck_id in flashcards.completed_decks(tx, user_id):
        tally |= rules.once(deck_id, BadgeMeasure.CARD_DECKS)
    for room_id in rescue.done_together(tx, user_id):
        tally |= rules.once(room_id, BadgeMeasure.RESCUES, BadgeMeasure.TOGETHER)
    for duel in loops.duels_of(tx, user_id):
        tally |= _of_duel(duel, user_id)
    return count(tx, user_id, tally)


def _of_duel(duel: Duel, user_id: UUID) -> Tally:
    tally = Tally()
    if user_id == duel.friend_id:
        tally |= rules.once(duel.play_id, BadgeMeasure.CHALLENGES_PLAYED)
    if user_id == duel.winner_id:
        tally |= rules.once(duel.play_id, BadgeMeasure.CHALLENGES_WON)
    return tally


def _skills(tx: Transaction, user_id: UUID) -> Tally:
    known = [
        (standing, f"{skill.subject}/{skill.strand}")
        for standing in mastery.asked(tx, user_id)
        if (skill := content.skill(standing.skill))
    ]
    return rules.of_skills(known, mastery.grown(tx, user_id) if known else 0)


def _cards(tx: Transaction, user_id: UUID) -> Tally:
    return rules.cards_kept(flashcards.kept_for(tx, user_id, rules.KEPT_DAYS))
