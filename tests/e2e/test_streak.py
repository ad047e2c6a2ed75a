"""A streak read day by day, and news that reaches a browser."""

import json
from datetime import timedelta
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests import people
from tests.e2e.conftest import until
from vel_tutor import routes
from vel_tutor.core import events
from vel_tutor.core.db import transaction
from vel_tutor.domain import incentives, notifications
from vel_tutor.live import bus
from vel_tutor.vocabulary import NotificationKind


def eva_with_days():
    """All of them at once: the house settles streaks at any moment, and none of half a story."""
    signed_in = people.student("Eva")
    with transaction() as tx:
        now = tx.now
        for day in (4, 3, 2):
            tx.now = now - timedelta(days=day)
            incentives.record_practice_day(tx, people.acting(signed_in).user_id, uuid4())
    return signed_in


def test_a_missed_day_is_explained_and_the_next_ones_can_be_taken_off(enter):
    signed_in = eva_with_days()
    screen = enter(signed_in)
    page = screen.go(routes.TODAY)

    page.get_by_role("link", name="days in a row").click()
    expect(page.get_by_role("heading", name="Your streak")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("A shield kept the streak")

    today = page.get_by_label("First day off").get_attribute("min")
    page.get_by_label("First day off").fill(today)
    page.get_by_label("Last day off").fill(today)
    page.get_by_role("button", name="Announce these days off").click()

    expect(page.get_by_text("A day off. Nothing is asked of you today.")).to_be_visible()
    expect(page.get_by_role("button", name="Call off")).to_be_visible()


def test_news_rings_the_bell_on_an_open_screen_and_leads_where_it_happened(enter, monkeypatch):
    monkeypatch.setattr(events, "_listeners", [bus.carry])  # as one more process of the house
    signed_in = people.student("Eva")
    page = enter(signed_in).go(routes.SETTINGS)
    expect(page.get_by_role("link", name="Notifications", exact=True)).to_be_visible()

    with transaction() as tx:
        notifications.tell(
            tx,
            people.acting(signed_in).user_id,
            NotificationKind.RALLY_JOINED,
            source_id=uuid4(),
            path=routes.PRACTICE,
            data={"xp": 50},
        )
    page.get_by_role("link", name="1 unread Notifications").click()
    page.get_by_role("button", name="A new challenger").click()

    expect(page.get_by_role("heading", name="Practice", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="unread")).to_have_count(0)


def test_a_push_is_shown_by_the_worker_and_no_page_comes_from_it(enter):
    screen = enter(people.student("Eva"), permissions=["notifications"])
    page = screen.go(routes.SETTINGS)
    expect(page.get_by_role("button", name="Let this browser notify me")).to_be_visible()

    deliver(page, screen.address, {"notification": {"title": "vel_tutor", "body": "Something new"}})

    page.wait_for_function(
        "async () => (await (await navigator.serviceWorker.ready).getNotifications()).length === 1"
    )
    names = page.evaluate("async () => await caches.keys()")
    assert not any(":assets:" in name for name in names)


def deliver(page: Page, address: str, payload: dict[str, object]) -> None:
    """Hand the worker of this site a push, as the browser's own push service would."""
    workers = page.context.new_cdp_session(page)
    found: list[str] = []
    workers.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda said: found.extend(one["registrationId"] for one in said["registrations"]),
    )
    workers.send("ServiceWorker.enable")
    page.wait_for_function("async () => (await navigator.serviceWorker.ready).active !== null")
    until(page, lambda: found)
    workers.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": address, "registrationId": found[0], "data": json.dumps(payload)},
    )
