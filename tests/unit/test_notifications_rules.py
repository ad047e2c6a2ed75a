"""When people are left alone, and that everything they are told has words."""

from datetime import UTC, datetime, timedelta

import pytest

from vel_tutor.domain.notifications import rules, words
from vel_tutor.vocabulary import NotificationKind

GUILT = ("lose", "lost", "last chance", "hurry", "disappoint", "miss out", "fail")


def local(hour: int, minute: int = 0, day: int = 6) -> datetime:
    """A moment in May 2026 in UTC, where this person lives; the 6th is a Wednesday."""
    return datetime(2026, 5, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "quiet"),
    [
        (local(6, 59), True),
        (local(7), False),
        (local(8), True),
        (local(14, 59), True),
        (local(15), False),
        (local(20, 59), False),
        (local(21), True),
        (local(10, day=9), False),
        (local(21, day=9), True),
    ],
)
def test_minors_may_be_called_before_and_after_school_and_on_weekends(at, quiet):
    assert rules.is_quiet(at, "UTC", None, is_minor=True) is quiet


def test_hours_over_midnight_are_quiet_on_both_sides_of_it():
    own = (22 * 60, 6 * 60)

    quiet = [rules.is_quiet(local(h), "UTC", own, is_minor=False) for h in (21, 22, 0, 5, 6)]
    assert quiet == [False, True, True, True, False]


def test_whoever_is_never_to_be_called_is_not_waited_for():
    around_the_clock = (7 * 60, 21 * 60)

    assert rules.next_loud(local(12), "UTC", around_the_clock, is_minor=True) is None


def test_waiting_ends_at_the_first_minute_that_is_not_quiet():
    later = rules.next_loud(local(22, 30), "UTC", None, is_minor=True)

    assert later == local(7, day=7)
    assert rules.next_loud(local(16), "UTC", None, is_minor=True) == local(16)
    assert local(7, day=7) - local(22, 30) < timedelta(hours=9)


@pytest.mark.parametrize("kind", NotificationKind)
def test_every_kind_has_words_without_guilt_and_a_name_in_the_settings(kind):
    said = words.say(kind, {})

    spoken = f"{said.title} {said.words} {words.CALLED[kind]}".lower()
    assert said.title
    assert said.words
    assert not [word for word in GUILT if word in spoken]
