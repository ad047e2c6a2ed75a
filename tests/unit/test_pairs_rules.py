"""How long a streak of two is, in whatever zones the two live."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vel_tutor.domain.incentives import zones
from vel_tutor.domain.incentives.book import Book
from vel_tutor.domain.pairs import rules
from vel_tutor.domain.pairs.rules import Life
from vel_tutor.vocabulary import DayKind

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
SINCE = date(2026, 3, 1)
P, S = DayKind.PRACTISED, DayKind.SHIELD
ZONES = (
    "Pacific/Kiritimati",
    "Asia/Kolkata",
    "Europe/Berlin",
    "UTC",
    "America/New_York",
    "Pacific/Pago_Pago",
)


def life(kinds: str, today: int) -> Life:
    """`kinds` from the first day on: p practised, s carried over, - a gap."""
    words = {"p": P, "s": S}
    days = {SINCE + DAY * at: words[kind] for at, kind in enumerate(kinds) if kind in words}
    return Life(days, SINCE + DAY * today)


@pytest.mark.parametrize(
    ("one", "other", "length"),
    [
        ("ppp", "ppp", 3),
        ("ppp", "pp", 2),
        ("pp", "pp", 2),
        ("ppp", "p-p", 1),
        ("p-p", "ppp", 1),
        ("---", "ppp", 0),
        ("pspp", "pppp", 3),
        ("pssp", "pspp", 2),
        ("", "", 0),
    ],
)
def test_days_count_that_both_have_practised_without_a_gap(one, other, length):
    today = max(len(one), len(other), 1) - 1

    assert rules.length(life(one, today), life(other, today), SINCE) == length


def test_nothing_breaks_while_the_day_still_runs_for_one_of_the_two():
    ahead, behind = life("ppp-", 3), life("pp", 2)

    assert rules.length(ahead, behind, SINCE) == 2


def test_days_before_the_two_agreed_do_not_count():
    assert rules.length(life("ppp", 2), life("ppp", 2), SINCE + DAY) == 2


def lived(zone: str, hours: list[int], until: datetime) -> Life:
    """Somebody in `zone` who practised so many hours after the beginning."""
    book = Book(zones.stays_of(zone, []))
    begin = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for hour in sorted(hours):
        at = begin + HOUR * hour
        if at <= until:
            book.practise(at, at)
    book.settle(until)
    return Life({day: page.kind for day, page in book.pages.items()}, book.today(until))


patient = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
"""A crowded machine is no reason to fail."""
hours = st.lists(st.integers(0, 24 * 20), max_size=20)


@patient
@given(st.sampled_from(ZONES), st.sampled_from(ZONES), hours, hours, st.integers(0, 24 * 22))
def test_it_is_never_longer_than_what_both_practised_and_the_same_for_both(
    here, there, mine, theirs, now
):
    until = datetime(2026, 3, 1, 12, tzinfo=UTC) + HOUR * now
    one, other = lived(here, mine, until), lived(there, theirs, until)

    length = rules.length(one, other, SINCE)

    both = {day for day in one.days if one.days[day] is P and other.days.get(day) is P}
    assert length == rules.length(other, one, SINCE)
    assert 0 <= length <= len(both)


@patient
@given(st.sampled_from(ZONES), st.sampled_from(ZONES), st.integers(2, 15))
def test_whoever_practise_every_day_keep_it_wherever_they_live(here, there, days):
    noons = [24 * day for day in range(days + 1)]
    until = datetime(2026, 3, 1, 12, tzinfo=UTC) + DAY * days
    one, other = lived(here, noons, until), lived(there, noons, until)

    assert rules.length(one, other, SINCE) >= days - 1


@patient
@given(st.sampled_from(ZONES), st.sampled_from(ZONES), st.integers(3, 12))
def test_two_days_without_either_end_it(here, there, days):
    noons = [24 * day for day in range(days)]
    until = datetime(2026, 3, 1, 12, tzinfo=UTC) + DAY * (days + 3)
    one, other = lived(here, noons, until), lived(there, noons, until)

    assert rules.length(one, other, SINCE) == 0
