"""A page of another kind of account leads to a calm one, whoever refuses it."""

import pytest

from tests import people
from vel_tutor import routes
from vel_tutor.core.errors import NotAllowed
from vel_tutor.state.bank import BankState
from vel_tutor.state.cards import ShelfState
from vel_tutor.state.header import HeaderState
from vel_tutor.vocabulary import Role


@pytest.mark.parametrize("path", [routes.ADMIN_BANK, f"{routes.ADMIN_BANK}/"])
async def test_whoever_opens_a_page_of_another_role_is_led_to_a_calm_one(tab, path):
    page = tab(people.staff("Tess", Role.TUTOR), path)

    await page.do(BankState.begin)

    assert page.went_to == routes.NOT_YOURS
    assert not page.held.get("words")


async def test_a_press_that_is_refused_stays_a_notice(tab, clean_world):
    page = tab(people.parent("Pat"), routes.SETTINGS)

    await page.do(ShelfState.look_for("cells"))

    assert page.went_to == ""
    assert page.held["words"] == NotAllowed.words


async def test_a_page_of_ones_own_is_left_alone(tab, clean_world):
    page = tab(people.student("Ada"), routes.TODAY)

    await page.do(HeaderState.enter)

    assert page.went_to == ""


async def test_a_child_who_waits_is_led_to_where_they_wait(tab, clean_world):
    page = tab(people.child("Min", "pat@example.org"), routes.TODAY)

    await page.do(HeaderState.enter)

    assert page.went_to == routes.WAITING
