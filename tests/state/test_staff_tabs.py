"""Each of the staff sees the tabs of the pages they may open, and is led away from the others."""

import pytest

from tests import people
from vel_tutor import routes
from vel_tutor.pages import admin_bank, admin_decisions, attribution, k_factor, staff_review
from vel_tutor.state.staff import PLACES, StaffState
from vel_tutor.vocabulary import Role

PAGES = {
    page.route: page
    for room in (admin_bank, admin_decisions, attribution, k_factor, staff_review)
    for page in room.PAGES
}
THEIRS = {
    Role.COMPLIANCE: {routes.ATTRIBUTION},
    Role.TRUST_SAFETY: {routes.ATTRIBUTION, routes.ADMIN_DECISIONS, routes.STAFF_REVIEW},
    Role.PRODUCT_MANAGER: set(PAGES) - {routes.STAFF_REVIEW},
    Role.ADMIN: set(PAGES),
}


def test_every_page_of_the_house_is_a_tab_and_asks_first_which_are_shown():
    assert {path for path, _ in PLACES} == set(PAGES)
    for page in PAGES.values():
        assert StaffState.enter in page.on_load, page.route


@pytest.mark.parametrize("role", THEIRS)
async def test_the_tabs_are_the_pages_that_open(tab, clean_world, role):
    somebody, opened = people.staff("Alex", role), set()

    for path, page in PAGES.items():
        screen = tab(somebody, path)
        for first in page.on_load:
            await screen.do(first)
            if screen.went_to:
                break
        assert set(screen.held["places"]) == THEIRS[role]
        opened |= set() if screen.went_to == routes.NOT_YOURS else {path}

    assert opened == THEIRS[role]


@pytest.mark.parametrize("role", [Role.TUTOR, Role.PARENT, Role.STUDENT])
async def test_nobody_else_is_shown_a_tab(tab, clean_world, role):
    somebody = {
        Role.TUTOR: lambda: people.staff("Tess", Role.TUTOR),
        Role.PARENT: lambda: people.parent("Pat"),
        Role.STUDENT: lambda: people.student("Ada"),
    }[role]()
    screen = tab(somebody, routes.STAFF_REVIEW)

    await screen.do(StaffState.enter)

    assert (screen.went_to, screen.held.get("places", [])) == (routes.NOT_YOURS, [])
