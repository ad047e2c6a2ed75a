"""The queue of the staff: what comes first, deciding once, taking back, who hears of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from tests import people
from tests.befriending import befriend
from tests.feeding import grow_up, reach, read
from tests.halls import group, joined, room_of
from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound
from vel_tutor.domain import accounts, feed, friends, moderation, notifications, rooms
from vel_tutor.models.safety import AuditEntry
from vel_tutor.vocabulary import (
    AuditAction,
    CaseKind,
    ConsentScope,
    Decision,
    NotificationKind,
    ReportKind,
)


@pytest.fixture
def line(ada, bob):
    """A line of ada's that bob has reported."""
    befriend(ada, bob)
    found = reach(ada, 30)
    feed.report(bob, found, ReportKind.UNKIND)
    return found


def waiting(actor, kind=None):
    return [(case.kind, case.id) for case in moderation.open_cases(actor, kind).cases]


def told(actor):
    return [notice.kind for notice in notifications.inbox(actor).notices]


def remembered(action):
    with reading() as tx:
        found = select(AuditEntry).where(AuditEntry.action == action)
        return [(row.actor_id, row.reason) for row in tx.session.exec(found).all()]


def test_a_reported_line_waits_in_its_own_words_and_names_nobody(ada, bob, sam, line):
    [case] = moderation.open_cases(sam).cases

    assert case.look.endswith("reached a 30-day streak")
    assert (case.title, case.reasons, case.people) == (
        "A line of the feed",
        "Unkind",
        "Reported by 1 person",
    )
    assert (case.state, case.is_minor) == ("Shown", True)
    assert not any(name in repr(case) for name in ("Ada", "Bob", "example.org"))


def test_reports_of_one_thing_are_one_case(ada, bob, sam, line):
    cleo = people.acting(people.student("Cleo"))
    befriend(ada, cleo)
    feed.report(cleo, line, ReportKind.SPAM)

    [case] = moderation.open_cases(sam).cases

    assert (case.people, case.reasons) == ("Reported by 2 people", "Unkind, Spam")


def test_a_line_that_is_taken_down_is_gone_for_all_until_that_is_undone(ada, bob, sam, line):
    moderation.settle(sam, CaseKind.LINE, line, Decision.TAKEN_DOWN)
    assert (read(ada), waiting(sam)) == ([], [])
    [ruling] = moderation.settled_cases(sam).cases
    assert (ruling.verdict, ruling.by, ruling.reasons) == ("Taken down", "you", "Unkind")

    moderation.undo(sam, UUID(ruling.ruling_id))
    moderation.undo(sam, UUID(ruling.ruling_id))

    assert read(ada) == ["You reached a 30-day streak"]
    assert waiting(sam) == [("line", str(line))]
    assert moderation.settled_cases(sam).cases == ()


def test_whoever_comes_second_is_told_who_decided(ada, bob, sam, alex, line):
    moderation.settle(sam, CaseKind.LINE, line, Decision.STAYS)

    with pytest.raises(moderation.DecidedAlready, match="Sam has decided this already: stays"):
        moderation.settle(alex, CaseKind.LINE, line, Decision.TAKEN_DOWN)

    assert read(ada) == ["You reached a 30-day streak"]


@pytest.mark.commits
def test_of_many_at_once_one_decides(ada, bob, sam, alex, line):
    def decide(number):
        try:
            moderation.settle((sam, alex)[number % 2], CaseKind.LINE, line, Decision.TAKEN_DOWN)
        except moderation.DecidedAlready:
            return 0
        return 1

    with ThreadPoolExecutor(8) as many:
        done = sum(many.map(decide, range(8)))

    assert done == len(moderation.settled_cases(sam).cases) == 1
    assert len(remembered(AuditAction.CASE_SETTLED)) == 1


def test_the_reporter_hears_that_somebody_looked_and_no_more(ada, bob, sam, line):
    moderation.settle(sam, CaseKind.LINE, line, Decision.TAKEN_DOWN)

    assert NotificationKind.REPORT_SEEN in told(bob)
    assert NotificationKind.REPORT_SEEN not in told(ada)
    assert remembered(AuditAction.CASE_SETTLED) == [(sam.user_id, "taken_down")]


def test_a_report_that_comes_later_opens_the_case_anew(ada, bob, sam, line):
    moderation.settle(sam, CaseKind.LINE, line, Decision.STAYS)
    cleo = people.acting(people.student("Cleo"))
    befriend(ada, cleo)

    feed.report(cleo, line, ReportKind.SPAM)

    [case] = moderation.open_cases(sam).cases
    assert (case.people, case.reasons) == ("Reported by 1 person", "Spam")


def test_minors_come_before_grown_ups_and_the_latest_first(ada, bob, sam, clean_world):
    old = people.acting(people.student("Olga"))
    grow_up(old)
    for hours, about in ((3, ada), (2, bob), (1, old)):
        with clock.stopped(clock.now() - timedelta(hours=hours)):
            by = bob if about is ada else ada
            friends.report(by, about.user_id, ReportKind.UNKIND)

    assert [case for _, case in waiting(sam)] == [str(one.user_id) for one in (bob, ada, old)]


def test_pages_show_each_case_once_while_new_ones_come(ada, sam, monkeypatch, queries):
    monkeypatch.setattr("vel_tutor.domain.moderation.rules.PAGE", 4)
    reporters = [people.acting(people.student(f"Kid{letter}")) for letter in "abc"]
    lines = [reach(ada, 7 + number) for number in range(9)]
    for number, one in enumerate(lines):
        with clock.stopped(clock.now() - timedelta(minutes=20 - number)):
            friends.report(reporters[0], ada.user_id, ReportKind.SPAM, one)

    seen, after = [], ""
    while True:
        with queries(at_most=12):
            page = moderation.open_cases(sam, None, after)
        seen += [case.id for case in page.cases]
        friends.report(reporters[1], ada.user_id, ReportKind.SPAM, lines[-1])
        after = page.after
        if not after:
            break

    assert seen == [str(one) for one in reversed(lines)]


def test_a_room_that_is_taken_down_is_closed_for_good(ada, bob, sam):
    slug = group(ada)
    joined(bob, slug)
    rooms.report_room(bob, room_of(slug).id, ReportKind.SPAM)
    [case] = moderation.open_cases(sam, CaseKind.ROOM).cases
    assert (case.look, case.href) == (room_of(slug).name, f"/rooms/{slug}")

    moderation.settle(sam, CaseKind.ROOM, room_of(slug).id, Decision.TAKEN_DOWN)

    assert room_of(slug).closed_at
    [ruling] = moderation.settled_cases(sam).cases
    with pytest.raises(moderation.CannotUndo):
        moderation.undo(sam, UUID(ruling.ruling_id))


def test_somebody_who_is_stopped_meets_nobody_until_that_is_undone(ada, bob, sam):
    befriend(ada, bob)
    friends.report(bob, ada.user_id, ReportKind.UNSAFE)

    moderation.settle(sam, CaseKind.PERSON, ada.user_id, Decision.BARRED)

    with reading() as tx:
        assert not friends.may_meet(tx, ada.user_id, bob.user_id)
        assert friends.friends_of(tx, bob.user_id) == ()
        assert not accounts.allows(tx, ada.user_id, ConsentScope.PRESENCE)
    assert NotificationKind.MEETING_STOPPED in told(ada)

    moderation.undo(sam, UUID(moderation.settled_cases(sam).cases[0].ruling_id))
    with reading() as tx:
        assert friends.friends_of(tx, bob.user_id) == (ada.user_id,)


def test_a_warning_reaches_whoever_it_is_about(ada, bob, sam):
    friends.report(bob, ada.user_id, ReportKind.UNKIND)

    moderation.settle(sam, CaseKind.PERSON, ada.user_id, Decision.WARNED)

    assert NotificationKind.HOUSE_WARNING in told(ada)


def test_nobody_else_looks_or_decides(ada, bob, tess, line):
    for one in (ada, tess):
        with pytest.raises(NotAllowed):
            moderation.open_cases(one)
        with pytest.raises(NotAllowed):
            moderation.settled_cases(one)
        with pytest.raises(NotAllowed):
            moderation.settle(one, CaseKind.LINE, line, Decision.STAYS)


def test_what_makes_no_sense_is_not_decided(bob, sam, line):
    with pytest.raises(Invalid):
        moderation.settle(sam, CaseKind.LINE, line, Decision.RELEASED)
    with pytest.raises(NotFound):
        moderation.settle(sam, CaseKind.ROOM, line, Decision.STAYS)
    with pytest.raises(NotFound):
        moderation.settle(sam, CaseKind.PERSON, bob.user_id, Decision.WARNED)


def test_an_address_that_makes_no_sense_begins_at_the_top(sam, line):
    for after in ("0", "9~x~y", "1~2026-01-01~z", "-1~2026-01-01T00:00:00+00:00~0"):
        assert len(moderation.open_cases(sam, None, after).cases) == 1
