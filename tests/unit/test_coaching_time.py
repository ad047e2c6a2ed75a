"""Time with the tutor: the first minute of a silence counts, and words say how much is left."""

from datetime import UTC, datetime, timedelta

import pytest

from vel_tutor.domain.coaching import rules

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("silence_s", "counted"), [(0, 0), (0.9, 0), (12.7, 12), (60, 60), (60.9, 60), (3600, 60)]
)
def test_of_a_silence_the_first_minute_counts(silence_s, counted):
    assert rules.stretch(NOON, NOON + timedelta(seconds=silence_s)).seconds == counted


def test_what_is_less_than_a_second_counts_the_next_time():
    first = rules.stretch(NOON, NOON + timedelta(seconds=1.6))

    second = rules.stretch(first.clock_since, NOON + timedelta(seconds=3.2))

    assert first.seconds + second.seconds == 3


@pytest.mark.parametrize(
    ("silence_s", "left_s", "shown"),
    [(0, 300, (300_000, 60_000)), (45, 300, (255_000, 15_000)), (90, 300, (240_000, 0)),
     (45, 20, (0, 0)), (10, 20, (10_000, 10_000))],
)  # fmt: skip
def test_the_clock_on_the_screen_runs_for_a_minute_at_most(silence_s, left_s, shown):
    assert rules.running_ms(NOON, NOON + timedelta(seconds=silence_s), left_s) == shown


def test_a_clock_that_stands_still_shows_what_is_left():
    assert rules.running_ms(None, NOON, 90) == (90_000, 0)


@pytest.mark.parametrize(
    ("ms", "words"),
    [(0, "No time left"), (30_000, "Less than a minute left"), (60_000, "About 1 minutes left"),
     (61_000, "About 2 minutes left"), (300_000, "About 5 minutes left")],
)  # fmt: skip
def test_time_is_told_in_minutes(ms, words):
    assert rules.left_in_words(ms) == words.replace("1 minutes", "1 minute")
