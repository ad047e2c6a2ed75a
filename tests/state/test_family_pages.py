"""A parent's pages and a student's own, without a browser."""

from uuid import UUID, uuid4

import pytest

from tests import people
from vel_tutor import routes
from vel_tutor.domain import accounts
from vel_tutor.state.child_page import ChildState
from vel_tutor.state.family_link import FamilyLinkState
from vel_tutor.state.family_page import FamilyState
from vel_tutor.state.kin import KinState
from vel_tutor.vocabulary import ConsentScope


@pytest.fixture
def ada(clean_world):
    return people.student("Ada")


@pytest.fixture
def pat(clean_world):
    return people.parent("Pat")


@pytest.fixture
def linked(ada, pat):
    accounts.accept_invitation(people.acting(pat), people.family_link(ada))


async def at(tab, who, path, begin):
    page = tab(who, path)
    await page.do(begin)
    return page


async def child_page(tab, pat, child):
    return await at(tab, pat, routes.family_child(child.user_id), ChildState.begin)


async def test_a_parent_asks_and_the_teen_lets_them_in(tab, ada, pat):
    family = await at(tab, pat, routes.FAMILY, FamilyState.begin)
    await family.do(FamilyState.ask({"child_name": "ada@example.org"}))
    assert (family.held["children"], len(family.held["family"].asked)) == ([], 1)
    settings = await at(tab, ada, routes.SETTINGS, KinState.begin)
    [request] = settings.held["own"].approvals

    await settings.do(KinState.answer(UUID(request.id), True))
    await family.do(FamilyState.look)

    assert [child.name for child in family.held["children"]] == ["Ada"]
    assert [one.name for one in settings.held["own"].linked] == ["Pat"]


async def test_an_odd_name_is_said_at_the_field(tab, pat):
    family = await at(tab, pat, routes.FAMILY, FamilyState.begin)

    await family.do(FamilyState.ask({"child_name": "x"}))

    assert "signs in with" in family.held["problem"]


async def test_one_switch_and_the_master_switch_which_asks_first(tab, ada, pat, linked):
    page = await child_page(tab, pat, ada)

    await page.do(ChildState.switch("feed", False))
    assert ConsentScope.FEED not in people.acting(ada).scopes
    await page.do(ChildState.viral(True))
    assert page.held["asks"] == "viral"
    assert ConsentScope.INVITING in people.acting(ada).scopes
    await page.do(ChildState.settle(True))

    assert page.held["child"].viral_off
    assert ConsentScope.INVITING not in people.acting(ada).scopes
    await page.do(ChildState.viral(False))
    assert ConsentScope.INVITING in people.acting(ada).scopes


async def test_a_question_left_changes_nothing(tab, ada, pat, linked):
    page = await child_page(tab, pat, ada)

    await page.do(ChildState.viral(True))
    await page.do(ChildState.settle(False))

    assert page.held["asks"] == ""
    assert ConsentScope.INVITING in people.acting(ada).scopes


@pytest.mark.parametrize("scope", ["learning", "nonsense", ""])
async def test_what_is_no_switch_is_refused(tab, ada, pat, linked, scope):
    page = await child_page(tab, pat, ada)

    await page.do(ChildState.switch(scope, True))

    assert page.said


async def test_somebody_elses_child_is_nowhere(tab, ada, pat):
    stranger = await child_page(tab, pat, ada)
    nobody = await at(tab, pat, routes.family_child(uuid4()), ChildState.begin)

    assert stranger.went_to == nobody.went_to == routes.NOT_FOUND
    assert "Ada" not in stranger.sent


async def test_a_parent_invites_another_and_takes_it_back(tab, ada, pat, linked):
    page = await child_page(tab, pat, ada)

    await page.do(ChildState.invite({"parent_email": ""}))
    assert "/family-link/" in page.held["link"]
    await page.do(ChildState.invite({"parent_email": "not an address"}))
    assert page.held["problem"]
    await page.do(ChildState.invite({"parent_email": "una@example.org"}))
    assert (page.held["link"], len(page.held["child"].invited)) == ("", 2)
    await page.do(ChildState.take_back(UUID(page.held["child"].invited[0].id)))

    assert len(page.held["child"].invited) == 1


async def test_a_parent_who_leaves_is_led_back(tab, ada, pat, linked):
    page = await child_page(tab, pat, ada)

    await page.do(ChildState.part(str(pat.user_id)))
    await page.do(ChildState.settle(True))

    assert page.went_to == routes.FAMILY
    assert accounts.children(people.acting(pat)) == ()


async def test_a_teen_hands_out_a_link_and_ends_a_tie(tab, ada, pat, linked):
    settings = await at(tab, ada, routes.SETTINGS, KinState.begin)
    await settings.do(KinState.invite({"parent_email": ""}))
    assert "/family-link/" in settings.held["link"]

    await settings.do(KinState.part(str(pat.user_id)))
    assert accounts.children(people.acting(pat)) != ()
    await settings.do(KinState.settle(True))

    assert settings.held["own"].linked == ()
    assert accounts.children(people.acting(pat)) == ()


async def test_a_page_of_a_child_no_longer_linked_leads_back(tab, ada, pat, linked):
    page = await child_page(tab, pat, ada)
    accounts.end_tie(people.acting(ada), ada.user_id, pat.user_id)

    await page.do(ChildState.look)

    assert page.went_to == routes.FAMILY


async def test_the_link_makes_a_parent_of_a_parent_only(tab, ada, pat):
    path = routes.family_link(people.family_link(ada))
    guest = await at(tab, None, path, FamilyLinkState.arrive)
    teen = await at(tab, ada, path, FamilyLinkState.arrive)
    parent = await at(tab, pat, path, FamilyLinkState.arrive)
    seen = [page.held["invited"] for page in (guest, teen, parent)]

    await parent.do(FamilyLinkState.accept)
    await guest.do(FamilyLinkState.arrive)

    assert [(one.is_somebody, one.is_parent) for one in seen] == [
        (False, False),
        (True, False),
        (True, True),
    ]
    assert parent.went_to == routes.family_child(ada.user_id)
    assert guest.held["page"] == "over"


async def test_a_guardian_answers_behind_the_mailed_link(tab, lea, pat):
    with_name = accounts.settings_of(lea).profile.sign_in_name
    accounts.ask_for_child(people.acting(pat), with_name)
    [asked] = accounts.family_of(people.acting(pat)).asked
    pass_on(asked.id)
    path = routes.family_link(people.mailed_link("family-link", to="pat.of.lea"))
    page = await at(tab, None, path, FamilyLinkState.arrive)
    assert (page.held["page"], page.held["notice"].who) == ("asked", "Pat")

    await page.do(FamilyLinkState.answer(True))

    assert page.held["page"] == "yes"
    assert [child.first_name for child in accounts.children(people.acting(pat))] == ["Lea"]


def pass_on(request_id):
    from vel_tutor.core.db import transaction

    with transaction() as tx:
        accounts.pass_on_request(tx, UUID(request_id))
