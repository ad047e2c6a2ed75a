"""The page of a streak, and what waits under the bell."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests import people
from tests.pushing import PushService
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import incentives, notifications
from vel_tutor.state.header import HeaderState
from vel_tutor.state.inbox import InboxState, NoticeChoiceState
from vel_tutor.state.streak import StreakState
from vel_tutor.vocabulary import NotificationKind

NOON = datetime(2026, 5, 20, 16, tzinfo=UTC)
"""A Wednesday, in New York."""


@pytest.fixture
def ada_in(clean_world):
    signed_in = people.student("Ada")
    for day in (9, 8, 7, 4, 3, 2, 0):
        with clock.stopped(NOON - timedelta(days=day)), transaction() as tx:
            incentives.record_practice_day(tx, people.acting(signed_in).user_id, uuid4())
    return signed_in


async def test_the_month_shows_what_each_day_was_and_why(tab, ada_in):
    page = tab(ada_in, routes.STREAK)

    with clock.stopped(NOON):
        await page.do(StreakState.begin)

    diary = page.held["diary"]
    kinds = {day.number: day.kind for day in diary.days}
    assert [kinds[day] for day in ("13", "14", "15", "18", "19", "20", "21")] == [
        "practised",
        "shield",
        "ended",
        "practised",
        "ended",
        "practised",
        "ahead",
    ]
    assert (diary.in_a_row, diary.month, diary.shields) == (1, "May 2026", 0)
    assert [line.words for line in diary.log] == [
        "A streak of 3 days ended here.",
        "A streak of 3 days ended here.",
        "A shield kept the streak (for: your first three days in a row).",
    ]
    assert diary.shield_log[-1].words == "Your first three days in a row."


async def test_days_off_are_announced_on_the_page_and_odd_ones_explained(tab, ada_in):
    page = tab(ada_in, routes.STREAK)

    with clock.stopped(NOON):
        await page.do(StreakState.pause({"first": "2026-05-19", "last": "2026-05-21"}))
        assert page.held["problem"].startswith("A pause begins today or later")
        await page.do(StreakState.pause({"first": "2026-05-21", "last": "soon"}))
        assert page.held["problem"]
        await page.do(StreakState.pause({"first": "2026-05-21", "last": "2026-05-22"}))

    [pause] = page.held["diary"].pauses
    assert (pause.words, page.held["problem"]) == ("Thu 21 May to Fri 22 May", "")


async def test_a_parent_has_no_streak_page(tab, clean_world):
    page = tab(people.parent("Pat"), routes.STREAK)

    await page.do(StreakState.begin)

    assert page.held.get("loaded") is not True


async def test_the_bell_counts_until_one_is_opened(tab, ada_in):
    with transaction() as tx:
        notifications.tell(
            tx,
            people.acting(ada_in).user_id,
            NotificationKind.RALLY_JOINED,
            source_id=uuid4(),
            path=routes.TODAY,
        )
    page = tab(ada_in, routes.NOTIFICATIONS)
    await page.do(InboxState.begin)
    await page.do(HeaderState.enter)
    assert page.held["unread"] == 1

    await page.do(InboxState.open(page.held["notices"][0].id))
    assert page.went_to == routes.TODAY
    await page.do(HeaderState.enter)
    assert page.held["unread"] == 0


async def test_a_browser_is_subscribed_by_its_own_answer_and_a_refusal_is_explained(tab, ada_in):
    page, service = tab(ada_in, routes.SETTINGS), PushService()
    browser = service.browser("laptop")
    service.close()
    answer = {
        "endpoint": browser.endpoint,
        "expirationTime": None,
        "keys": {"p256dh": browser.p256dh, "auth": browser.auth},
    }

    await page.do(NoticeChoiceState.subscribed("NotAllowedError: permission denied"))
    assert "does not allow notifications" in page.held["words"]
    await page.do(NoticeChoiceState.subscribed(json.dumps(answer)))

    assert page.held["view"].devices == 1
