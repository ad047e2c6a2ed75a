"""Who may come along, what counts as together, and that no face leads back to anybody."""

from datetime import UTC, date, datetime, timedelta

import pytest

from vel_tutor.domain.loops.together import rules

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(("companions", "full"), [(0, False), (2, False), (3, True), (4, True)])
def test_four_are_enough(companions, full):
    assert rules.is_full(companions) is full


@pytest.mark.parametrize(("hours", "together"), [(0, True), (-2, True), (2, True), (2.1, False)])
def test_hours_apart_is_not_together(hours, together):
    assert rules.is_together(NOON, NOON + timedelta(hours=hours)) is together


@pytest.mark.parametrize(
    ("times", "real"), [((), False), ((900, 800), False), ((2000, 9000), True)]
)
def test_clicking_through_is_no_practice(times, real):
    assert rules.was_practice(times) is real


@pytest.mark.parametrize(("answered", "words"), [(3, "3 of 10"), (10, "10 of 10, done")])
def test_how_far_somebody_is_is_said_in_words(answered, words):
    assert rules.progress_words(answered, 10) == words


def test_a_face_is_another_one_each_day_and_in_each_subject():
    keys = {
        rules.day_key("u:1", topic, day)
        for topic in ("learning:math", "learning:reading")
        for day in (date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 9))
    }

    assert len(keys) == 6
