"""What may be promised, what may be said of others, who sees what, and what is refused or held."""

from dataclasses import replace

import pytest

from vel_tutor.agents.brains import (
    experimentation,
    incentives_economy,
    social_presence,
    trust_safety,
)
from vel_tutor.agents.brains.experimentation import Arm
from vel_tutor.vocabulary import (
    AgeBand,
    Hold,
    LoopKind,
    RewardKind,
    Role,
    Subject,
    Undertaking,
    Verdict,
)

TEEN = incentives_economy.Question(
    loop=LoopKind.BUDDY_CHALLENGE, role=Role.STUDENT, age_band=AgeBand.TEEN
)
PARENT = replace(TEEN, loop=LoopKind.PROUD_PARENT, role=Role.PARENT, age_band=AgeBand.ADULT)


@pytest.mark.parametrize(
    ("question", "reward", "amount"),
    [
        (TEEN, RewardKind.SHIELD, 1),
        (replace(TEEN, loop=LoopKind.RESULTS_RALLY), RewardKind.XP, 50),
        (replace(TEEN, loop=LoopKind.STREAK_RESCUE), RewardKind.SHIELD, 1),
        (PARENT, RewardKind.CLASS_PASS, 1),
        (replace(PARENT, passes_this_quarter=3), None, 0),
        (replace(PARENT, loop=LoopKind.BUDDY_CHALLENGE), None, 0),
        (replace(TEEN, role=Role.TUTOR), RewardKind.XP, 50),
        (replace(TEEN, role=Role.ADMIN), None, 0),
        (replace(TEEN, is_held=True), None, 0),
        (replace(TEEN, loop=LoopKind.PROUD_PARENT), None, 0),
        (replace(TEEN, age_band=AgeBand.CHILD), None, 0),
    ],
)
def test_each_loop_promises_what_it_may(question, reward, amount):
    answer = incentives_economy.advise(question)

    assert (answer.reward, answer.amount) == (reward, amount)
    assert answer.reason


def test_whoever_is_paid_for_sending_says_so():
    paid = [
        incentives_economy.advise(replace(TEEN, loop=loop, role=role, age_band=AgeBand.ADULT))
        for loop in LoopKind
        for role in Role
    ]

    assert all(bool(answer.disclosure) == bool(answer.reward) for answer in paid)


def test_a_child_is_rewarded_for_finishing_together_and_not_for_sending():
    rescue = replace(TEEN, loop=LoopKind.STREAK_RESCUE, age_band=AgeBand.CHILD)

    answer = incentives_economy.advise(rescue)

    assert (answer.for_both, answer.disclosure) == (True, "")


def test_a_class_pass_waits_a_week():
    assert incentives_economy.advise(PARENT).waits_days == 7


@pytest.mark.parametrize(
    ("here", "words", "count"),
    [
        (0, "", 0),
        (1, "A few others are practising math now", 0),
        (4, "A few others are practising math now", 0),
        (5, "5 others are practising math now", 5),
        (1342, "1,342 others are practising math now", 1342),
    ],
)
def test_numbers_are_true_and_small_ones_vague(here, words, count):
    question = social_presence.Question(here=here, subject=Subject.MATH, may_see=True)

    answer = social_presence.advise(question)

    assert (answer.words, answer.count) == (words, count)


@pytest.mark.parametrize(
    ("friends", "name", "words"),
    [
        (1, "Otter 12", "Otter 12 is practising now"),
        (1, "", "A friend is practising now"),
        (2, "Otter 12", "Otter 12 and another friend are practising now"),
        (3, "", "A friend and other friends are practising now"),
    ],
)
def test_a_friend_is_named_as_we_were_told_to(friends, name, words):
    question = social_presence.Question(here=9, may_see=True, friends_here=friends, friend=name)

    assert social_presence.advise(question).words == words


def test_who_is_switched_off_is_told_nothing():
    question = social_presence.Question(here=50, friends_here=2, friend="Otter 12")

    assert social_presence.advise(question).words == ""


EXPERIMENT = experimentation.Question(
    experiment="prompts.copy",
    seed="s",
    unit="1",
    arms=(Arm(name="control", weight=0.5), Arm(name="treatment", weight=0.5)),
)


@pytest.mark.parametrize(
    ("seed", "unit", "place"),
    [
        ("seed", "a", 0.0505),
        ("seed", "b", 0.2696),
        ("foo", "ab", 0.2575),
        ("foo", "def", 0.2019),
        ("89123klj", "8952klfjas09ujkasdf", 0.124),
        ("90850943850283058242805", "123", 0.7516),
    ],
)
def test_the_hash_is_the_published_one(seed, unit, place):
    """Vectors of growthbook, sdk-js/test/cases.json, hash version 2."""
    assert experimentation.fraction(seed, unit) == place


@pytest.mark.parametrize(
    ("unit", "place"),
    [
        ("some_distinct_id", 0.7270002403585725),
        ("test-identifier", 0.4493881716040236),
        ("example_id", 0.9402003475831224),
        ("example_id2", 0.6292740389966519),
    ],
)
def test_holdouts_go_by_a_published_hash_too(unit, place):
    """Golden vectors of PostHog, `holdout-` and the identifier."""
    question = replace(EXPERIMENT, unit=unit, seed="any", is_holdout=True)

    assert experimentation.holdout_fraction(unit) == place
    assert experimentation.advise(question).variant == ("control", "treatment")[place >= 0.5]


def test_ten_thousand_people_never_turn_round():
    """Whatever becomes of weights and coverage, who has a variant keeps it; nobody flips."""
    seen: dict[str, str] = {}
    flips = 0
    for coverage, treated in ((0.2, 0.5), (0.6, 0.5), (1.0, 0.5), (1.0, 0.9), (0.3, 0.1)):
        arms = (Arm(name="control", weight=1 - treated), Arm(name="treatment", weight=treated))
        asked = replace(EXPERIMENT, coverage=coverage, arms=arms)
        for person in map(str, range(10_000)):
            one = replace(asked, unit=person, stored=seen.get(person, ""))
            answer = experimentation.advise(one)
            flips += person in seen and seen[person] != answer.variant
            if answer.takes_part:
                seen[person] = answer.variant

    assert flips == 0
    assert len(seen) == 10_000
    assert 4500 < list(seen.values()).count("treatment") < 5500


def test_arms_get_their_share():
    thirds = tuple(Arm(name=name, weight=1 / 3) for name in "abc")
    seen = [
        experimentation.advise(replace(EXPERIMENT, arms=thirds, unit=str(unit))).variant
        for unit in range(9000)
    ]

    assert all(abs(seen.count(arm.name) - 3000) < 150 for arm in thirds)


def test_more_coverage_moves_nobody_who_is_in():
    half = replace(EXPERIMENT, coverage=0.5)
    for unit in map(str, range(2000)):
        before = experimentation.advise(replace(half, unit=unit))
        after = experimentation.advise(replace(EXPERIMENT, unit=unit))

        assert not before.takes_part or before.variant == after.variant


def test_what_was_given_once_stays_whatever_the_weights_become():
    turned = (Arm(name="control", weight=1.0), Arm(name="treatment", weight=0.0))
    question = replace(EXPERIMENT, arms=turned, stored="treatment", coverage=0.0, is_open=False)

    assert experimentation.advise(question).variant == "treatment"


@pytest.mark.parametrize("band", [AgeBand.CHILD, AgeBand.TEEN, None])
def test_no_minor_is_in_a_test_of_how_large_a_reward_is(band):
    question = replace(EXPERIMENT, changes_rewards=True, age_band=band, stored="treatment")

    answer = experimentation.advise(question)

    assert (answer.variant, answer.takes_part) == ("control", False)


def test_grown_ups_may_be():
    question = replace(EXPERIMENT, changes_rewards=True, age_band=AgeBand.ADULT)

    assert experimentation.advise(question).takes_part


INVITE = trust_safety.Question(undertaking=Undertaking.INVITE, age_band=AgeBand.TEEN)


@pytest.mark.parametrize(
    ("question", "verdict", "rules"),
    [
        (INVITE, Verdict.ALLOW, ()),
        (replace(INVITE, allowed=False), Verdict.REFUSE, ("C16",)),
        (replace(INVITE, invites_left=0), Verdict.REFUSE, ("F4",)),
        (replace(INVITE, undertaking=Undertaking.REWARD, invites_left=0), Verdict.ALLOW, ()),
        (
            replace(INVITE, undertaking=Undertaking.PROMPT, quiet_hours=True),
            Verdict.REFUSE,
            ("C37",),
        ),
        (
            replace(
                INVITE,
                undertaking=Undertaking.PROMPT,
                quiet_hours=True,
                age_band=AgeBand.ADULT,
            ),
            Verdict.ALLOW,
            (),
        ),
        (
            replace(INVITE, undertaking=Undertaking.CO_PRACTICE, with_stranger_adult=True),
            Verdict.REFUSE,
            ("C36",),
        ),
        (replace(INVITE, attempts_today=20), Verdict.ALLOW, ()),
        (replace(INVITE, attempts_today=21), Verdict.HOLD, ("F5",)),
        (replace(INVITE, holds=(Hold.SAME_DEVICE,)), Verdict.HOLD, ("F2",)),
        (replace(INVITE, upheld_complaints=2), Verdict.ALLOW, ("complaints",)),
        (replace(INVITE, credited_today=6), Verdict.HOLD, ("F15",)),
        (replace(INVITE, credited_today=6, is_tutor=True), Verdict.ALLOW, ()),
        (replace(INVITE, age_hours=0.5, sent_ever=6), Verdict.ALLOW, ("F13",)),
        (replace(INVITE, matured_invitees=10, active_share=0.05), Verdict.HOLD, ("F14",)),
        (replace(INVITE, matured_invitees=9, active_share=0.0), Verdict.ALLOW, ()),
    ],
)
def test_consent_and_limits_refuse_and_suspicion_only_holds(question, verdict, rules):
    answer = trust_safety.advise(question)

    assert (answer.verdict, answer.rules) == (verdict, rules)


@pytest.mark.parametrize("hold", Hold)
def test_every_hold_has_its_rule(hold):
    answer = trust_safety.advise(replace(INVITE, holds=(hold,)))

    assert answer.verdict is Verdict.HOLD


def test_signs_add_up_to_a_review():
    both = replace(INVITE, holds=(Hold.DEVICE_CROWDED, Hold.ADDRESS_BURST))

    answer = trust_safety.advise(both)

    assert (answer.score, answer.needs_review) == (74, True)
