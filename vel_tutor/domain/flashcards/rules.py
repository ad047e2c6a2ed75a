"""Limits, leeches, mastery and honesty: pure decisions about flashcards."""

from datetime import date, timedelta

from vel_tutor.core.errors import Invalid
from vel_tutor.vocabulary import CardStage

NEW_A_DAY, MOST_NEW_A_DAY = 10, 50
REVIEWS_A_DAY, FEWEST_REVIEWS_A_DAY, MOST_REVIEWS_A_DAY = 100, 10, 500
UNDO_DEPTH = 20
"""Deeds that can be taken back, one after the other."""

LEECH_AT, LEECH_EVERY = 8, 4
"""Lapses at which a card is pointed out as one that does not stick: 8, 12, 16 and so on."""
POSTPONED_DAYS = 7

MASTERED_DAYS = 7.0
"""Memory that holds nine times out of ten for a week, and has held over a night."""
LEAST_TO_SHARE = 5
"""Mastered cards before there is anything to tell others."""

HONEST_MS = 1000
"""A card turned and judged in less time has not been read."""
HONEST_A_DAY = 10
"""Reviews of that kind that make a day a practised one, once the queue is done."""
LONGEST_MS = 5 * 60 * 1000
"""The most one card can count: somebody who walks away is not still thinking."""

REVIEWS_TO_FIT = 400
"""Before that the usual memory model knows people better than their own few answers do."""
MORE_TO_FIT_AGAIN = 1.25
"""Times the reviews of the last fit."""
HELD_OUT = 0.2
"""The share of the latest reviews that a fit is judged by."""
FEWEST_HELD_OUT = 40

MOST_OWN_DECKS = 50
MOST_OWN_CARDS = 200
"""In one deck."""
LONGEST_TITLE = 60
LONGEST_SIDE = 300
LONGEST_MEMO = 200


def spent_ms(looked: timedelta) -> int:
    """Milliseconds a card was looked at, within reason."""
    return min(LONGEST_MS, max(0, looked // timedelta(milliseconds=1)))


def is_leech(lapses: int) -> bool:
    """Whether this very lapse is one to point out."""
    return lapses >= LEECH_AT and (lapses - LEECH_AT) % LEECH_EVERY == 0


def is_mastered(
    stage: CardStage,
    stability: float | None,
    introduced_on: date | None,
    reviewed_on: date | None,
) -> bool:
    """Whether a card may be called mastered: known on a later day, and good for a week."""
    if stage is not CardStage.REVIEW or introduced_on is None or reviewed_on is None:
        return False
    return (stability or 0) >= MASTERED_DAYS and reviewed_on > introduced_on


def words(text: str, longest: int, what: str) -> str:
    """`text` as one may keep it: its own lines, no signs that nobody can see, not too long.

    Raises:
        Invalid: empty, too long or unreadable.
    """
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    tidy = "\n".join(line for line in lines if line)
    if not tidy:
        raise Invalid(f"Please write {what}.")
    if len(tidy) > longest:
        raise Invalid(f"That is too long: {what} can have {longest} characters.")
    if not all(line.isprintable() for line in tidy.split("\n")):
        raise Invalid("That has signs we cannot show. Please type it again.")
    return tidy


def limits(new_a_day: int, reviews_a_day: int) -> None:
    """Check how much somebody wants to do a day.

    Raises:
        Invalid: out of range.
    """
    if not 0 <= new_a_day <= MOST_NEW_A_DAY:
        raise Invalid(f"Choose 0 to {MOST_NEW_A_DAY} new cards a day.")
    if not FEWEST_REVIEWS_A_DAY <= reviews_a_day <= MOST_REVIEWS_A_DAY:
        raise Invalid(f"Choose {FEWEST_REVIEWS_A_DAY} to {MOST_REVIEWS_A_DAY} reviews a day.")
