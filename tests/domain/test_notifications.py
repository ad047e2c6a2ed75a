"""What people are told: in the app at once, beyond it as they wish and when they may be called."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from tests import people
from tests.pushing import PushService
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.core.push_keys import push_keys
from vel_tutor.domain import accounts, incentives, notifications
from vel_tutor.models.accounts import User
from vel_tutor.models.notifications import NoticeSending, PushSubscription
from vel_tutor.vocabulary import AgeBand, NotificationKind

HOUR = timedelta(hours=1)
EVENING = datetime(2026, 5, 6, 22, tzinfo=UTC)
"""A Wednesday, 18:00 in New York: after school, before the night."""
KIND = NotificationKind.RALLY_JOINED


@pytest.fixture
def service():
    opened = PushService()
    yield opened
    opened.close()


def tell(actor, kind=KIND, **data):
    with transaction() as tx:
        return notifications.tell(
            tx, actor.user_id, kind, source_id=uuid4(), path=routes.TODAY, data=data
        )


def arrive(actor, kind=KIND, at=EVENING, **data):
    """Tell, plan and send, as the reactions do."""
    with clock.stopped(at):
        tell(actor, kind, **data)
        latest = notifications.inbox(actor).notices[0]
        with transaction() as tx:
            notifications.plan(tx, UUID(latest.id))
            notifications.plan(tx, UUID(latest.id))
        return notifications.send_due()


def allow(actor, service, name="laptop"):
    browser = service.browser(name)
    notifications.subscribe(actor, browser.endpoint, browser.p256dh, browser.auth)
    return browser


def grown_up(actor):
    with transaction() as tx:
        tx.session.get_one(User, actor.user_id).age_band = AgeBand.ADULT
    return actor


def test_news_is_listed_the_latest_first_and_counted_until_read(ada, bob):
    with clock.stopped(EVENING):
        tell(ada, xp=50)
    with clock.stopped(EVENING + HOUR):
        tell(ada, NotificationKind.STREAK_AT_RISK, length=7)
        tell(bob)
        inbox = notifications.inbox(ada)

    assert [notice.title for notice in inbox.notices] == [
        "Your 7-day streak is still open today",
        "A new challenger",
    ]
    assert (inbox.notices[0].when, inbox.unread) == ("Today, 19:00", 2)

    assert notifications.mark_read(ada, UUID(inbox.notices[0].id)) == routes.TODAY
    assert notifications.unread(ada) == 1
    notifications.mark_all_read(ada)
    assert (notifications.unread(ada), notifications.unread(bob)) == (0, 1)


def test_nobody_reads_what_somebody_else_was_told(ada, bob):
    tell(ada)
    [notice] = notifications.inbox(ada).notices

    with pytest.raises(NotFound):
        notifications.mark_read(bob, UUID(notice.id))


def test_a_long_list_comes_in_pages_that_neither_skip_nor_repeat(ada):
    for minute in range(45):
        with clock.stopped(EVENING + timedelta(minutes=minute // 2)):
            tell(ada)

    seen, after = [], ""
    while True:
        page = notifications.inbox(ada, after)
        seen += [notice.id for notice in page.notices]
        after = page.more
        if not after:
            break

    assert (len(seen), len(set(seen))) == (45, 45)
    assert notifications.inbox(ada, "nonsense").notices[0].id == seen[0]


def test_reading_on_one_screen_tells_the_others(ada, published):
    tell(ada)
    published.clear()

    notifications.mark_all_read(ada)

    assert published[0].topics == (f"notices:{ada.user_id}",)


def test_a_push_arrives_encrypted_and_signed_and_says_what_happened(ada, service):
    laptop = allow(grown_up(ada), service)

    assert arrive(ada, xp=50) == 1

    [message] = service.messages
    shown = laptop.read(message.body)
    assert (shown["title"], shown["body"]) == (
        "A new challenger",
        "Somebody you invited plays in your rally. +50 XP for both.",
    )
    assert shown["data"]["onActionClick"]["default"]["url"] == routes.TODAY
    keys = push_keys()
    assert keys is not None
    assert message.signed_by == keys.public
    assert b"challenger" not in message.body


def test_on_a_minors_screen_it_says_nothing_personal(ada, service):
    laptop = allow(ada, service)

    arrive(ada, NotificationKind.STREAK_AT_RISK, length=7)

    shown = laptop.read(service.messages[0].body)
    assert (shown["title"], shown["body"]) == ("vel_tutor", "There is something new for you.")
    assert shown["data"]["onActionClick"]["default"]["url"] == routes.NOTIFICATIONS


def test_every_browser_is_called_and_one_that_is_gone_is_forgotten(ada, service):
    for name in ("laptop", "phone", "old"):
        allow(ada, service, name)
    service.statuses["old"] = 410

    arrive(ada)
    arrive(ada, at=EVENING + HOUR)

    assert [message.path for message in service.messages] == ["/push/laptop", "/push/phone"] * 2
    with reading() as tx:
        assert len(tx.session.exec(select(PushSubscription)).all()) == 2


def test_a_service_that_is_down_is_tried_again_and_nothing_comes_twice(ada, service):
    allow(ada, service)
    service.statuses["laptop"] = 503
    arrive(ada)
    assert service.messages == []

    service.statuses.clear()
    with clock.stopped(EVENING + timedelta(minutes=11)):
        assert [notifications.send_due(), notifications.send_due()] == [1, 0]
    assert len(service.messages) == 1


def test_a_signed_out_browser_is_called_no_more(service):
    signed_in = people.student("Ada")
    ada = people.acting(signed_in)
    allow(ada, service)

    accounts.sign_out(signed_in.token)
    arrive(ada)

    assert service.messages == []


@pytest.mark.parametrize(
    ("at", "local"),
    [
        (datetime(2026, 5, 7, 2, tzinfo=UTC), "22:00 on Wednesday"),
        (datetime(2026, 5, 7, 10, tzinfo=UTC), "06:00 on Thursday"),
        (datetime(2026, 5, 7, 14, tzinfo=UTC), "10:00, in school"),
    ],
)
def test_minors_are_left_alone_at_night_and_in_school(ada, service, at, local):
    allow(ada, service)

    assert arrive(ada, at=at) == 0
    assert service.messages == [], local
    with clock.stopped(EVENING + 22 * HOUR):
        notifications.send_due()
    assert len(service.messages) == 1, "after school on Thursday"


def test_saturday_morning_is_no_school_and_adults_have_no_school(ada, bob, service):
    allow(ada, service)
    allow(grown_up(bob), service, "bobs")

    arrive(ada, at=datetime(2026, 5, 9, 14, tzinfo=UTC))
    arrive(bob, at=datetime(2026, 5, 7, 4, tzinfo=UTC))

    assert len(service.messages) == 2


def test_quiet_hours_of_ones_own_come_on_top(ada, service):
    allow(ada, service)
    notifications.keep_quiet(ada, "17:30", "19:00")

    arrive(ada)
    assert service.messages == []
    with clock.stopped(EVENING + HOUR):
        notifications.send_due()
    assert len(service.messages) == 1

    for begins, ends in (("17:30", ""), ("noon", "13:00"), ("08:00", "08:00")):
        with pytest.raises(notifications.HoursOdd):
            notifications.keep_quiet(ada, begins, ends)


def test_a_parent_widens_the_quiet_hours_of_a_child_and_nobody_else_does(bob, clean_world):
    pat = people.parent("Pat")
    signed_in = people.child("Lea", "pat@example.org")
    accounts.give_consent(
        people.mailed_link("consent", to="pat@"), accounts.Browser(session_token=pat.token)
    )
    lea = people.acting(signed_in)

    notifications.keep_quiet(people.acting(pat), "17:00", "20:00", lea.user_id)

    assert notifications.choices(lea).quiet_from == "17:00"
    with pytest.raises(NotFound):
        notifications.keep_quiet(bob, "17:00", "20:00", lea.user_id)


def test_a_minor_is_called_twice_a_day_and_no_more(ada, service):
    allow(ada, service)

    for hour in (0, 1, 2):
        arrive(ada, at=EVENING + hour * HOUR)

    assert len(service.messages) == 2
    assert notifications.unread(ada) == 3


def test_a_reminder_that_would_come_too_late_is_dropped(ada, service):
    allow(ada, service)
    night = datetime(2026, 5, 7, 3, tzinfo=UTC)

    arrive(
        ada, NotificationKind.STREAK_AT_RISK, at=night, useless_from=(night + 4 * HOUR).isoformat()
    )
    with clock.stopped(night + 24 * HOUR):
        notifications.send_due()

    assert service.messages == []


def test_whoever_has_practised_is_not_called_for_the_streak(ada, service):
    first = EVENING - timedelta(days=2)
    allow(ada, service)
    for day in range(2):
        with clock.stopped(first + timedelta(days=day)), transaction() as tx:
            incentives.record_practice_day(tx, ada.user_id, uuid4())
    with clock.stopped(EVENING):
        incentives.settle_streaks()
        incentives.remind_of_streaks()
        [notice] = notifications.inbox(ada).notices
        with transaction() as tx:
            notifications.plan(tx, UUID(notice.id))
        with transaction() as tx:
            incentives.record_practice_day(tx, ada.user_id, uuid4())
        notifications.send_due()

    assert notice.title == "Your 2-day streak is still open today"
    assert (service.messages, notifications.unread(ada)) == ([], 0)


def test_a_kind_that_is_switched_off_stays_in_the_app(ada, service):
    allow(ada, service)
    notifications.prefer(ada, KIND.value, "push", is_on=False)

    arrive(ada)

    assert (service.messages, notifications.unread(ada)) == ([], 1)
    for kind, way in (("k_factor", "push"), (KIND.value, "pigeon")):
        with pytest.raises(NotFound):
            notifications.prefer(ada, kind, way, is_on=True)


def test_a_child_hears_nothing_beyond_the_app_until_a_parent_says_so(lea, service):
    with pytest.raises(NotAllowed):
        allow(lea, service)

    assert notifications.choices(lea).may_push is False
    assert not any(choice.may_mail for choice in notifications.choices(lea).choices)


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://10.0.0.1/x",
        "https://example.org/push",
        "https://fcm.googleapis.com.evil.example/x",
        "https://fcm.googleapis.com:8443/x",
        "file:///etc/passwd",
        "",
    ],
)
def test_we_call_no_address_but_those_of_push_services(ada, service, endpoint):
    browser = service.browser("x")

    with pytest.raises(notifications.BrowserOdd):
        notifications.subscribe(ada, endpoint, browser.p256dh, browser.auth)


def test_a_teen_who_asks_for_it_is_written_to_and_can_end_it_with_one_press(ada):
    notifications.prefer(ada, KIND.value, "mail", is_on=True)

    arrive(ada)
    [letter] = [one for one in accounts.mailbox() if one.recipient == "ada@example.org"]
    stop = next(link for link in letter.links if link.startswith("/unsubscribe/"))
    notifications.set_mail(stop.removeprefix("/unsubscribe/"), is_on=False)
    arrive(ada, at=EVENING + HOUR)

    assert letter.subject == "A new challenger"
    with reading() as tx:
        sent = [row.way.value for row in tx.session.exec(select(NoticeSending))]
    assert sent == ["mail"]


def test_nobody_is_written_to_who_did_not_ask(ada, pat):
    arrive(ada)
    arrive(pat, NotificationKind.FAMILY_BEGAN)

    with reading() as tx:
        assert tx.session.exec(select(NoticeSending)).all() == []
