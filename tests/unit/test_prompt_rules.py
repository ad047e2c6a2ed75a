"""When somebody may be asked to share: limits, rests and bars, on paper."""

from datetime import UTC, datetime, timedelta

import pytest

from vel_tutor.domain.loops.prompts import rules
from vel_tutor.domain.loops.prompts.rules import Past, Person, Throttle
from vel_tutor.vocabulary import Bar, LoopKind, Trigger

NOW = datetime(2026, 11, 18, 20, tzinfo=UTC)
MORNING = NOW - timedelta(hours=12)
BUDDY, RALLY = LoopKind.BUDDY_CHALLENGE, LoopKind.RESULTS_RALLY
RESCUE, PROUD = LoopKind.STREAK_RESCUE, LoopKind.PROUD_PARENT


def asked(ago: timedelta, became: str = "dismissed", loop: LoopKind = BUDDY) -> Past:
    """A prompt of some time ago that was seen and dismissed, acted on, ignored or never seen."""
    at = NOW - ago
    return Past(
        loop=loop,
        created_at=at,
        expires_at=at + timedelta(hours=4),
        shown_at=None if became == "unseen" else at,
        dismissed_at=at if became == "dismissed" else None,
        acted_at=at if became == "acted" else None,
    )


def bar(*past: Past, loop: LoopKind = BUDDY, **more) -> Bar | None:
    return Throttle(past=past, now=NOW, day_began=MORNING, **more).bar(loop)


def test_whoever_was_never_asked_may_be_asked():
    assert bar() is None


@pytest.mark.parametrize(
    ("loop", "days"), [(BUDDY, 1), (RALLY, 2), (PROUD, 7)], ids=["buddy", "rally", "proud"]
)
def test_each_loop_waits_for_its_own_time(loop, days):
    just_before = asked(timedelta(days=days, minutes=-1), "acted", loop)
    long_enough = asked(timedelta(days=days), "acted", loop)

    assert bar(just_before, loop=loop) is Bar.COOLDOWN
    assert bar(long_enough, loop=loop) is None


def test_one_loop_does_not_hold_up_another():
    assert bar(asked(timedelta(hours=20), "acted", BUDDY), loop=RALLY) is None


def test_a_day_has_two_prompts_and_notifications_count_with_them():
    one = asked(timedelta(hours=9), "acted", RALLY)
    two = asked(timedelta(hours=6), "acted", RESCUE)

    assert bar(one) is None
    assert bar(one, two) is Bar.DAY
    assert bar(one, nudges_today=1) is Bar.DAY


def test_yesterdays_prompts_are_forgotten_by_the_day():
    yesterday = timedelta(hours=13)

    assert bar(asked(yesterday, "acted", RALLY), asked(yesterday, "acted", RESCUE)) is None


def test_a_visit_has_one_prompt():
    visit = NOW - timedelta(minutes=30)

    assert bar(asked(timedelta(minutes=20), loop=RALLY), visit_began=visit) is Bar.SESSION
    assert bar(asked(timedelta(minutes=40), "acted", loop=RALLY), visit_began=visit) is None


def test_one_prompt_at_a_time_but_a_rescue_cannot_wait():
    waiting = asked(timedelta(hours=1), "ignored", RALLY)

    assert bar(waiting) is Bar.SESSION
    assert bar(waiting, loop=RESCUE, visit_began=NOW - timedelta(hours=2)) is None


def test_nobody_is_tired_by_what_they_never_saw():
    unseen = asked(timedelta(hours=5), "unseen")

    assert bar(unseen) is None


@pytest.mark.parametrize(
    ("dismissals", "days"), [(1, 0), (2, 7), (3, 30), (5, 30)], ids=["1", "2", "3", "5"]
)
def test_dismissals_in_a_row_give_a_loop_a_longer_and_longer_rest(dismissals, days):
    def after(rest: timedelta) -> Bar | None:
        return bar(*(asked(rest + timedelta(days=30 * at)) for at in range(dismissals)))

    least = timedelta(days=max(days, 1))
    if days:
        assert after(least - timedelta(minutes=1)) is Bar.DISMISSED
    assert after(least) is None


def test_following_one_ends_the_row():
    past = (asked(timedelta(days=2)), asked(timedelta(days=4), "acted"), asked(timedelta(days=6)))

    assert bar(*past) is None


@pytest.mark.parametrize(
    ("person", "why"),
    [
        (Person(), None),
        (Person(may_invite=False, is_quiet=True), Bar.CONSENT),
        (Person(is_held=True), Bar.TRUST),
        (Person(is_quiet=True), Bar.QUIET_HOURS),
        (Person(wants_none=True), Bar.OPTED_OUT),
        (Person(invites_left=0), Bar.CAP),
    ],
    ids=["nothing", "consent", "held", "quiet", "opted_out", "cap"],
)
def test_what_speaks_against_asking_somebody_at_all(person, why):
    assert rules.personal_bar(person) is why


@pytest.mark.parametrize("trigger", list(Trigger))
def test_without_advice_only_what_is_open_is_chosen(trigger):
    assert rules.default_loop(trigger, ()) is None
    assert rules.default_loop(trigger, (RALLY,)) in {RALLY, None}


def test_without_advice_a_streak_at_risk_means_a_rescue_or_nothing():
    assert rules.default_loop(Trigger.STREAK_AT_RISK, (BUDDY, RESCUE)) is RESCUE
    assert rules.default_loop(Trigger.STREAK_AT_RISK, (BUDDY,)) is None
