"""What is switched on for whom."""

import pytest

from tests import people
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import accounts
from vel_tutor.models.accounts import ConsentEntry
from vel_tutor.vocabulary import ConsentDeed, ConsentMethod, ConsentScope, Role


def on(user_id):
    with reading() as tx:
        return accounts.scopes_of(tx, user_id)


def test_to_a_child_only_learning_is_open(lea):
    assert on(lea.user_id) == {ConsentScope.LEARNING}
    assert lea.scopes == {ConsentScope.LEARNING}


def test_to_a_child_who_waits_nothing_is_open(min):
    assert on(min.user_id) == set()


def test_teens_and_adults_have_all_but_recordings_and_reels(ada, pat, tess):
    for person in (ada, pat, tess):
        assert on(person.user_id) == set(ConsentScope) - {ConsentScope.RECORDING, ConsentScope.REEL}


@pytest.mark.parametrize("role", [Role.ADMIN, Role.COMPLIANCE])
def test_the_house_invites_nobody(role, clean_world):
    assert ConsentScope.INVITING not in people.acting(people.staff("Kit", role)).scopes


def test_a_closed_account_allows_nothing(ada, sam):
    accounts.close_account(sam, ada.user_id)

    with reading() as tx:
        assert not accounts.allows(tx, ada.user_id, ConsentScope.LEARNING)


def test_the_person_and_the_actor_say_the_same(ada, lea):
    with reading() as tx:
        assert [accounts.person(tx, one.user_id).may_invite for one in (ada, lea)] == [True, False]
        assert [accounts.may_invite(one) for one in (ada, lea)] == [True, False]


def test_somebody_acts_without_a_browser_as_they_would_with_one(ada):
    acting = accounts.actor_of(ada.user_id)

    assert (acting.standing, acting.scopes, acting.session_id) == (ada.standing, ada.scopes, None)


def test_the_last_deed_about_a_scope_stands(ada, bob):
    for deed in (ConsentDeed.REVOKED, ConsentDeed.GIVEN, ConsentDeed.REVOKED):
        with transaction() as tx:
            tx.session.add(
                ConsentEntry(
                    child_id=ada.user_id,
                    deed=deed,
                    scope=ConsentScope.FEED,
                    method=ConsentMethod.LINKED_PARENT,
                    notice_version="",
                    notice_hash="",
                    at=tx.now,
                )
            )

    assert ada.scopes - on(ada.user_id) == {ConsentScope.FEED}
    assert on(bob.user_id) == bob.scopes
