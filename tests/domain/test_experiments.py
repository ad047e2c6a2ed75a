"""Who is given a variant keeps it: through other weights, other devices, and an account at last."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from tests import people
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import attribution, experiments, loops
from vel_tutor.domain.experiments import LOOPS_ON, PROMPTS_COPY, actions
from vel_tutor.domain.experiments.catalogue import CATALOGUE, Definition
from vel_tutor.domain.experiments.rules import Config
from vel_tutor.domain.loops import rules as loop_rules
from vel_tutor.models.accounts import User
from vel_tutor.models.advice import AdviceEntry
from vel_tutor.models.experiments import (
    ExperimentAssignment,
    ExperimentExposure,
    ExperimentVersion,
)
from vel_tutor.vocabulary import ExperimentUnit, LoopKind

HALVES = Config(arms=(("control", 0.5), ("treatment", 0.5)))
TURNED = Config(arms=(("control", 0.01), ("treatment", 0.99)))
NAMES = ["Eva", "Fay", "Gil", "Hal"]
ONE_SIDED = Config(arms=(("control", 0.0), ("treatment", 1.0)))


@pytest.fixture(autouse=True)
def by_user(monkeypatch):
    """Two experiments of these tests: one by user, one about how large a reward is."""
    loops.listen_to_joining()
    own = Definition(unit=ExperimentUnit.USER, config=HALVES)
    reward = Definition(unit=ExperimentUnit.USER, config=ONE_SIDED, changes_rewards=True)
    monkeypatch.setattr(actions, "CATALOGUE", {**CATALOGUE, "by.user": own, "reward.size": reward})


def given(key, who):
    with transaction() as tx:
        return experiments.variant(tx, key, who)


def shown(key, who):
    with transaction() as tx:
        return experiments.expose(tx, key, who)


def revise(key, config):
    with transaction() as tx:
        return experiments.revise(tx, key, config)


def rows(model):
    with reading() as tx:
        return list(tx.session.exec(select(model)).all())


def invited(sender, name):
    """Somebody who clicks the sender's link as a guest; their visitor id."""
    with transaction() as tx:
        link = attribution.create_link(
            tx,
            sender.user_id,
            LoopKind.BUDDY_CHALLENGE,
            campaign="test",
            target_id=uuid4(),
            lifetime=loop_rules.CHALLENGE_LIFE,
        )
        attribution.clicked(tx, link, visitor_id=name)
    return name


def test_the_same_person_sees_the_same_wherever_they_are(ada):
    assert len({given("by.user", ada.user_id) for _ in range(5)}) == 1
    assert len(rows(ExperimentAssignment)) == 1


def test_other_weights_and_coverage_turn_nobody_round():
    guests = [f"guest-{number}" for number in range(40)]
    before = {guest: given("by.user", guest) for guest in guests}
    for config in (TURNED, replace(HALVES, coverage=0.0), ONE_SIDED):
        revise("by.user", config)

        assert {guest: given("by.user", guest) for guest in guests} == before
    assert set(before.values()) == {"control", "treatment"}


def test_newcomers_are_given_what_the_new_weights_say():
    given("by.user", "first")
    revise("by.user", ONE_SIDED)

    assert {given("by.user", f"late-{number}") for number in range(30)} == {"treatment"}


def test_a_guest_who_joins_keeps_what_they_saw_and_counts_once():
    for name in NAMES:
        visitor = f"guest-{name}"
        before = given("by.user", visitor)
        shown("by.user", visitor)
        joined = people.acting(people.student(name, visitor_id=visitor))

        assert given("by.user", joined.user_id) == before
        assert not shown("by.user", joined.user_id)
    assert len(rows(ExperimentAssignment)) == len(rows(ExperimentExposure)) == 4


def test_a_second_device_before_signing_in_changes_nothing(ada):
    before = given("by.user", ada.user_id)
    given("by.user", "her-tablet")

    assert given("by.user", ada.user_id) == before


def test_whoever_is_brought_sees_what_the_first_of_the_chain_sees(ada):
    """Guests of Ada, the account one of them opens, and the guest of that account: one unit."""
    roots = given(PROMPTS_COPY, ada.user_id)
    cay = people.acting(people.student("Cay", visitor_id=invited(ada, "cay")))
    dan = invited(cay, "dan")

    seen = [given(PROMPTS_COPY, who) for who in (cay.user_id, dan)]
    exposed = [shown(PROMPTS_COPY, who) for who in (cay.user_id, dan, ada.user_id)]

    assert seen == [roots, roots]
    assert exposed == [True, False, False]
    assert [row.times for row in rows(ExperimentExposure)] == [3]


def test_with_a_unit_of_one_friends_may_differ(ada):
    friends = [invited(ada, f"friend-{number}") for number in range(30)]

    assert {given("by.user", friend) for friend in friends} == {"control", "treatment"}


def test_only_the_first_look_is_an_exposure(ada):
    given("by.user", ada.user_id)

    assert [shown("by.user", ada.user_id) for _ in range(3)] == [True, False, False]
    (seen,) = rows(ExperimentExposure)
    assert (seen.times, seen.variant) == (3, given("by.user", ada.user_id))


def test_who_does_not_take_part_is_not_exposed(ada):
    revise("by.user", replace(HALVES, coverage=0.0))

    assert given("by.user", ada.user_id) == "control"
    assert not shown("by.user", ada.user_id)
    assert rows(ExperimentAssignment) == rows(ExperimentExposure) == []


def test_no_minor_takes_part_in_a_test_of_how_large_a_reward_is(ada, lea, pat):
    assert [given("reward.size", who.user_id) for who in (ada, lea)] == ["control"] * 2
    assert [shown("reward.size", who.user_id) for who in (ada, lea)] == [False, False]
    assert given("reward.size", "a guest of unknown age") == "control"
    assert given("reward.size", pat.user_id) == "treatment"
    assert shown("reward.size", pat.user_id)


def test_real_people_always_have_their_loops_and_simulated_ones_by_halves(ada):
    simulated = [UUID(int=number) for number in range(1, 21)]  # not drawn: nor is what they see
    with transaction() as tx:
        template = tx.session.exec(select(User).where(User.id == ada.user_id)).one()
        copy = template.model_dump(exclude={"id", "email", "email_key", "sign_in_name"})
        copy["simulation"] = "seed-7"
        tx.session.add_all(User(**copy, id=one, email=f"{one}@example.org") for one in simulated)

    seen = {given(LOOPS_ON, who) for who in simulated}

    assert given(LOOPS_ON, ada.user_id) == "on"
    assert seen == {"on", "off"}


def test_a_closed_experiment_takes_in_nobody_new(ada, bob):
    revise("by.user", ONE_SIDED)
    given("by.user", ada.user_id)
    with transaction() as tx:
        experiments.close(tx, "by.user")

    assert given("by.user", ada.user_id) == "treatment"
    assert given("by.user", bob.user_id) == "control"


def test_the_same_configuration_makes_no_new_version():
    given("by.user", "somebody")

    assert [revise("by.user", config) for config in (HALVES, TURNED, TURNED)] == [1, 2, 2]


def test_a_configuration_is_told_by_its_hash_and_comes_back_whole():
    assert HALVES.hash == Config.revived(HALVES.stored()).hash != TURNED.hash


@pytest.mark.parametrize(
    "wrong",
    [
        {"arms": (("a", 0.5), ("b", 0.4))},
        {"arms": (("a", 0.5), ("a", 0.5))},
        {"arms": (("a", 1.5), ("b", -0.5))},
        {"arms": ()},
        {"arms": (("a", 1.0),), "coverage": 1.1},
    ],
)
def test_a_configuration_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValueError, match=r"arm|weights"):
        Config(**wrong)


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE experiment_version SET config_hash = ''",
        "DELETE FROM experiment_version",
        "UPDATE experiment_assignment SET variant = 'treatment'",
        "DELETE FROM experiment_assignment",
    ],
)
def test_the_database_keeps_what_is_locked_and_given(deed):
    given("by.user", "somebody")

    with pytest.raises(IntegrityError, match="only ever added"), transaction() as tx:
        tx.session.connection().execute(text(deed))


def test_an_experiment_nobody_defined_is_a_mistake():
    with pytest.raises(KeyError), transaction() as tx:
        experiments.variant(tx, "no.such", "somebody")


def test_each_new_unit_is_one_line_in_the_log_of_advice(ada):
    for _ in range(3):
        given("by.user", ada.user_id)

    assert [entry.answer for entry in rows(AdviceEntry)] == [given("by.user", ada.user_id)]


def test_two_versions_keep_their_own_configuration():
    given("by.user", "somebody")
    revise("by.user", TURNED)

    kept = {row.number: Config.revived(row.config) for row in rows(ExperimentVersion)}
    assert kept == {1: HALVES, 2: TURNED}


@pytest.mark.commits
def test_many_requests_of_one_unit_at_once_give_one_variant_and_one_exposure():
    """The first of them begins the experiment; guests, for they need no account."""
    start = threading.Barrier(12)

    def arrive(_: int) -> tuple[str, bool]:
        start.wait()
        return given("by.user", "somebody"), shown("by.user", "somebody")

    with ThreadPoolExecutor(12) as crowd:
        seen = list(crowd.map(arrive, range(12)))

    (row,) = rows(ExperimentAssignment)
    (exposure,) = rows(ExperimentExposure)
    assert {variant for variant, _ in seen} == {row.variant}
    assert sorted(first for _, first in seen) == [*[False] * 11, True]
    assert exposure.times == 12
