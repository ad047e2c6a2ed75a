"""The staff look through the bank, and take out what should not be asked."""

from uuid import UUID, uuid4

import pytest
from sqlmodel import col, select

from tests import people
from vel_tutor import content
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Conflict, NotAllowed, NotFound
from vel_tutor.domain import bank
from vel_tutor.domain.bank import BankQuery, rules
from vel_tutor.models.bank import BankFamily, BankItem
from vel_tutor.models.safety import AuditEntry
from vel_tutor.vocabulary import AuditAction, ItemFormat, Misgiving, Retirement, Role, Subject

SCIENCE = Subject.SCIENCE
FAMILY = "science.changes.melting"


@pytest.fixture
def adm(clean_world):
    """An admin, over a bank stocked with science."""
    bank.fill(SCIENCE, per_family=3)
    return people.acting(people.staff("Adm", Role.ADMIN))


@pytest.fixture
def pam(adm):
    """A product manager."""
    return people.acting(people.staff("Pam", Role.PRODUCT_MANAGER))


def changed(family_id: str, **values) -> None:
    with transaction() as tx:
        row = tx.session.exec(select(BankFamily).where(BankFamily.family == family_id)).one()
        for name, value in values.items():
            setattr(row, name, value)


def drawn_from() -> set[str]:
    """The families that a new science test would draw from."""
    with reading() as tx:
        return set(bank.live(tx, SCIENCE).families)


def log() -> list[AuditEntry]:
    deeds = (AuditAction.FAMILY_RETIRED, AuditAction.FAMILY_BROUGHT_BACK)
    with reading() as tx:
        entries = tx.session.exec(select(AuditEntry).order_by(col(AuditEntry.seq))).all()
    return [entry for entry in entries if entry.action in deeds]


def test_turning_the_pages_shows_every_family_once(pam):
    seen, after, total = [], "", 0
    while True:
        page = bank.browse(pam, BankQuery(), after)
        seen += [one.family_id for one in page.families]
        after, total = page.after, page.total
        if not after:
            break
        assert len(page.families) == rules.PAGE

    there = {one.id for one in content.families() if content.skill(one.skill).subject is SCIENCE}
    assert len(seen) == len(set(seen)) == total
    assert set(seen) == there


def test_filters_narrow_the_list_together(pam):
    changed(FAMILY, flags=["does not tell who knows more"])
    grade = content.family(FAMILY).grade

    def found(**filters) -> set[str]:
        return {one.family_id for one in bank.browse(pam, BankQuery(**filters)).families}

    assert found(only_flagged=True) == {FAMILY}
    assert FAMILY in found(grade=grade, text="MELTING")
    assert {content.family(name).grade for name in found(grade=grade)} == {grade}
    assert found(only_flagged=True, grade=grade + 1) == set()
    assert found(subject=Subject.MATH) == set()
    assert found(text="100%_") == set()


def test_a_family_is_found_by_the_name_of_its_skill(pam):
    name = content.skill(content.family(FAMILY).skill).name

    page = bank.browse(pam, BankQuery(text=name))

    assert FAMILY in {one.family_id for one in page.families}
    assert all(one.skill == name for one in page.families if one.family_id == FAMILY)


def test_a_family_shows_what_answers_and_tests_have_left_behind(pam):
    changed(FAMILY, answers=31, a=1.25, shift=-0.4, variance=0.05, median_ms=14_200)
    with transaction() as tx:
        items = tx.session.exec(select(BankItem).where(BankItem.family == FAMILY)).all()
        grade = items[0].grade
        for _ in range(3):
            bank.note_exposure(tx, uuid4(), SCIENCE, grade, items[0].id)
        bank.note_exposure(tx, uuid4(), SCIENCE, grade + 1, items[1].id)

    detail = bank.family(pam, FAMILY)

    shown = detail.family
    assert (shown.live, shown.answers, shown.slope, shown.shift) == (3, 31, "1.25", "-0.40")
    assert (shown.variance, shown.median, shown.exposure) == ("0.050", "14 s", "3 of 3 tests")
    assert sorted(item.shown for item in detail.live) == [0, 1, 3]
    assert (detail.may_retire, detail.may_bring_back) == (False, False)


def test_without_enough_answers_no_fit_is_claimed(pam):
    facts = {fact.label: fact.words for fact in bank.family(pam, FAMILY).facts}

    assert facts["Fit"] == "Not enough answers yet (n = 0, need 25)"


def test_a_retired_family_leaves_new_tests_at_once_and_stays_out(adm):
    assert FAMILY in drawn_from()

    bank.retire(adm, FAMILY, Misgiving.UNCLEAR)

    assert FAMILY not in drawn_from()
    bank.fill(SCIENCE, per_family=3)
    assert FAMILY not in drawn_from()
    detail = bank.family(adm, FAMILY)
    assert (detail.family.retired, detail.family.live) == ("Retired by staff", 0)
    assert detail.may_bring_back


def test_a_question_made_while_its_family_was_being_retired_is_not_drawn(adm):
    bank.retire(adm, FAMILY, Misgiving.WRONG)

    with transaction() as tx:
        item = tx.session.exec(select(BankItem).where(BankItem.family == FAMILY)).first()
        assert item is not None
        item.retired_at = item.retired_why = None
        bank.renew(tx, SCIENCE)

    assert FAMILY not in drawn_from()


def test_what_is_brought_back_is_what_was_taken_out(adm):
    before = bank.family(adm, FAMILY)
    bank.retire(adm, FAMILY, Misgiving.WRONG)

    bank.bring_back(adm, FAMILY)

    assert bank.family(adm, FAMILY) == before
    assert FAMILY in drawn_from()


def test_a_question_that_was_mended_meanwhile_does_not_come_back(adm):
    bank.retire(adm, FAMILY, Misgiving.WRONG)
    with transaction() as tx:
        item = tx.session.exec(select(BankItem).where(BankItem.family == FAMILY)).first()
        assert item is not None
        item.fingerprint = "as it was before somebody mended the wording"

    bank.bring_back(adm, FAMILY)

    assert len(bank.family(adm, FAMILY).live) == 2


def test_worn_questions_stay_away_when_their_family_comes_back(adm):
    with transaction() as tx:
        item = tx.session.exec(select(BankItem).where(BankItem.family == FAMILY)).first()
        assert item is not None
        item.retired_at, item.retired_why = tx.now, Retirement.WORN
        worn: UUID = item.id

    bank.retire(adm, FAMILY, Misgiving.LEAKED)
    bank.bring_back(adm, FAMILY)

    with reading() as tx:
        assert tx.session.get_one(BankItem, worn).retired_why is Retirement.WORN


def test_the_log_keeps_who_did_it_and_why(adm):
    bank.retire(adm, FAMILY, Misgiving.UNFAIR)
    bank.bring_back(adm, FAMILY)

    out, back = log()
    assert (out.action, out.reason) == (AuditAction.FAMILY_RETIRED, "unfair")
    assert back.action is AuditAction.FAMILY_BROUGHT_BACK
    assert {out.actor_id, back.actor_id} == {adm.user_id}
    assert out.object_id == back.object_id is not None


def test_doing_it_twice_is_refused_and_not_logged(adm):
    with pytest.raises(Conflict):
        bank.bring_back(adm, FAMILY)
    bank.retire(adm, FAMILY, Misgiving.WRONG)
    with pytest.raises(Conflict):
        bank.retire(adm, FAMILY, Misgiving.WRONG)

    assert len(log()) == 1


def test_what_has_left_the_content_is_still_listed_but_cannot_come_back(adm):
    with transaction() as tx:
        row = BankFamily(
            family="science.old.one", subject=SCIENCE, skill="science.old", a=1.0, variance=0.3
        )
        row.retired_at, row.retired_why = tx.now, Retirement.GONE
        tx.session.add(row)

    page = bank.browse(adm, BankQuery(text="science.old"))

    assert [one.retired for one in page.families] == ["Left the content"]
    assert not bank.family(adm, "science.old.one").may_bring_back
    with pytest.raises(Conflict):
        bank.bring_back(adm, "science.old.one")
    with pytest.raises(NotFound):
        bank.preview(adm, "science.old.one")


def test_a_product_manager_may_look_and_not_touch(pam):
    with pytest.raises(NotAllowed):
        bank.retire(pam, FAMILY, Misgiving.WRONG)
    with pytest.raises(NotAllowed):
        bank.bring_back(pam, FAMILY)

    assert FAMILY in drawn_from()


@pytest.mark.parametrize("role", [Role.TUTOR, Role.COMPLIANCE, Role.TRUST_SAFETY])
def test_nobody_else_may_look(clean_world, role):
    somebody = people.acting(people.staff("Somebody", role))

    for look in (
        lambda: bank.browse(somebody, BankQuery()),
        lambda: bank.family(somebody, FAMILY),
        lambda: bank.preview(somebody, FAMILY),
    ):
        with pytest.raises(NotAllowed):
            look()


def test_a_family_nobody_knows_is_not_found(adm):
    for act in (
        lambda: bank.family(adm, "science.no.such"),
        lambda: bank.preview(adm, "science.no.such"),
        lambda: bank.retire(adm, "science.no.such", Misgiving.WRONG),
        lambda: bank.bring_back(adm, "science.no.such"),
    ):
        with pytest.raises(NotFound):
            act()


def of_format(wanted: ItemFormat) -> str:
    return next(one.id for one in content.families() if one.format is wanted)


@pytest.mark.parametrize("wanted", list(ItemFormat))
def test_a_question_of_any_format_shows_its_key_its_steps_and_its_traps(pam, wanted):
    shown = bank.preview(pam, of_format(wanted))

    assert shown.html
    assert shown.key
    assert shown.steps
    traps = [option for option in shown.options if not option.right]
    assert traps
    assert all(trap.misconception and trap.feedback for trap in traps)
    assert any(option.right for option in shown.options) == (
        wanted in {ItemFormat.CHOICE, ItemFormat.MULTI}
    )


def test_the_next_question_is_another_one(pam):
    first = bank.preview(pam, "math.place_value.digit", 0)
    second = bank.preview(pam, "math.place_value.digit", first.seed + 1)

    assert second.seed > first.seed
    assert (second.html, second.key) != (first.html, first.key)
