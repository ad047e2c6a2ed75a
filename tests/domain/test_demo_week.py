"""The week of a demo person, seen at whatever hour somebody starts the app for the first time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from tests import people
from tests.shelf import cards_of
from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.domain import incentives
from vel_tutor.models.practice import PracticeSession
from vt import week

MONDAY = datetime(2026, 11, 23, tzinfo=ZoneInfo(people.ZONE))
HOURS = [0.5, 9, 19.5]


@pytest.fixture(params=HOURS, ids="{:g} o'clock".format)
def now(request):
    moment = (MONDAY + timedelta(hours=request.param)).astimezone(UTC)
    with clock.stopped(moment):
        yield moment


@pytest.fixture
def cleo(now):
    with clock.stopped(now - timedelta(days=8)):
        return people.acting(people.student("Cleo"))


def test_cards_are_due_at_any_hour(now, cleo):
    week.study(cleo, "math_linear_functions")

    assert [card for card in cards_of(cleo) if card.due_at <= now]


def test_the_last_deck_was_yesterday_and_the_first_after_joining(now, cleo):
    week.live(cleo, week.EVERY_DAY)

    with reading() as tx:
        decks = tx.session.exec(select(PracticeSession)).all()
    here = ZoneInfo(people.ZONE)
    days = sorted((MONDAY.date() - deck.started_at.astimezone(here).date()).days for deck in decks)
    assert days == [1, 2, 3, 4, 5, 6, 7]
    assert incentives.purse(cleo).streak == 7
