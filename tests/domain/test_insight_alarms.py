"""Alarms of the K-factor: of final figures only, once an episode, whatever is restarted."""

from datetime import date, timedelta

import pytest
from sqlmodel import select, text

from jobs.reactions import tell_of_growth
from tests import people
from tests.growth import Crowd, Town, answer, guest
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import insight
from vel_tutor.domain.insight.events import KAlarmRaised
from vel_tutor.domain.insight.rules import Value, episodes
from vel_tutor.models.insight import KAlert, KDay
from vel_tutor.models.notifications import Notification
from vel_tutor.vocabulary import KAlarm, Role

DAY = date(2026, 10, 20)


def values(*ks: float, people: int = 100, low: float = 0.0) -> list[Value]:
    return [Value(DAY + timedelta(days=n), people, k, low) for n, k in enumerate(ks)]


def told(*ks: float, **of) -> list[tuple[str, int, int | None]]:
    """Alarm, the day it began and the day it was over, counted from the first."""
    return [
        (e.alarm.value, (e.began_on - DAY).days, e.cleared_on and (e.cleared_on - DAY).days)
        for e in episodes(values(*ks, **of))
        if e.alarm is not KAlarm.CONFIRMED
    ]


def test_the_target_is_reached_once_until_it_is_clearly_lost():
    assert told(1.0, 1.2, 1.19, 1.2, 1.16, 1.14, 1.3) == [
        ("reached", 1, 5),
        ("reached", 6, None),
    ]


def test_three_days_below_are_a_warning_and_only_a_clear_rise_ends_it():
    assert told(0.9, 0.7, 0.7, 0.9, 0.7, 0.7, 0.7, 0.82, 0.7, 0.85, 0.86) == [("warning", 6, 10)]


def test_days_that_are_missing_are_not_days_below():
    gap = values(0.7, 0.7, 0.7, 0.7)
    del gap[2]

    assert episodes(gap[:3]) == ()


def test_too_few_people_are_never_an_alarm():
    assert told(1.5, 1.5, people=99) == []
    assert told(0.1, 0.1, 0.1, people=99) == []


def test_a_target_is_certain_once_the_lower_bound_is_above_it():
    found = episodes(values(1.3, low=1.21))

    assert {one.alarm for one in found} == {KAlarm.REACHED, KAlarm.CONFIRMED}


@pytest.fixture
def lively(clean_world) -> Town:
    """A hundred learners of whom each brings one and every third another one."""
    town = Town()
    crowd = Crowd(town.at(1))
    with transaction() as tx:
        learners = [crowd.person(f"u{n}", town.at(0)) for n in range(100)]
        tx.session.add_all(learners)
        tx.session.flush()
        links = [crowd.link(user, 0) for user in learners]
        tx.session.add_all(links)
        tx.session.flush()
        answer(tx.session, [(user.id, town.at(0.1)) for user in learners])
        for n, link in enumerate(links):
            for m in range(1 + (n % 3 == 0)):
                joined = crowd.person(f"j{n}-{m}", town.at(0.4))
                town.people[joined.first_name] = joined.id
                guest(tx.session, link, town.at(0.3), joined=joined)
    return town


def watched(town: Town, day: float) -> int:
    with town.on(day):
        insight.catch_up()
        return insight.watch()


def test_an_alarm_is_of_a_final_figure_and_told_once_whoever_restarts(lively, published):
    pam = people.acting(people.staff("Pam", Role.PRODUCT_MANAGER))

    assert watched(lively, 27) == 0
    raised = watched(lively, 28)
    assert (watched(lively, 28.5), watched(lively, 29)) == (0, 0)
    alarms = [event for event in published if isinstance(event, KAlarmRaised)]
    for event in [*alarms, *alarms]:
        with transaction() as tx:
            tell_of_growth(tx, event)

    with reading() as tx:
        news = tx.session.exec(select(Notification).where(Notification.user_id == pam.user_id))
        assert len(news.all()) == len(alarms) == raised == 4
        alerts = tx.session.exec(select(KAlert)).all()
    assert {(one.loop, one.alarm) for one in alerts} == {
        (loop, alarm)
        for loop in ("", "buddy_challenge")
        for alarm in (KAlarm.REACHED, KAlarm.CONFIRMED)
    }
    assert alerts[0].k == pytest.approx(1.34)


def test_a_value_stays_as_it_was_when_it_became_final(lively):
    watched(lively, 28)
    with transaction() as tx:
        tx.session.connection().execute(text("DELETE FROM visitor"))
    watched(lively, 28.2)

    with reading() as tx:
        [value] = tx.session.exec(
            select(KDay).where(KDay.loop == "", KDay.day == date(2026, 10, 18))
        ).all()
    assert value.k == pytest.approx(1.34)
