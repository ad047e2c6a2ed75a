"""The memory model learns from 400 reviews on, and is believed only where it foresees better."""

from datetime import timedelta
from random import Random

import numpy as np
import pytest
from fsrs import Card, Rating, Scheduler
from sqlmodel import select

from tests.shelf import AFTERNOON, EASY, answer, cards_of, own_deck
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import flashcards, incentives
from vel_tutor.domain.flashcards import memory, queries, rules
from vel_tutor.measure import forgetting
from vel_tutor.models.flashcards import CardReview, CardWeights

FORGETFUL = np.where(np.arange(21) < 4, 0.25, 1.0) * forgetting.USUAL
USELESS = np.where(np.arange(21) < 4, 0.001, 1.0) * forgetting.USUAL
"""As if nobody kept anything over a night."""


def remember(actor, parameters, cards: int, seed: int = 1) -> int:
    """Let somebody whose memory follows `parameters` answer each card seven times; the reviews."""
    for terms in content.term_sets()[:5]:
        flashcards.open_study(actor, terms.id)
    rng = Random(seed)  # noqa: S311  (repeatable)
    true, usual = (
        Scheduler(parameters=tuple(one), enable_fuzzing=False)
        for one in (parameters, forgetting.USUAL)
    )
    rows = []
    for number, card in enumerate(cards_of(actor)[:cards]):
        mind, plan = Card(card_id=1), Card(card_id=1)
        at = AFTERNOON + timedelta(days=5 * number)
        for place in range(7):
            chance = true.get_card_retrievability(mind, at) if place else 0.8
            known = Rating.Good if place else Rating.Easy
            rating = known if rng.random() < chance else Rating.Again
            rows.append(
                CardReview(
                    user_id=actor.user_id,
                    card_id=card.id,
                    rating=rating,
                    stage=card.stage,
                    was_new=place == 0,
                    spent_ms=5000,
                    reviewed_at=at,
                    reviewed_on=incentives.local_day(at, actor.time_zone),
                )
            )
            mind, _ = true.review_card(mind, rating, at)
            plan, _ = usual.review_card(plan, rating, at)
            at += timedelta(days=max(1, (plan.due - at).days))
    with transaction() as tx:
        tx.session.add_all(rows)
    return len(rows)


def fits(actor) -> list[CardWeights]:
    """What has been fitted to somebody."""
    with reading() as tx:
        return list(
            tx.session.exec(select(CardWeights).where(CardWeights.user_id == actor.user_id))
        )


@pytest.fixture
def forgetful(ada):
    """Ada, who forgets new cards four times as fast as most people."""
    remember(ada, FORGETFUL, cards=70)
    return ada


def test_a_forgetful_learner_gets_shorter_rests(forgetful):
    assert flashcards.fit_memories() == 1

    (fit,) = fits(forgetful)
    assert fit.reviews == 490
    assert fit.held_out >= rules.FEWEST_HELD_OUT
    assert fit.loss_after < fit.loss_before
    assert fit.adopted_at is not None
    with reading() as tx:
        before = queries.weights_of(tx, forgetful.user_id, fit.adopted_at - timedelta(seconds=1))
        after = queries.weights_of(tx, forgetful.user_id, fit.adopted_at)
    assert before == memory.USUAL
    new = memory.Memory()
    assert (
        memory.answered(new, Rating.Easy, 0, seed="a", weights=after).days
        < memory.answered(new, Rating.Easy, 0, seed="a", weights=before).days
    )


def test_fitting_again_without_new_answers_does_nothing(forgetful):
    assert [flashcards.fit_memories(), flashcards.fit_memories()] == [1, 0]
    assert len(fits(forgetful)) == 1


def test_under_four_hundred_reviews_nobody_is_fitted(ada):
    remember(ada, FORGETFUL, cards=57)

    assert flashcards.fit_memories() == 0


def test_what_foresees_worse_is_kept_and_not_used(forgetful, monkeypatch):
    monkeypatch.setattr(
        forgetting, "fit", lambda *_, within_s: np.clip(USELESS, forgetting._LEAST, None)
    )

    flashcards.fit_memories()

    (fit,) = fits(forgetful)
    assert fit.loss_after > fit.loss_before
    assert fit.adopted_at is None
    with reading() as tx:
        later = tx.now + timedelta(days=1)
        assert queries.weights_of(tx, forgetful.user_id, later) == memory.USUAL


def test_a_screen_from_before_the_change_keeps_what_its_buttons_said(forgetful):
    with clock.stopped(AFTERNOON + timedelta(days=900)):
        slug = own_deck(forgetful, 1)
        view = flashcards.open_study(forgetful, slug)
        flashcards.fit_memories()
    with clock.stopped(AFTERNOON + timedelta(days=900, minutes=5)):
        changed = flashcards.open_study(forgetful, slug)
        assert changed.grades[EASY - 1].rest != view.grades[EASY - 1].rest

        answer(forgetful, view, EASY)

    (card,) = [one for one in cards_of(forgetful) if str(one.id) == view.face.card_id]
    rest = (incentives.local_day(card.due_at, forgetful.time_zone) - card.reviewed_on).days
    assert f"{rest} d" == view.grades[EASY - 1].rest


def test_the_clock_gives_each_run_an_end(forgetful, monkeypatch):
    monkeypatch.setattr("vel_tutor.domain.flashcards.fitting.LONGEST_RUN_S", 0.0)

    assert flashcards.fit_memories() == 0
