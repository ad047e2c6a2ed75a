"""What a parent switches for a child, at once and for every window."""

import pytest

from tests import people
from tests.decks import finished
from tests.domain.test_family import invited, token_of
from vel_tutor.core.db import reading
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound
from vel_tutor.domain import accounts, attribution, loops
from vel_tutor.domain.accounts import Browser
from vel_tutor.domain.accounts.events import StandingChanged
from vel_tutor.vocabulary import SWITCHED_SCOPES, ConsentScope

SOCIAL = {
    ConsentScope.INVITING,
    ConsentScope.PRESENCE,
    ConsentScope.FRIENDS,
    ConsentScope.CARDS,
    ConsentScope.FEED,
}


@pytest.fixture
def lea_of_pat(pat):
    """A child under 13 Pat is tied to."""
    signed_in = people.child("Lea", "pat@example.org")
    session = accounts.sign_in("pat@example.org", people.PASSWORD, Browser())
    accounts.give_consent(
        people.mailed_link("consent", to="pat"), Browser(session_token=session.token)
    )
    return people.acting(signed_in)


@pytest.fixture
def ada_of_pat(ada, pat):
    """A teen Pat is tied to."""
    invited(pat, ada, ada)
    return ada


def on(person):
    with reading() as tx:
        return accounts.scopes_of(tx, person.user_id)


def switches(parent, child):
    return {one.scope: one for one in accounts.child_page(parent, child.user_id).switches}


def test_a_parent_switches_one_thing_on_for_a_child(pat, lea_of_pat, published):
    accounts.switch(pat, lea_of_pat.user_id, ConsentScope.FRIENDS, on=True)

    assert on(lea_of_pat) == {ConsentScope.LEARNING, ConsentScope.FRIENDS}
    assert published[-1] == StandingChanged(user_id=lea_of_pat.user_id)
    assert "by you" in switches(pat, lea_of_pat)["friends"].since
    assert "usual" in switches(pat, lea_of_pat)["feed"].since


def test_the_same_press_twice_is_one_deed(pat, lea_of_pat):
    for _ in range(2):
        accounts.switch(pat, lea_of_pat.user_id, ConsentScope.FRIENDS, on=True)

    history = accounts.child_page(pat, lea_of_pat.user_id).history
    assert [one.words for one in history] == [
        "Friends and practising together: turned on by you",
        "The guardian gave the permission to learn",
        "The guardian was asked by mail for the permission to learn",
    ]


def test_a_teen_who_may_not_invite_is_not_offered_it_and_open_links_close(pat, ada_of_pat):
    sent = loops.challenge_from(ada_of_pat, finished(ada_of_pat, wrong=1))
    code = sent.share.qr.split("/")[2]
    assert loops.preview(code)

    accounts.switch(pat, ada_of_pat.user_id, ConsentScope.INVITING, on=False)

    later = accounts.actor_of(ada_of_pat.user_id)
    assert not accounts.may_invite(later)
    assert loops.preview(code) is None
    with pytest.raises(NotAllowed):
        loops.challenge_from(later, finished(later, wrong=1))
    with reading() as tx:
        assert attribution.link_in(tx, code) is not None


def test_what_is_switched_on_again_opens_the_links_again(pat, ada_of_pat):
    sent = loops.challenge_from(ada_of_pat, finished(ada_of_pat, wrong=1))
    for is_on in (False, True):
        accounts.switch(pat, ada_of_pat.user_id, ConsentScope.INVITING, on=is_on)

    assert loops.preview(sent.share.qr.split("/")[2])


def test_one_press_ends_everything_viral_and_leaves_the_rest(pat, ada_of_pat):
    before = on(ada_of_pat)

    accounts.end_viral(pat, ada_of_pat.user_id)

    assert before - on(ada_of_pat) == SOCIAL
    assert accounts.child_page(pat, ada_of_pat.user_id).viral_off

    accounts.as_usual(pat, ada_of_pat.user_id)

    assert on(ada_of_pat) == before


def test_viral_is_off_for_a_child_from_the_start(pat, lea_of_pat):
    page = accounts.child_page(pat, lea_of_pat.user_id)

    assert (page.viral_off, page.is_young) == (True, True)
    assert not any(one.is_on for one in page.switches)


def test_learning_is_no_switch(pat, lea_of_pat):
    with pytest.raises(Invalid):
        accounts.switch(pat, lea_of_pat.user_id, ConsentScope.LEARNING, on=False)


def test_nobody_else_switches(ada_of_pat, bob, tess, sam):
    una = people.acting(people.parent("Una"))

    for stranger in (ada_of_pat, bob, tess, sam):
        with pytest.raises(NotAllowed):
            accounts.switch(stranger, ada_of_pat.user_id, ConsentScope.FEED, on=True)
    for verb in (accounts.end_viral, accounts.as_usual, accounts.child_page):
        with pytest.raises(NotFound):
            verb(una, ada_of_pat.user_id)


def test_a_switch_ends_with_the_last_parent(pat, ada_of_pat):
    una = people.acting(people.parent("Una"))
    invited(una, pat, ada_of_pat)
    usual = on(ada_of_pat)
    accounts.switch(una, ada_of_pat.user_id, ConsentScope.FEED, on=False)

    accounts.end_tie(ada_of_pat, ada_of_pat.user_id, una.user_id)
    assert usual - on(ada_of_pat) == {ConsentScope.FEED}
    accounts.end_tie(ada_of_pat, ada_of_pat.user_id, pat.user_id)

    assert on(ada_of_pat) == usual


def test_a_permission_taken_back_takes_all_switches_with_it(pat, lea_of_pat):
    for scope in SWITCHED_SCOPES:
        accounts.switch(pat, lea_of_pat.user_id, scope, on=True)
    accounts.revoke_consent(people.mailed_link("parent-stop", to="pat"), Browser())
    assert on(lea_of_pat) == set()

    accounts.give_consent(people.mailed_link("consent", to="pat"), Browser())

    assert on(lea_of_pat) == {ConsentScope.LEARNING}


def test_a_student_sees_who_is_linked_and_what_is_on(pat, ada_of_pat):
    accounts.switch(pat, ada_of_pat.user_id, ConsentScope.FEED, on=False)

    seen = accounts.own_family(accounts.actor_of(ada_of_pat.user_id))

    [parent] = seen.linked
    assert (parent.name, parent.email, parent.may_end) == ("Pat", "p***t@e***e.org", True)
    feed = next(one for one in seen.switches if one.scope == "feed")
    assert (feed.is_on, "by Pat" in feed.since) == (False, True)


def test_a_link_to_a_second_parent_shows_nothing_but_the_first_names(pat, lea_of_pat):
    seen = accounts.invited_to(None, token_of(accounts.invite_parent(pat, lea_of_pat.user_id)))

    assert (seen.child_first_name, seen.who, seen.is_somebody) == ("Lea", "Pat", False)
