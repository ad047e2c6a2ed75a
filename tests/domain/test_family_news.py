"""What families are told in the app."""

from uuid import UUID

import pytest
from sqlmodel import select

from jobs.reactions import REACTIONS
from tests import people
from vel_tutor import routes
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts.events import FamilyAsked, FamilyTied
from vel_tutor.models.notifications import Notification
from vel_tutor.vocabulary import NotificationKind


@pytest.fixture
def later(published):
    """Do what comes after the events of a test, twice: it has to be safe."""

    def react():
        for event in published:
            if isinstance(event, FamilyAsked | FamilyTied):
                for reaction in REACTIONS[type(event)] * 2:
                    with transaction() as tx:
                        reaction(tx, event)

    return react


def told():
    with reading() as tx:
        return {
            (row.user_id, row.kind, row.path) for row in tx.session.exec(select(Notification)).all()
        }


def test_a_teen_hears_that_a_parent_asks_and_both_hear_of_the_yes(ada, pat, later):
    accounts.ask_for_child(pat, "ada@example.org")
    later()
    asks = (ada.user_id, NotificationKind.FAMILY_ASKED, routes.SETTINGS)
    assert told() == {asks}

    [request] = accounts.own_family(ada).approvals
    accounts.answer_request(ada, UUID(request.id), yes=True)
    later()

    linked = NotificationKind.FAMILY_LINKED
    assert told() == {
        asks,
        (ada.user_id, linked, routes.SETTINGS),
        (pat.user_id, linked, routes.family_child(ada.user_id)),
    }


def test_of_a_child_the_first_parent_hears_and_the_child_does_not(lea, later):
    pat = people.parent_of(lea)
    una = people.acting(people.parent("Una"))

    accounts.ask_for_child(una, accounts.settings_of(lea).profile.sign_in_name)
    later()

    asked = {(who, path) for who, kind, path in told() if kind is NotificationKind.FAMILY_ASKED}
    assert asked == {(pat.user_id, routes.FAMILY)}


def test_asking_for_nobody_tells_nobody(pat, later):
    accounts.ask_for_child(pat, "nobody@example.org")
    later()

    assert told() == set()
