"""The item bank as a tab of the staff sees it: filters, one family, taking it out."""

import pytest

from tests import people
from vel_tutor import routes
from vel_tutor.core.errors import Conflict, Invalid, NotFound
from vel_tutor.domain import bank
from vel_tutor.state.bank import BankState
from vel_tutor.vocabulary import Role, Subject

FAMILY = "science.changes.melting"


@pytest.fixture
def adm(clean_world):
    bank.fill(Subject.SCIENCE, per_family=2)
    return people.staff("Adm", Role.ADMIN)


@pytest.fixture
async def opened(tab, adm):
    """The admin's tab with one family open."""
    one = tab(adm, f"{routes.admin_bank(subject='science')}&family={FAMILY}")
    await one.do(BankState.begin)
    return one


async def test_the_address_says_what_is_listed(tab, adm):
    listing = tab(adm, routes.admin_bank(subject="science", find="melting"))

    await listing.do(BankState.begin)

    page = listing.held["page"]
    assert FAMILY in {one.family_id for one in page.families}
    assert page.total < 30
    assert (listing.held["subject"], listing.held["find"]) == ("science", "melting")


async def test_an_address_that_makes_no_sense_lists_everything(tab, adm):
    listing = tab(adm, f"{routes.ADMIN_BANK}?subject=magic&grade=99&flagged=x&find=%00%01")

    await listing.do(BankState.begin)

    assert listing.held["page"].total == bank.browse(people.acting(adm), bank.BankQuery()).total
    assert listing.said == ""


async def test_filters_lead_to_an_address_of_their_own(tab, adm):
    listing = tab(adm, routes.ADMIN_BANK)

    await listing.do(
        BankState.look_for({"subject": "science", "grade": "4", "find": "a b&c", "flagged": "1"})
    )

    assert listing.went_to == routes.admin_bank(
        subject="science", grade="4", find="a b&c", flagged="1"
    )


async def test_the_next_question_of_a_family_comes_when_asked_for(opened):
    first = opened.held["question"]

    await opened.do(BankState.next_one)

    assert opened.held["question"].seed > first.seed


async def test_retiring_asks_first_then_offers_to_undo_it(opened):
    await opened.do(BankState.ask(True))
    assert opened.held["asks"] is True

    await opened.do(BankState.retire({"family_id": FAMILY, "why": "unclear"}))
    assert (opened.held["asks"], opened.held["undo"]) == (False, FAMILY)
    assert opened.held["opened"].family.retired == "Retired by staff"

    await opened.do(BankState.bring_back(FAMILY))
    assert opened.held["undo"] == ""
    assert opened.held["opened"].family.retired == ""


async def test_what_no_form_of_ours_sends_is_refused(opened):
    await opened.do(BankState.retire({"family_id": FAMILY, "why": "because"}))
    assert opened.said == Invalid.words

    await opened.do(BankState.retire({"family_id": "no.such", "why": "wrong"}))
    assert opened.said == NotFound.words

    await opened.do(BankState.retire({"family_id": FAMILY, "why": "wrong"}))
    await opened.do(BankState.retire({"family_id": FAMILY, "why": "wrong"}))
    assert opened.said == Conflict.words


async def test_a_family_nobody_knows_leads_to_the_page_that_says_so(tab, adm):
    lost = tab(adm, f"{routes.ADMIN_BANK}?family=no.such")

    await lost.do(BankState.begin)

    assert lost.went_to == routes.NOT_FOUND


async def test_a_product_manager_sees_no_way_to_retire_and_has_none(tab, adm):
    pam = tab(people.staff("Pam", Role.PRODUCT_MANAGER), f"{routes.ADMIN_BANK}?family={FAMILY}")

    await pam.do(BankState.begin)
    await pam.do(BankState.retire({"family_id": FAMILY, "why": "wrong"}))

    assert pam.held["opened"].may_retire is False
    assert bank.family(people.acting(adm), FAMILY).family.retired == ""


async def test_a_student_is_sent_nothing_of_the_bank(tab, adm):
    ada = tab(people.student("Ada"), f"{routes.ADMIN_BANK}?family={FAMILY}")

    await ada.do(BankState.begin)

    assert "loaded" not in ada.held or ada.held["loaded"] is False
    assert FAMILY not in ada.sent
