"""What becomes of a streak: gaps, zones, clocks that change, and word that comes late."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from bench import streaks as lives
from vel_tutor.domain.incentives import rules, zones
from vel_tutor.domain.incentives.book import Book, Shield
from vel_tutor.vocabulary import DayKind

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOON = datetime(2026, 5, 10, 12, tzinfo=UTC)


def utc() -> Book:
    return Book(zones.stays_of("UTC", []))


def practised(book: Book, *days: int) -> Book:
    """Practise at noon, so many days after the first."""
    for day in days:
        book.practise(NOON + day * DAY, NOON + day * DAY)
    return book


def shield(number: int, day: int, *, is_rescue: bool = False) -> Shield:
    return Shield(UUID(int=number), NOON + day * DAY, is_rescue=is_rescue)


def kinds(book: Book) -> list[str]:
    return [page.kind.value for _, page in sorted(book.pages.items())]


def test_practising_half_past_one_at_night_counts_for_the_day_before():
    # devtrack#2952: 01:30 in Kolkata on 1 July is 20:00 UTC on 30 June
    book = Book(zones.stays_of("Asia/Kolkata", []))
    at = datetime(2025, 6, 30, 20, tzinfo=UTC)

    assert book.practise(at, at) == date(2025, 6, 30)


def test_an_evening_before_during_and_after_the_clocks_go_forward_makes_three():
    # readingstreak#12: Europe, 29 March 2026
    book = Book(zones.stays_of("Europe/Berlin", []))
    for day in (28, 29, 30):
        evening = datetime(2026, 3, day, 18, tzinfo=UTC)
        book.practise(evening, evening)

    assert book.streak(datetime(2026, 3, 30, 20, tzinfo=UTC)) == 3


def test_a_streak_survives_until_the_day_is_over():
    book = practised(utc(), 0, 1, 2)

    book.settle(NOON + 3 * DAY)
    assert book.streak(NOON + 3 * DAY) == 3
    book.settle(NOON + 4 * DAY)
    assert book.streak(NOON + 4 * DAY) == 0
    assert book.breaks[date(2026, 5, 13)].length == 3


def test_a_shield_carries_over_a_gap_without_counting_and_is_gone():
    book = practised(utc(), 0, 1)
    book.take(shield(1, 1))
    practised(book, 3)

    assert kinds(book) == ["practised", "practised", "shield", "practised"]
    assert (book.streak(NOON + 3 * DAY), book.shields) == (3, [])


def test_the_oldest_shield_goes_first():
    book = practised(utc(), 0)
    book.take(shield(1, 0))
    book.take(shield(2, 0))

    book.settle(NOON + 2 * DAY)

    assert [held.id.int for held in book.shields] == [2]


def test_a_shield_won_today_does_not_reach_back():
    book = practised(utc(), 0)
    book.settle(NOON + 2 * DAY)
    book.take(shield(1, 2))

    assert (book.streak(NOON + 2 * DAY), len(book.shields)) == (0, 1)


def test_two_shields_a_week_are_the_most_unless_one_was_won_by_a_rescue():
    book = practised(utc(), 0)
    for number, day in ((1, 0), (2, 0)):
        book.take(shield(number, day))
    practised(book, 3)
    ordinary, rescued = shield(3, 3), shield(4, 3, is_rescue=True)
    book.take(ordinary)
    book.take(rescued)

    practised(book, 5)

    assert kinds(book)[-2:] == ["shield", "practised"]
    assert book.shields == [ordinary]
    book.settle(NOON + 7 * DAY)
    assert book.streak(NOON + 7 * DAY) == 0


def test_a_pause_costs_nothing_and_saves_the_shield():
    book = practised(utc(), 0)
    book.take(shield(1, 0))
    book.pauses = ((date(2026, 5, 11), date(2026, 5, 12)),)

    practised(book, 3)

    assert kinds(book) == ["practised", "pause", "pause", "practised"]
    assert len(book.shields) == 1


def test_no_more_than_fourteen_days_in_ninety_can_be_paused():
    book = practised(utc(), 0)
    book.pauses = ((date(2026, 5, 11), date(2026, 5, 30)),)

    assert book.pause_days_left(date(2026, 6, 1)) == 0
    book.settle(NOON + 30 * DAY)
    assert kinds(book).count("pause") == 14
    assert min(book.breaks) == date(2026, 5, 25)


def test_flying_east_over_most_of_a_day_costs_nothing():
    flight = zones.Choice(NOON, "Pacific/Auckland")
    book = Book(zones.stays_of("America/Los_Angeles", [flight]))
    practised(book, -1, 0)
    later = NOON + 1.5 * DAY

    book.practise(later, later)

    assert [page.kind for page in book.pages.values()].count(DayKind.TRAVEL) == 1
    assert book.streak(later) == 3


def test_flying_west_lives_a_date_twice_and_counts_it_once():
    flight = zones.Choice(NOON + 2 * HOUR, "Pacific/Honolulu")
    book = Book(zones.stays_of("Asia/Tokyo", [flight]))
    at = (NOON, NOON + 10 * HOUR, NOON + 30 * HOUR)

    days = [book.practise(moment, moment) for moment in at]

    assert days == [date(2026, 5, 10), None, date(2026, 5, 11)]
    assert book.streak(at[-1]) == 2


def test_a_new_zone_counts_from_the_next_end_of_a_day_and_once_in_24_hours():
    home = "Europe/Berlin"
    there = zones.stays_of(home, [zones.Choice(NOON, "Asia/Tokyo")])
    back = zones.stays_of(
        home, [zones.Choice(NOON, "Asia/Tokyo"), zones.Choice(NOON + 14 * HOUR, home)]
    )

    assert zones.day_of(NOON + 12 * HOUR, there) == date(2026, 5, 10)
    assert there[1].since == datetime(2026, 5, 11, 1, tzinfo=UTC)
    assert back[2].since - back[1].since >= timedelta(hours=24)


def test_going_there_and_back_within_a_day_changes_nothing():
    moves = [zones.Choice(NOON, "Asia/Tokyo"), zones.Choice(NOON + HOUR, "Europe/Berlin")]

    assert len(zones.stays_of("Europe/Berlin", moves)) == 1


def test_a_practice_told_of_late_gives_the_shield_back():
    book = practised(utc(), 0)
    book.take(shield(1, 0))
    book.settle(NOON + 2 * DAY)
    assert book.shields == []

    told = book.practise(NOON + DAY + 6 * HOUR, NOON + 2 * DAY)

    assert told == date(2026, 5, 11)
    assert (book.streak(NOON + 2 * DAY), len(book.shields)) == (2, 1)


def test_a_practice_told_of_late_mends_a_streak_that_had_ended():
    book = practised(utc(), 0, 1, 2)
    book.settle(NOON + 4 * DAY)
    assert book.breaks

    book.practise(NOON + 3 * DAY + 6 * HOUR, NOON + 4 * DAY)

    assert (book.streak(NOON + 4 * DAY), book.breaks) == (4, {})


def test_starting_again_at_half_counts_on_from_there():
    book = practised(utc(), *range(40))
    book.settle(NOON + 41 * DAY)

    assert book.restart(min(book.breaks)) == 20
    practised(book, 41)
    assert (book.streak(NOON + 41 * DAY), book.restored) == (21, 20)


@pytest.mark.parametrize(
    ("practised_h_before_end", "expected"),
    [(24.5, [2]), (27.4, [2]), (27.6, [1, 2]), (47, [1, 2])],
)
def test_a_day_is_reminded_of_at_the_usual_hour_and_four_hours_before_its_end(
    practised_h_before_end, expected
):
    ends = NOON + DAY
    times = rules.reminders(ends - practised_h_before_end * HOUR, ends)

    assert [number for number, _ in times] == expected
    assert times[-1][1] == ends - 4 * HOUR


def test_a_made_up_life_in_every_zone_keeps_every_promise():
    report = lives.examine(0, 477, seed=2026)

    assert report.faults == {}, report.examples
    assert (report.cases, len(report.zones)) == (477, 477)
    assert report.clock_changes > 50
    assert report.journeys > 200
