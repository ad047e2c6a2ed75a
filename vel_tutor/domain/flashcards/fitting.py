"""Fitting the memory model to a person who has answered enough cards for it.

What is found is kept, and used from then on only if it foresees the latest answers, which it has
not seen, better than what is in use.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import numpy as np
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.domain.flashcards import rules
from vel_tutor.domain.flashcards.queries import weights_of
from vel_tutor.measure import forgetting
from vel_tutor.measure.forgetting import Histories, Review
from vel_tutor.models.flashcards import CardReview, CardWeights

LONGEST_RUN_S = 25.0
"""In all; whoever is left has their turn an hour later."""
LONGEST_FIT_S = 10.0
SETTLING = timedelta(minutes=1)
"""New parameters count from a moment at which they are surely stored: no screen saw others then."""
MOST_REVIEWS = 10_000
"""The latest ones; more would tell little that is new."""


@dataclass(frozen=True)
class Fit:
    """What came of one fit."""

    weights: list[float]
    held_out: int
    loss_before: float
    loss_after: float

    @property
    def is_better(self) -> bool:
        return self.held_out >= rules.FEWEST_HELD_OUT and self.loss_after < self.loss_before


def fit_memories() -> int:
    """Hourly. Fit whoever has answered enough since the last time; says how many were fitted."""
    stop_at, fitted = time.monotonic() + LONGEST_RUN_S, 0
    with reading() as tx:
        waiting = _waiting(tx)
    for user_id, reviews in waiting:
        left = stop_at - time.monotonic()
        if left <= 0:
            break
        fitted += _fit(user_id, reviews, within_s=min(left, LONGEST_FIT_S))
    return fitted


def _waiting(tx: Transaction) -> list[tuple[UUID, int]]:
    """Whoever has a quarter more reviews than at the last fit, and enough; the most first."""
    last = dict(
        tx.session.exec(
            select(CardWeights.user_id, func.max(CardWeights.reviews)).group_by(
                col(CardWeights.user_id)
            )
        ).all()
    )
    counts = tx.session.exec(
        select(CardReview.user_id, func.count())
        .group_by(col(CardReview.user_id))
        .having(func.count() >= rules.REVIEWS_TO_FIT)
        .order_by(func.count().desc())
    )
    return [(who, n) for who, n in counts if n >= last.get(who, 0) * rules.MORE_TO_FIT_AGAIN]


def _fit(user_id: UUID, reviews: int, *, within_s: float) -> bool:
    """Fit one person and keep what came of it; False if somebody else has just done that."""
    with reading() as tx:
        rows = _reviews(tx, user_id)
        current = weights_of(tx, user_id, tx.now + SETTLING)
    found = _found(rows, np.array(current), within_s)
    with transaction() as tx:
        kept = CardWeights(
            user_id=user_id,
            reviews=reviews,
            weights=found.weights,
            held_out=found.held_out,
            loss_before=found.loss_before,
            loss_after=found.loss_after,
            fitted_at=tx.now,
            adopted_at=(tx.now + SETTLING).replace(microsecond=0) if found.is_better else None,
        )
        new = insert(CardWeights).values(**kept.model_dump())
        once = new.on_conflict_do_nothing(constraint="card_weights_once")
        return tx.session.exec(once.returning(col(CardWeights.id))).first() is not None


def _reviews(tx: Transaction, user_id: UUID) -> Sequence[CardReview]:
    mine = select(CardReview).where(CardReview.user_id == user_id)
    latest = mine.order_by(col(CardReview.reviewed_at).desc(), col(CardReview.id))
    return tx.session.exec(latest.limit(MOST_REVIEWS)).all()[::-1]


def _found(rows: Sequence[CardReview], current: forgetting.Floats, within_s: float) -> Fit:
    """Fit the earlier reviews, and judge by the latest."""
    histories, places = _histories(rows)
    scored = [place for place in places if histories.scored[place]]
    held = scored[round(len(scored) * (1 - rules.HELD_OUT)) :]
    judged = np.zeros_like(histories.scored)
    for place in held:
        judged[place] = True
    weights = forgetting.fit(histories, histories.scored & ~judged, within_s=within_s)
    before, after = forgetting.losses(histories, np.vstack([current, weights]), judged)
    return Fit(weights.tolist(), len(held), float(before), float(after))


def _histories(rows: Sequence[CardReview]) -> tuple[Histories, list[tuple[int, int]]]:
    """The reviews by card, and where each of `rows` stands among them."""
    cards: dict[UUID, list[Review]] = {}
    last: dict[UUID, date] = {}
    columns: dict[UUID, int] = {}
    places: list[tuple[int, int]] = []
    for row in rows:
        history = cards.setdefault(row.card_id, [])
        column = columns.setdefault(row.card_id, len(columns))
        days = max(0, (row.reviewed_on - last.get(row.card_id, row.reviewed_on)).days)
        places.append((len(history), column))
        history.append(Review(days, row.rating))
        last[row.card_id] = row.reviewed_on
    return Histories(list(cards.values())), places
