"""The bank learns from finished tests: each once, in order, and only from people who read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import numpy as np
import pytest
from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import bank, diagnostics
from vel_tutor.domain.bank import Answer, Seen, rules
from vel_tutor.domain.diagnostics import DiagnosticChoice, learning
from vel_tutor.measure.eap import Posterior
from vel_tutor.measure.irt import Parameters, Response
from vel_tutor.models.bank import BankFamily, BankItem
from vel_tutor.models.diagnostics import Diagnostic
from vel_tutor.vocabulary import Subject
from vt import exam

CHOICE = DiagnosticChoice(subject=Subject.SCIENCE, grade=8)
MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)
NEAR = Posterior.normal(0.0, 0.3)


@pytest.fixture(autouse=True)
def stocked(clean_world):
    bank.fill(Subject.SCIENCE, per_family=3)
    with clock.stopped(MORNING):
        yield


def families() -> dict[str, BankFamily]:
    with reading() as tx:
        return {row.family: row for row in tx.session.exec(select(BankFamily)).all()}


def items() -> dict[UUID, BankItem]:
    with reading() as tx:
        return {row.id: row for row in tx.session.exec(select(BankItem)).all()}


def an_item(*, is_anchor: bool = False) -> BankItem:
    """One that people of middling ability get right about half of the time."""
    with reading() as tx:
        return tx.session.exec(
            select(BankItem)
            .where(BankItem.family == BankFamily.family)
            .where(col(BankFamily.is_anchor).is_(is_anchor), BankItem.seed == 1)
            .order_by(func.abs(BankItem.b), col(BankItem.family))
        ).first() or pytest.fail("no such item")


def answers(item: BankItem, *rights: bool) -> list[Answer]:
    parameters = Parameters(item.a, item.b, item.c, item.d)
    return [Answer(item.id, Response(parameters, right), NEAR) for right in rights]


def learn(item: BankItem, *rights: bool) -> bank.Due:
    with transaction() as tx:
        return bank.learn(tx, Subject.SCIENCE, answers(item, *rights))


def test_wrong_answers_make_a_family_and_the_item_harder(clean_world):
    item, before = an_item(), items()
    sibling = next(
        row for row in before.values() if row.family == item.family and row.id != item.id
    )

    learn(item, False, False, False)

    after, family = items(), families()[item.family]
    assert family.shift > 0.1
    assert family.variance < rules.FAMILY_VARIANCE
    assert family.answers == after[item.id].answers == 3
    assert after[sibling.id].b - sibling.b == pytest.approx(family.shift)
    assert after[item.id].b - item.b > after[sibling.id].b - sibling.b


def test_the_anchors_hold_the_scale_in_place(clean_world):
    item = an_item(is_anchor=True)

    learn(item, *[False] * 6)

    anchors = [row.shift for row in families().values() if row.is_anchor]
    others = [row.shift for row in families().values() if not row.is_anchor]
    assert families()[item.family].shift > 0.2
    assert np.mean(anchors) == pytest.approx(0, abs=0.005)
    assert max(others) < 0


def test_a_new_question_of_a_family_starts_where_its_family_stands(clean_world):
    item = an_item()
    learn(item, False, False, False, False)
    with transaction() as tx:
        tx.session.get_one(BankItem, item.id).shown = rules.WORN_AFTER

    bank.fill(Subject.SCIENCE, per_family=3)

    newest = max(
        (row for row in items().values() if row.family == item.family), key=lambda row: row.seed
    )
    prior = content.prior(content.instance(newest.family, newest.seed)).b
    assert newest.b == pytest.approx(prior + families()[item.family].shift)


def test_a_finished_test_is_learned_from_once(ada):
    test_id = exam.take(ada, CHOICE, 1.0, MORNING)
    asked = len(exam.rows(test_id))

    assert [diagnostics.learn_from_tests(), diagnostics.learn_from_tests()] == [1, 0]

    assert sum(row.answers for row in items().values()) == asked
    assert sum(row.answers for row in families().values()) == asked


def test_tests_are_learned_from_in_the_order_in_which_they_were_finished(ada, bob, monkeypatch):
    monkeypatch.setattr(learning, "AT_ONCE", 1)
    late = exam.take(bob, CHOICE, 2.0, MORNING + timedelta(hours=2))
    early = exam.take(ada, CHOICE, -1.0, MORNING)

    diagnostics.learn_from_tests()

    with reading() as tx:
        first, second = (tx.session.get_one(Diagnostic, id_) for id_ in (early, late))
    assert first.learned_at
    assert second.learned_at is None


def test_nothing_is_learned_from_a_test_that_was_guessed_through(ada):
    exam.take(ada, CHOICE, 1.0, MORNING, seconds=1)

    assert diagnostics.learn_from_tests() == 1

    assert sum(row.answers for row in families().values()) == 0


def test_every_process_reads_the_pool_again_after_learning(ada):
    with reading() as tx:
        before = bank.live(tx, Subject.SCIENCE)
    exam.take(ada, CHOICE, 1.0, MORNING)

    diagnostics.learn_from_tests()

    with reading() as tx:
        after = bank.live(tx, Subject.SCIENCE)
    assert after is not before
    assert not np.array_equal(after.pool.b, before.pool.b)


def test_a_family_that_is_tried_out_counts_once_it_is_known(clean_world):
    item = an_item()
    with transaction() as tx:
        family = tx.session.exec(select(BankFamily).where(BankFamily.family == item.family)).one()
        family.is_seed = True

    learn(item, *[True, False] * (rules.TRIED_AFTER // 2))

    assert not families()[item.family].is_seed


def seen(count: int, **facts) -> list[Seen]:
    """Answers as the model expects them, of people from -2 to 2."""
    rng = np.random.default_rng(7)
    thetas = np.linspace(-2, 2, count)
    chances = 1 / (1 + np.exp(-1.3 * thetas))
    usual = Seen(True, 0.5, 0.0, 9000, "", is_focal=False)
    return [
        replace(
            usual,
            right=bool(rng.random() < chance),
            chance=float(chance),
            theta=float(theta),
            is_focal=bool(number % 2),
            **facts,
        )
        for number, (theta, chance) in enumerate(zip(thetas, chances, strict=True))
    ]


def judge(answers: list[Seen]) -> tuple[str, ...]:
    with transaction() as tx:
        return bank.judge(tx, an_item().family, answers)


def test_a_family_that_behaves_raises_no_flag_and_gets_its_median_time(clean_world):
    assert judge(seen(200)) == ()

    family = families()[an_item().family]
    assert (family.median_ms, family.flags, family.flagged_at) == (9000, [], None)
    assert abs(family.facts["infit_z"]) < 3


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        (lambda one: replace(one, right=one.theta < 0), "does not tell who knows more"),
        (lambda one: replace(one, spent_ms=900), "answered faster than it can be read"),
        (
            lambda one: replace(one, right=False, slip="reversed") if one.theta > 0.6 else one,
            "a wrong option tempts the best",
        ),
        (
            lambda one: replace(one, right=one.right and (not one.is_focal or one.theta > 1)),
            "harder for one group than for equals in another",
        ),
    ],
)
def test_a_family_that_misbehaves_is_flagged_with_the_reason(clean_world, spoilt, why):
    flags = judge([spoilt(one) for one in seen(200)])

    assert why in flags
    assert families()[an_item().family].flagged_at == MORNING


def test_too_few_answers_say_nothing(clean_world):
    assert judge([replace(one, right=False) for one in seen(rules.FEWEST_TO_JUDGE - 1)]) == ()
    assert families()[an_item().family].facts == {}


def test_the_slope_of_a_family_that_tells_people_apart_grows(clean_world):
    item = an_item()
    before = families()[item.family]
    apart = [
        Answer(
            item.id,
            Response(Parameters(item.a, item.b, item.c, item.d), theta > item.b),
            Posterior.normal(theta, 0.2),
        )
        for theta in np.linspace(item.b - 2, item.b + 2, 60)
    ]

    with transaction() as tx:
        bank.refit(tx, item.family, apart)

    after = families()[item.family]
    assert after.a > before.a
    assert {row.a for row in items().values() if row.family == item.family} == {after.a}
