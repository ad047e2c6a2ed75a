"""The memory model, FSRS-6, by the package `fsrs`: what an answer does to a card.

The package counts whole days since the last review as spans of 24 hours. A learner's day ends at
03:00, so it is told the number of such days, and a card due in three days is due from 03:00 on.
Its fuzz is drawn at random when a card is answered; ours is drawn from the card itself, so that
the interval shown on a button is the one that is kept.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from math import floor
from random import Random

from fsrs import Card, Rating, Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS, FUZZ_RANGES

from vel_tutor.vocabulary import CardStage

Weights = tuple[float, ...]
USUAL: Weights = DEFAULT_PARAMETERS
RETENTION = 0.9
LEARNING_STEPS = (timedelta(minutes=1), timedelta(minutes=10))
RELEARNING_STEPS = (timedelta(minutes=10),)
MOST_DAYS = 36500
RATINGS = tuple(Rating)
SHORTEST_FUZZED_DAYS = 2.5

_STATES = {
    CardStage.LEARNING: State.Learning,
    CardStage.REVIEW: State.Review,
    CardStage.RELEARNING: State.Relearning,
}
_STAGES = {state: stage for stage, state in _STATES.items()}
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""Any moment: only the days between reviews count."""


@dataclass(frozen=True)
class Memory:
    """What is known of one card; without `stability` it has never been answered."""

    stage: CardStage = CardStage.LEARNING
    step: int | None = 0
    stability: float | None = None
    difficulty: float | None = None


@dataclass(frozen=True)
class Answered:
    """A card after an answer, and how long it may rest: minutes, or whole `days`."""

    memory: Memory
    rest: timedelta
    days: int = 0


def answered(
    memory: Memory, rating: Rating, days: int, *, seed: str, weights: Weights = USUAL
) -> Answered:
    """What `rating` does to a card last answered `days` local days ago (0: today, or never).

    Args:
        seed: draws the fuzz; the same for all four ratings, so that they keep their order.
    """
    card = Card(
        card_id=0,
        state=_STATES[memory.stage],
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_EPOCH,
        last_review=None if memory.stability is None else _EPOCH,
    )
    at = _EPOCH + timedelta(days=days)
    after, _ = _scheduler(weights).review_card(card, rating, at)
    stage = _STAGES[after.state]
    known = Memory(stage, after.step, after.stability, after.difficulty)
    if stage is not CardStage.REVIEW:
        return Answered(known, after.due - at)
    fuzzed = fuzz((after.due - at).days, Random(seed).random())  # noqa: S311  (repeatable)
    return Answered(known, timedelta(days=fuzzed), fuzzed)


def recall(memory: Memory, days: int, weights: Weights = USUAL) -> float:
    """The chance, 0..1, that a card last answered `days` days ago is still known."""
    card = Card(card_id=0, stability=memory.stability, last_review=_EPOCH, due=_EPOCH)
    return float(
        _scheduler(weights).get_card_retrievability(card, _EPOCH + timedelta(days=max(0, days)))
    )


def fuzz(days: int, draw: float) -> int:
    """`days` moved a little by `draw` (0..1), so that cards learned together drift apart."""
    if days < SHORTEST_FUZZED_DAYS:
        return days
    width = 1.0 + sum(
        span["factor"] * max(min(float(days), span["end"]) - span["start"], 0.0)
        for span in FUZZ_RANGES
    )
    most = min(round(days + width), MOST_DAYS)
    least = min(max(2, round(days - width)), most)
    return least + min(floor(draw * (most - least + 1)), most - least)


@lru_cache(maxsize=256)
def _scheduler(weights: Weights) -> Scheduler:
    return Scheduler(
        parameters=weights,
        desired_retention=RETENTION,
        learning_steps=LEARNING_STEPS,
        relearning_steps=RELEARNING_STEPS,
        maximum_interval=MOST_DAYS,
        enable_fuzzing=False,
    )
