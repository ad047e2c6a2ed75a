"""Prompts: the right person is asked the right thing at the right time, or nothing, and once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlmodel import col, func, select

from tests import people
from tests.decks import FIVE, finished, right_answer
from vel_tutor.agents.advisers import ADVISERS
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import loops, practice
from vel_tutor.domain.flashcards import FlashcardDeckCompleted
from vel_tutor.domain.loops import prompts
from vel_tutor.models.advice import AdviceEntry
from vel_tutor.models.experiments import ExperimentExposure
from vel_tutor.models.prompts import Prompt
from vel_tutor.vocabulary import Agent, Bar, LoopKind, PromptPlace, Subject, Trigger

BUDDY = LoopKind.BUDDY_CHALLENGE


def saturday(hour: int) -> datetime:
    """The next Saturday at `hour` in New York: nobody is at school."""
    return people.local(people.SATURDAY, hour)


NOON = saturday(12)


@pytest.fixture
def asks(published) -> Callable[..., Prompt]:
    """`asks(at)`: do what the reactions do with what was told so far; the newest prompt row."""
    told: set[int] = set()

    def react(at: datetime = NOON) -> Prompt:
        with clock.stopped(at), transaction() as tx:
            for event in [one for one in published if id(one) not in told]:
                told.add(id(event))
                prompts.consider(tx, event)
        return decided()[-1]

    return react


def decided() -> list[Prompt]:
    with reading() as tx:
        rows = tx.session.exec(select(Prompt).order_by(col(Prompt.created_at))).all()
    return sorted(rows, key=lambda row: (row.created_at, row.trigger is not Trigger.SESSION_ENDED))


def practises(actor, at: datetime = NOON, wrong: int = 1):
    """Finish a deck of five at `at`; the session."""
    return finished(actor, FIVE, wrong=wrong, at=at - timedelta(minutes=1))


def now_shown(actor, at: datetime = NOON):
    with clock.stopped(at):
        return prompts.current(actor)


# --- who is asked what


def test_ada_scores_80_percent_and_is_asked_whether_a_friend_can_beat_it(ada, asks):
    session = practises(ada, wrong=1)

    row = asks()

    assert (row.loop, row.place) == (BUDDY, PromptPlace.PRACTICE_RESULTS)
    shown = now_shown(ada)
    assert "80%" in shown.words
    assert shown.path == f"/practice/{session}/results?share=result"
    assert shown.button
    assert "shield" in shown.reward


def test_a_score_nobody_is_proud_of_is_not_to_be_shown_around(ada, asks):
    practises(ada, wrong=4)

    row = asks()

    assert (row.loop, row.bar) == (None, Bar.NOTHING)
    assert now_shown(ada).id == ""


def test_the_same_moment_is_decided_once_however_often_it_is_told(ada, published, asks):
    practises(ada)
    first = asks()
    with clock.stopped(NOON + timedelta(hours=3)), transaction() as tx:
        for event in list(published):
            prompts.consider(tx, event)

    assert [row.id for row in decided()] == [first.id]


def test_a_finished_deck_of_cards_leads_to_the_best_practice_of_its_subject(ada, asks, published):
    practises(ada, NOON - timedelta(days=2), wrong=3)
    best = practises(ada, NOON - timedelta(days=1), wrong=0)
    published.clear()
    published.append(
        FlashcardDeckCompleted(deck_id=uuid4(), user_id=ada.user_id, subject=Subject.MATH, cards=10)
    )

    row = asks()

    assert row.trigger is Trigger.DECK_COMPLETED
    assert row.target == str(best)


def test_the_end_of_a_visit_asks_about_its_best_deck(ada, asks, published):
    practises(ada, NOON - timedelta(minutes=10), wrong=2)
    best = practises(ada, NOON, wrong=0)
    published.clear()
    with clock.stopped(NOON + timedelta(minutes=21)):
        practice.close_visits()

    row = asks(NOON + timedelta(minutes=21))

    assert (row.trigger, row.target) == (Trigger.SESSION_ENDED, str(best))


def test_a_deck_played_against_a_challenge_sets_off_nothing(ada, bob, published):
    with clock.stopped(NOON):
        sent = loops.challenge_from(ada, practises(ada))
        published.clear()
        friend = loops.Friend(visitor_id="bobs", member=bob)
        code = sent.share.qr.split("/")[2]
        loops.begin(friend, code)
    session = loops.begin(friend, code).play.session_id
    for position in range(5):
        loops.answer(friend, code, position, right_answer(session, position))
        loops.next_question(friend, code, position)

    with transaction() as tx:
        for event in list(published):
            prompts.consider(tx, event)

    assert decided() == []


def test_a_deck_that_is_a_challenge_already_is_not_asked_about(ada, asks):
    with clock.stopped(NOON):
        loops.challenge_from(ada, practises(ada))

    row = asks()

    assert row.loop is None


# --- who is not


def test_a_child_without_inviting_is_asked_nothing(lea, asks):
    practises(lea)

    row = asks()

    assert (row.loop, row.bar) == (None, Bar.CONSENT)
    assert not prompts.suggestions(lea).offered


def test_a_teen_is_asked_nothing_in_the_evening_and_an_adult_is(ada, asks):
    grown = people.acting(people.student("Eve", years=20))
    late = saturday(22)
    practises(ada, late)
    practises(grown, late)

    asks(late)

    told = {row.user_id: row for row in decided()}
    assert told[ada.user_id].bar is Bar.QUIET_HOURS
    assert told[grown.user_id].loop is BUDDY


def test_what_was_asked_in_the_afternoon_is_not_shown_at_night(ada, asks):
    practises(ada)
    asks()

    assert now_shown(ada, saturday(20)).id
    assert now_shown(ada, saturday(22)).id == ""


def test_whoever_has_no_invitation_left_is_not_asked_to_invite(ada, asks):
    with clock.stopped(NOON):
        for _ in range(3):
            loops.challenge_from(ada, practises(ada, NOON - timedelta(hours=1)))
    practises(ada)

    row = asks()

    assert row.bar is Bar.CAP


def test_tutors_and_staff_are_never_asked(tess, sam):
    for somebody in (tess, sam):
        assert not prompts.suggestions(somebody).offered
        with pytest.raises(NotAllowed):
            prompts.choose(somebody, BUDDY, wanted=False)


# --- how often


def test_one_visit_has_one_prompt(ada, asks):
    practises(ada, NOON)
    asks(NOON)
    with clock.stopped(NOON):
        prompts.dismiss(ada, decided()[0].id)
    practises(ada, NOON + timedelta(minutes=10))

    row = asks(NOON + timedelta(minutes=10))

    assert row.bar is Bar.SESSION


def test_the_same_loop_waits_a_day(ada, asks):
    practises(ada, NOON)
    asks(NOON)
    with clock.stopped(NOON):
        prompts.dismiss(ada, decided()[0].id)
    practises(ada, NOON + timedelta(hours=5))
    early = asks(NOON + timedelta(hours=5))
    practises(ada, NOON + timedelta(hours=25))
    late = asks(NOON + timedelta(hours=25))

    assert early.bar is Bar.COOLDOWN
    assert late.loop is BUDDY


def test_never_show_this_again_is_kept_and_can_be_taken_back(ada, asks):
    practises(ada, NOON)
    asks(NOON)
    with clock.stopped(NOON):
        prompts.never(ada, decided()[0].id)
        assert [one.is_on for one in prompts.suggestions(ada).loops if one.loop == BUDDY] == [False]
    practises(ada, NOON + timedelta(days=7))

    barred = asks(NOON + timedelta(days=7))
    back = prompts.choose(ada, BUDDY, wanted=True)
    practises(ada, NOON + timedelta(days=14))

    assert barred.bar is Bar.OPTED_OUT
    assert all(one.is_on for one in back.loops)
    row = asks(NOON + timedelta(days=14))
    assert row.loop is BUDDY


def test_all_suggestions_can_be_switched_off_at_once(ada, asks):
    practises(ada, NOON)
    asks(NOON)

    prompts.choose(ada, None, wanted=False)

    assert now_shown(ada).id == ""
    practises(ada, NOON + timedelta(days=7))
    row = asks(NOON + timedelta(days=7))
    assert row.bar is Bar.OPTED_OUT


# --- once


@pytest.mark.parametrize("end", ["dismiss", "follow", "never"])
def test_what_was_answered_is_never_shown_again(ada, asks, end):
    practises(ada)
    row = asks()
    with clock.stopped(NOON):
        getattr(prompts, end)(ada, row.id)

    assert now_shown(ada).id == ""
    assert now_shown(ada, NOON + timedelta(hours=2)).id == ""


def test_what_nobody_answered_is_over_after_a_day(ada, asks):
    practises(ada)
    asks()

    assert now_shown(ada, NOON + timedelta(hours=7)).id
    assert now_shown(ada, NOON + timedelta(hours=24)).id == ""


def test_whoever_challenges_by_themselves_is_not_asked_any_more(ada, asks, published):
    session = practises(ada)
    asks()
    with clock.stopped(NOON):
        loops.challenge_from(ada, session)
        with transaction() as tx:
            prompts.note_done_otherwise(tx, ada.user_id, BUDDY)

    assert now_shown(ada).id == ""
    assert "PromptAnswered" in [type(event).__name__ for event in published]


def test_a_prompt_belongs_to_one_person(ada, bob, asks):
    practises(ada)
    row = asks()

    for deed in (prompts.dismiss, prompts.follow, prompts.never, prompts.note_shown):
        with pytest.raises(NotFound):
            deed(bob, row.id)
    assert now_shown(ada).id == str(row.id)


def test_being_shown_is_noted_once_and_counts_as_one_exposure(ada, asks):
    practises(ada)
    row = asks()
    for minute in (1, 2):
        with clock.stopped(NOON + timedelta(minutes=minute)):
            prompts.note_shown(ada, row.id)

    with reading() as tx:
        seen = tx.session.get_one(Prompt, row.id)
        assert seen.shown_at == NOON + timedelta(minutes=1)
        exposures = tx.session.exec(select(func.count()).select_from(ExperimentExposure)).one()
    assert exposures == 1


def test_a_forgotten_person_leaves_no_prompt(ada, asks):
    practises(ada)
    asks()

    with transaction() as tx:
        prompts.forget(tx, ada.user_id)

    assert decided() == []


# --- advice


def test_every_adviser_that_was_asked_is_in_the_log(ada, asks):
    practises(ada)
    asks()

    with reading() as tx:
        asked = set(tx.session.exec(select(AdviceEntry.agent)).all())
    assert asked == set(Agent) - {Agent.SOCIAL_PRESENCE}


@pytest.fixture
def nobody_advises(monkeypatch):
    """Every adviser comes too late: they are given no time at all."""
    for agent, adviser in ADVISERS.items():
        monkeypatch.setitem(ADVISERS, agent, replace(adviser, within_ms=0))


def test_without_advice_there_is_the_usual_prompt_which_promises_nothing(ada, asks, nobody_advises):
    practises(ada)

    row = asks()

    assert (row.loop, row.is_default, row.reward) == (BUDDY, True, None)
    assert "80%" in now_shown(ada).words
    with reading() as tx:
        lapses = tx.session.exec(select(AdviceEntry.lapse)).all()
    assert lapses
    assert all(lapses)


def test_without_advice_the_limits_are_the_same(ada, lea, asks, nobody_advises):
    practises(lea)
    practises(ada, saturday(22))
    asks(saturday(22))

    assert [row.loop for row in decided()] == [None, None]
