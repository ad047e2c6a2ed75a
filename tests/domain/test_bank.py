"""The live bank is stocked from the content, and nothing in it is shown too often."""

from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from vel_tutor import content
from vel_tutor.content import blueprint
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import bank
from vel_tutor.domain.bank import rules
from vel_tutor.models.bank import BankFamily, BankItem
from vel_tutor.vocabulary import Retirement, Subject

SCIENCE = Subject.SCIENCE


@pytest.fixture
def stocked(clean_world):
    bank.fill(SCIENCE, per_family=3)


def live() -> bank.Live:
    with reading() as tx:
        return bank.live(tx, SCIENCE)


def ids_of(there: bank.Live) -> list[UUID]:
    return [UUID(str(id_)) for id_ in there.pool.ids]


def test_the_first_filling_stocks_every_family_with_different_questions(clean_world):
    bank.fill()

    with reading() as tx:
        for subject in Subject:
            there = bank.live(tx, subject)
            families = [f for f in content.families() if content.skill(f.skill).subject is subject]
            assert set(there.families) == {family.id for family in families}
            asked = {
                rules.fingerprint(content.instance(family, seed))
                for family, seed in zip(there.families, there.seeds, strict=True)
            }
            assert len(asked) == len(there.pool) >= 8 * sum(not f.authored for f in families)


def test_filling_again_changes_nothing(stocked):
    before = live()

    assert bank.fill(SCIENCE, per_family=3) == 0
    assert live() is before


def test_a_worn_question_makes_room_for_a_sibling_with_what_its_family_has_learned(stocked):
    with transaction() as tx:
        worn = tx.session.exec(select(BankItem).where(BankItem.subject == SCIENCE)).first()
        assert worn is not None
        worn.shown = rules.WORN_AFTER
        family = tx.session.exec(select(BankFamily).where(BankFamily.family == worn.family)).one()
        family.shift, family.a = 0.7, 1.6
        worn_id, name = worn.id, worn.family

    assert bank.fill(SCIENCE, per_family=3) == 2

    with reading() as tx:
        rows = tx.session.exec(select(BankItem).where(BankItem.family == name)).all()
    gone = next(row for row in rows if row.id == worn_id)
    sibling = max(rows, key=lambda row: row.seed)
    assert gone.retired_why is Retirement.WORN
    assert sibling.a == 1.6
    assert sibling.b == pytest.approx(content.prior(content.instance(name, sibling.seed)).b + 0.7)
    assert worn_id not in live().pool.position


def test_a_question_that_reads_differently_now_is_taken_out(stocked):
    with transaction() as tx:
        item = tx.session.exec(select(BankItem).where(BankItem.subject == SCIENCE)).first()
        assert item is not None
        item.fingerprint = "as it was before somebody mended the wording"
        id_ = item.id

    bank.fill(SCIENCE, per_family=3)

    with reading() as tx:
        assert tx.session.get_one(BankItem, id_).retired_why is Retirement.GONE


def test_no_question_is_given_to_more_than_a_fifth_of_a_grades_tests(stocked):
    there = live()
    shown, other = ids_of(there)[:2]
    with transaction() as tx:
        for _ in range(5):
            bank.note_exposure(tx, uuid4(), SCIENCE, 6, shown)
        bank.note_exposure(tx, uuid4(), SCIENCE, 6, other)

    with reading() as tx:
        open_to = bank.unexposed(tx, there, 6)
        elsewhere = bank.unexposed(tx, there, 7)

    assert (open_to[0], open_to[1], elsewhere[0]) == (False, True, True)


def test_old_tests_leave_the_window_and_their_questions_come_back(stocked, monkeypatch):
    there = live()
    with transaction() as tx:
        for _ in range(5):
            bank.note_exposure(tx, uuid4(), SCIENCE, 6, ids_of(there)[0])
        for _ in range(4):
            bank.note_exposure(tx, uuid4(), SCIENCE, 6, ids_of(there)[1])
    monkeypatch.setattr(rules, "WINDOW", 4)

    assert [bank.forget_old_tests(), bank.forget_old_tests()] == [5, 0]

    with reading() as tx:
        assert bank.unexposed(tx, there, 6).all()


def test_an_area_is_only_asked_for_where_there_is_something_to_ask(clean_world):
    bank.fill(Subject.MATH, per_family=2)
    with reading() as tx:
        there = bank.live(tx, Subject.MATH)

    kindergarten, eighth = there.blueprint(0), there.blueprint(8)

    assert eighth.minimums["Algebra"] == blueprint.LEAST
    assert kindergarten.minimums["Algebra"] <= sum(
        f.grade <= 2 and blueprint.area(Subject.MATH, content.skill(f.skill).strand) == "Algebra"
        for f in content.families()
        if content.skill(f.skill).subject is Subject.MATH
    )


def test_the_domain_score_rises_with_ability_and_falls_with_the_grade(stocked):
    there = live()

    scores = [there.domain_score(theta, 6) for theta in (-3, 0, 3)]

    assert scores == sorted(scores)
    assert 0 < scores[0] < scores[2] < 1
    assert there.domain_score(0, 5) > there.domain_score(0, 9)
