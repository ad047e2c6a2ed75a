"""What has happened sets off what it should, once."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from redis import Redis
from rq import SimpleWorker
from rq.serializers import JSONSerializer

from jobs import reactions, schedule
from jobs.queue import REACTIONS, queue
from jobs.relay import queue_reactions, reap
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import happenings, incentives
from vel_tutor.live.connection import queue_connection
from vel_tutor.vocabulary import XpReason

MORNING = datetime(2026, 5, 10, 8, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class LessonGiven(Event):
    student_id: UUID
    lesson_id: UUID


def reward_lesson(tx, event):
    incentives.award_xp(tx, event.student_id, 10, XpReason.PRACTICE_COMPLETED, event.lesson_id)


def stumble(tx, event):
    reward_lesson(tx, event)
    raise RuntimeError("the roof came down")


@pytest.fixture
def redis() -> Redis:
    return queue_connection()


@pytest.fixture
def set_off(monkeypatch):
    """Let lessons set off the given reactions."""

    def choose(*chosen):
        monkeypatch.setitem(reactions.REACTIONS, LessonGiven, chosen)

    return choose


def give_lesson(student):
    with transaction() as tx:
        tx.publish(LessonGiven(student_id=student.user_id, lesson_id=uuid4()))


def work_off(redis):
    worker = SimpleWorker([queue(REACTIONS, redis)], connection=redis, serializer=JSONSerializer)
    worker.work(burst=True, logging_level="ERROR")


def test_a_lesson_pays_once_however_often_the_outbox_is_looked_at(ada, redis, set_off):
    set_off(reward_lesson)
    give_lesson(ada)

    assert [queue_reactions(redis), queue_reactions(redis)] == [1, 0]
    work_off(redis)

    assert incentives.purse(ada).lifetime_xp == 10
    assert happenings.outbox().owed == 0


def test_a_lesson_whose_reward_is_delivered_twice_pays_once(ada, redis, set_off):
    set_off(reward_lesson)
    give_lesson(ada)
    [errand] = happenings.plan(reactions.names())

    carried = [happenings.carry(errand.delivery_id, reactions.by_name()) for _ in range(2)]

    assert carried == [True, False]
    assert incentives.purse(ada).lifetime_xp == 10


def test_a_job_the_queue_forgot_is_found_by_the_reaper(ada, redis, set_off):
    set_off(reward_lesson)
    with clock.stopped(MORNING):
        give_lesson(ada)
        queue_reactions(redis)
    redis.flushall()

    with clock.stopped(MORNING + happenings.LEASE - timedelta(seconds=1)):
        assert reap(redis) == 0
    with clock.stopped(MORNING + happenings.LEASE):
        assert [reap(redis), reap(redis)] == [1, 0]
        work_off(redis)

    assert incentives.purse(ada).lifetime_xp == 10


def test_a_reaction_that_fails_half_way_leaves_nothing_and_is_given_up_after_five(
    ada, redis, set_off
):
    set_off(stumble)
    now = MORNING
    with clock.stopped(now):
        give_lesson(ada)
        queue_reactions(redis)
        work_off(redis)
    for _ in range(10):
        now += timedelta(minutes=5)
        with clock.stopped(now):
            reap(redis)
            work_off(redis)

    outbox = happenings.outbox()
    [(delivery_id, reaction, cause)] = happenings.dead_letters()
    assert (outbox.owed, outbox.dead) == (0, 1)
    assert (reaction, cause) == ("stumble", "RuntimeError")
    assert incentives.purse(ada).lifetime_xp == 0

    set_off(reward_lesson, stumble)
    happenings.revive(delivery_id)
    assert happenings.outbox().owed == 1


def test_later_tries_wait_longer(ada, redis, set_off):
    set_off(stumble)
    with clock.stopped(MORNING):
        give_lesson(ada)
        [errand] = happenings.plan(reactions.names())
        happenings.carry(errand.delivery_id, reactions.by_name())
    first = MORNING + happenings.FIRST_BACKOFF
    with clock.stopped(first):
        assert len(happenings.take_overdue()) == 1
        happenings.carry(errand.delivery_id, reactions.by_name())

    with clock.stopped(first + happenings.FIRST_BACKOFF):
        assert happenings.take_overdue() == []
    with clock.stopped(first + 2 * happenings.FIRST_BACKOFF):
        assert len(happenings.take_overdue()) == 1


def test_the_outbox_says_how_far_behind_it_is(ada, redis, set_off):
    set_off(reward_lesson)
    queue_reactions(redis)  # how ada came is an old story
    with clock.stopped(MORNING):
        give_lesson(ada)

    with clock.stopped(MORNING + timedelta(seconds=30)):
        behind = happenings.outbox()
        queue_reactions(redis)
        work_off(redis)
        queue_reactions(redis)
        after = happenings.outbox()

    assert (behind.unplanned, behind.oldest_owed_s) == (1, 30.0)
    assert (after.unplanned, after.done, after.oldest_owed_s) == (0, 1, 0.0)


def test_two_schedulers_start_a_nightly_job_once(redis):
    night = datetime(2026, 5, 10, 3, 41, 30, tzinfo=UTC)

    first = schedule.start_due(redis, night)
    second = schedule.start_due(redis, night + timedelta(seconds=5))

    assert "check_ledger" in first
    assert second == []


def test_after_a_long_night_off_each_job_starts_once_and_not_for_every_missed_slot(redis):
    schedule.start_due(redis, MORNING)

    started = schedule.start_due(redis, MORNING + timedelta(days=3))

    assert started.count("check_ledger") == 1


def test_what_took_effect_long_ago_is_forgotten_and_what_is_owed_is_kept(ada, redis, set_off):
    set_off(reward_lesson)
    with clock.stopped(MORNING):
        give_lesson(ada)
        queue_reactions(redis)
        work_off(redis)
        give_lesson(ada)
        happenings.plan(reactions.names())

    with clock.stopped(MORNING + timedelta(days=40)):
        gone = happenings.forget_done(timedelta(days=30))

    assert gone >= 1
    assert happenings.outbox().owed == 1
