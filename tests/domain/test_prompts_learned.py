"""What comes of prompts is learned: for all, for each person, and for both who saved a streak."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import select

from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain.loops import prompts
from vel_tutor.domain.loops.prompts import learning
from vel_tutor.measure import bandit
from vel_tutor.models.accounts import User
from vel_tutor.models.prompts import LoopPrior, Prompt
from vel_tutor.vocabulary import LoopKind, PromptPlace, Trigger

BUDDY, RESCUE = LoopKind.BUDDY_CHALLENGE, LoopKind.STREAK_RESCUE
ALL = tuple(LoopKind)
NOW = clock.now()


def asked(user_id, loop: LoopKind, became: str = "dismissed", days_ago: float = 1) -> None:
    """A prompt that was seen and dismissed, acted, shared or worked."""
    at = NOW - timedelta(days=days_ago)
    steps = {"acted": 1, "shared": 2, "worked": 3}.get(became, 0)
    with transaction() as tx:
        tx.session.add(
            Prompt(
                user_id=user_id,
                trigger=Trigger.PRACTICE_COMPLETED,
                source_id=uuid4(),
                loop=loop,
                place=PromptPlace.PRACTICE_RESULTS,
                reason="a test",
                created_at=at,
                expires_at=at + timedelta(hours=1),
                shown_at=None if became == "unseen" else at,
                dismissed_at=at if became == "dismissed" else None,
                acted_at=at if steps >= 1 else None,
                shared_at=at if steps >= 2 else None,
                worked_at=at if steps >= 3 else None,
            )
        )


def chance(actor, loop: LoopKind) -> float:
    """How likely the person is thought to take the loop up."""
    with reading() as tx:
        return learning.posteriors(tx, actor.user_id, ALL)[loop].mean


def learn() -> None:
    with clock.stopped(NOW):
        prompts.learn_from_prompts()


@pytest.fixture
def crowd(ada):
    """Thirty others, of whom each saw the buddy challenge four times and took it up twice."""
    with transaction() as tx:
        template = tx.session.exec(select(User).where(User.id == ada.user_id)).one()
        people = []
        for number in range(30):
            copy = template.model_dump(exclude={"id", "email", "email_key", "sign_in_name"})
            people.append(User(**copy, id=uuid4(), email=f"p{number}@example.org"))
        tx.session.add_all(people)
    for person in people:
        for number in range(4):
            asked(person.id, BUDDY, "worked" if number < 2 else "dismissed", 2 + number)
    learn()
    return people


def test_somebody_new_is_thought_of_as_everybody_else_is(bob, crowd):
    assert chance(bob, BUDDY) == pytest.approx(0.45, abs=0.08)
    assert chance(bob, RESCUE) == pytest.approx(bandit.START.mean)


def test_one_persons_few_outcomes_move_what_is_thought_and_do_not_rule_it(ada, crowd):
    before = chance(ada, BUDDY)
    for _ in range(3):
        asked(ada.user_id, BUDDY)

    after = chance(ada, BUDDY)

    assert after < before
    assert after > before / 2


def test_many_outcomes_of_one_person_do_rule_it(ada, crowd):
    for _ in range(80):
        asked(ada.user_id, BUDDY)

    assert chance(ada, BUDDY) < 0.2


def test_following_is_worth_less_than_sharing_and_sharing_less_than_a_friend_who_played(ada, bob):
    likely = []
    for became in ("dismissed", "acted", "shared", "worked"):
        with transaction() as tx:
            prompts.forget(tx, ada.user_id)
        asked(ada.user_id, BUDDY, became)
        likely.append(chance(ada, BUDDY))

    assert likely == sorted(set(likely))


def test_what_nobody_saw_teaches_nothing(ada):
    before = chance(ada, BUDDY)
    asked(ada.user_id, BUDDY, "unseen")

    assert chance(ada, BUDDY) == before


def test_a_saved_streak_makes_the_next_rescue_likelier_for_both(ada, bob):
    asked(ada.user_id, RESCUE, "acted", 0.1)
    before = chance(ada, RESCUE), chance(bob, RESCUE)
    room = uuid4()
    for _ in range(2):  # told twice
        with transaction() as tx:
            prompts.note_success(tx, (ada.user_id, bob.user_id), RESCUE, room)

    assert chance(ada, RESCUE) > before[0]
    assert chance(bob, RESCUE) > before[1]
    with reading() as tx:
        [row] = tx.session.exec(select(Prompt)).all()
        seen = learning.posteriors(tx, bob.user_id, ALL)[RESCUE]
    assert row.worked_at
    assert seen.worth == pytest.approx(bandit.START.worth + 1)


def test_the_draws_of_one_moment_are_the_same_when_it_is_told_again(ada, crowd):
    with reading() as tx:
        first = learning.draws(tx, ada.user_id, ALL, seed=7)
        again = learning.draws(tx, ada.user_id, ALL, seed=7)
        other = learning.draws(tx, ada.user_id, ALL, seed=8)

    assert first == again
    assert first != other


def test_over_many_moments_the_loop_people_take_up_is_drawn_higher(ada, crowd):
    for number in range(30):
        asked(crowd[number].id, RESCUE)
        asked(crowd[number].id, RESCUE, "shared", days_ago=3)
    learn()
    with reading() as tx:
        known = learning.posteriors(tx, ada.user_id, ALL)
    luck = bandit.chance(3)

    wins = sum(known[BUDDY].draw(luck) > known[RESCUE].draw(luck) for _ in range(400))

    assert 340 < wins < 400  # and now and then the other one gets its chance


def test_made_up_people_teach_nothing_about_real_ones(ada, crowd):
    before = chance(ada, BUDDY)
    with transaction() as tx:
        for person in crowd:
            row = tx.session.get_one(User, person.id)
            row.simulation = "seed-7"
            tx.session.add(row)
    learn()

    with reading() as tx:
        runs = {row.simulation for row in tx.session.exec(select(LoopPrior)).all()}
    assert runs == {"seed-7"}
    assert chance(ada, BUDDY) == pytest.approx(bandit.START.mean)
    assert before > bandit.START.mean
