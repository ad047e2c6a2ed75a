"""How parents and children become family, who is asked, and how it ends."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from tests import people
from tests.decks import finished
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Conflict, NotAllowed, NotFound, TooMany
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser, LinkOver
from vel_tutor.domain.accounts.events import FamilyAsked, FamilyTied, FamilyUntied
from vel_tutor.domain.accounts.refusals import (
    AskedAlready,
    ChildNameOdd,
    InvitedEnough,
    ParentEmailOwn,
    SameBrowser,
)
from vel_tutor.models.accounts import FamilyRequest, FamilyTie, User
from vel_tutor.models.safety import AuditEntry
from vel_tutor.vocabulary import AuditAction, Standing

ADA = "ada@example.org"
DAY = timedelta(days=1)


@pytest.fixture
def una(clean_world):
    """Another parent."""
    return people.acting(people.parent("Una"))


@pytest.fixture
def lea_of_pat(pat):
    """A child Pat is tied to."""
    lea = people.acting(people.child("Lea", "pat@example.org"))
    session = people.accounts.sign_in("pat@example.org", people.PASSWORD, Browser())
    accounts.give_consent(
        people.mailed_link("consent", to="pat"), Browser(session_token=session.token)
    )
    return accounts.actor_of(lea.user_id)


def asked(parent, name):
    """The parent asks, and the letter about it is written."""
    accounts.ask_for_child(parent, name)
    with transaction() as tx:
        for request in tx.session.exec(select(FamilyRequest)).all():
            accounts.pass_on_request(tx, request.id)


def waits_for(actor):
    view = (
        accounts.own_family(actor)
        if actor.standing is not Standing.PARENT
        else accounts.family_of(actor)
    )
    return [UUID(one.id) for one in view.approvals]


def names(parent):
    return [child.first_name for child in accounts.children(parent)]


def sign_in_name(child):
    with reading() as tx:
        return tx.session.get_one(User, child.user_id).sign_in_name


def letters_to(name):
    return [letter for letter in accounts.mailbox() if letter.recipient.startswith(name)]


def token_of(link):
    return link.rpartition("/")[2]


def invited(parent, inviter, child):
    accounts.accept_invitation(parent, token_of(accounts.invite_parent(inviter, child.user_id)))


def test_a_teen_lets_in_the_parent_who_asks(ada, pat, published):
    asked(pat, " ADA@example.org ")
    [request] = waits_for(ada)
    assert names(pat) == []

    accounts.answer_request(ada, request, yes=True)

    assert names(pat) == ["Ada"]
    assert [one.name for one in accounts.own_family(ada).linked] == ["Pat"]
    assert [type(event) for event in published if isinstance(event, FamilyTied)] == [FamilyTied]
    [letter] = letters_to("ada")
    assert "Pat" not in letter.body
    assert letter.links == ("/settings",)


def test_nobody_learns_whether_an_account_exists(ada, pat, sam, published):
    for name in (ADA, "nobody@example.org", "brave-fox-9999", "sam@example.org"):
        asked(pat, name)

    assert len(accounts.family_of(pat).asked) == 4
    assert len([event for event in published if isinstance(event, FamilyAsked)]) == 4
    assert {letter.recipient for letter in accounts.mailbox()} == {ADA}


def test_a_parent_who_was_told_no_is_not_heard_again_and_not_told(ada, pat):
    asked(pat, ADA)
    accounts.answer_request(ada, waits_for(ada)[0], yes=False)

    asked(pat, ADA)

    assert waits_for(ada) == []
    assert len(accounts.family_of(pat).asked) == 1
    with clock.stopped(clock.now() + 31 * DAY):
        asked(pat, ADA)
        assert len(waits_for(ada)) == 1


def test_the_same_question_waits_once(ada, pat):
    asked(pat, ADA)

    with pytest.raises(AskedAlready):
        asked(pat, ADA)


def test_a_question_runs_out(ada, pat):
    asked(pat, ADA)
    [request] = waits_for(ada)

    with clock.stopped(clock.now() + 15 * DAY):
        assert waits_for(ada) == []
        with pytest.raises(NotFound):
            accounts.answer_request(ada, request, yes=True)


@pytest.mark.parametrize("typed", ["", "  ", "ab", "x" * 300])
def test_what_cannot_be_a_name_is_said_at_once(pat, typed):
    with pytest.raises(ChildNameOdd):
        accounts.ask_for_child(pat, typed)


def test_no_account_is_asked_for_all_day(pat):
    for number in range(10):
        accounts.ask_for_child(pat, f"brave-fox-{number}")

    with pytest.raises(TooMany):
        accounts.ask_for_child(pat, "brave-fox-10")


def test_the_guardian_who_said_yes_signed_out_links_their_account_later(lea):
    pat = people.acting(people.parent("Pat"))
    asked(pat, sign_in_name(lea))
    token = people.mailed_link("family-link", to="pat.of.lea")

    notice = accounts.asked_by_mail(token)
    accounts.answer_by_mail(token, Browser(), yes=True)

    assert (notice.child_first_name, notice.who, notice.email) == ("Lea", "Pat", "pat@example.org")
    assert names(pat) == ["Lea"]
    with pytest.raises(LinkOver):
        accounts.answer_by_mail(token, Browser(), yes=True)


def test_a_guardian_says_no_behind_the_mailed_link(lea, una):
    asked(una, sign_in_name(lea))

    accounts.answer_by_mail(
        people.mailed_link("family-link", to="pat.of.lea"), Browser(), yes=False
    )

    assert names(una) == []
    with reading() as tx:
        deeds = tx.session.exec(select(AuditEntry.action)).all()
    assert AuditAction.FAMILY_DECLINED in deeds


def test_a_child_does_not_answer_for_the_guardian(lea, una):
    asked(una, sign_in_name(lea))
    session = accounts.sign_in(sign_in_name(lea), people.PASSWORD, Browser())
    token = people.mailed_link("family-link", to="pat.of.lea")

    with pytest.raises(SameBrowser):
        accounts.answer_by_mail(token, Browser(session_token=session.token), yes=True)
    with pytest.raises(NotAllowed):
        accounts.answer_request(lea, UUID(int=1), yes=True)


def test_the_first_parent_answers_for_a_child(lea_of_pat, pat, una):
    asked(una, sign_in_name(lea_of_pat))

    [request] = waits_for(pat)
    accounts.answer_request(pat, request, yes=True)

    assert names(una) == ["Lea"]
    with reading() as tx:
        assert accounts.parents_of(tx, lea_of_pat.user_id) == (pat.user_id, una.user_id)


def test_a_second_parent_does_not_answer_for_the_first(lea_of_pat, pat, una):
    invited(una, pat, lea_of_pat)
    other = people.acting(people.parent("Ola"))
    asked(other, sign_in_name(lea_of_pat))
    [request] = waits_for(pat)

    assert waits_for(una) == []
    with pytest.raises(NotFound):
        accounts.answer_request(una, request, yes=True)


def test_nobody_answers_somebody_elses_question(ada, bob, pat, una):
    asked(pat, ADA)
    [request] = waits_for(ada)

    for stranger in (bob, una, pat):
        with pytest.raises(NotFound):
            accounts.answer_request(stranger, request, yes=True)


def test_a_teen_hands_a_parent_a_link(ada, pat):
    link = accounts.invite_parent(ada, ada.user_id)
    seen = accounts.invited_to(pat, token_of(link))

    accounts.accept_invitation(pat, token_of(link))

    assert (seen.child_first_name, seen.who, seen.is_parent) == ("Ada", "", True)
    assert names(pat) == ["Ada"]
    assert accounts.own_family(ada).invited == ()
    with pytest.raises(LinkOver):
        accounts.invited_to(None, token_of(link))


def test_a_first_parent_brings_a_second_by_mail(lea_of_pat, pat, una):
    accounts.invite_parent(pat, lea_of_pat.user_id, "una@example.org")
    [letter] = letters_to("una")

    accounts.accept_invitation(una, people.mailed_link("family-link", to="una"))

    assert "Lea" not in letter.body + letter.subject
    assert names(una) == ["Lea"]


def test_only_a_parent_accepts(ada, bob, tess, sam):
    token = token_of(accounts.invite_parent(ada, ada.user_id))

    for other in (ada, bob, tess, sam):
        with pytest.raises(NotAllowed):
            accounts.accept_invitation(other, token)


def test_who_handed_the_link_out_does_not_use_it(lea_of_pat, pat):
    token = token_of(accounts.invite_parent(pat, lea_of_pat.user_id))

    with pytest.raises(Conflict):
        accounts.accept_invitation(pat, token)


def test_a_link_opens_once(ada, pat, una):
    token = token_of(accounts.invite_parent(ada, ada.user_id))
    accounts.accept_invitation(pat, token)

    with pytest.raises(LinkOver):
        accounts.accept_invitation(una, token)


def test_a_link_taken_back_opens_nothing(ada, pat):
    token = token_of(accounts.invite_parent(ada, ada.user_id))
    [open_link] = accounts.own_family(ada).invited

    accounts.take_back(ada, UUID(open_link.id))

    with pytest.raises(LinkOver):
        accounts.accept_invitation(pat, token)


def test_a_link_of_a_parent_who_has_left_the_family_opens_nothing(lea_of_pat, pat, una):
    token = token_of(accounts.invite_parent(pat, lea_of_pat.user_id))
    accounts.end_tie(pat, lea_of_pat.user_id, pat.user_id)

    with pytest.raises(LinkOver):
        accounts.accept_invitation(una, token)


def test_nobody_invites_to_a_child_that_is_not_theirs(ada, bob, lea_of_pat, una):
    for actor in (bob, una):
        with pytest.raises(NotFound):
            accounts.invite_parent(actor, ada.user_id)
    with pytest.raises(NotAllowed):
        accounts.invite_parent(lea_of_pat, lea_of_pat.user_id)


def test_a_teen_does_not_write_to_a_classmate(ada, bob):
    with pytest.raises(ParentEmailOwn):
        accounts.invite_parent(ada, ada.user_id, "bob@example.org")


def test_five_links_are_open_at_once(ada):
    for _ in range(5):
        accounts.invite_parent(ada, ada.user_id)

    with pytest.raises(InvitedEnough):
        accounts.invite_parent(ada, ada.user_id)


def test_a_teen_ends_a_tie(ada, pat, published):
    invited(pat, ada, ada)

    accounts.end_tie(ada, ada.user_id, pat.user_id)

    assert names(pat) == []
    assert any(isinstance(event, FamilyUntied) for event in published)
    with pytest.raises(NotFound):
        accounts.end_tie(ada, ada.user_id, pat.user_id)


def test_a_child_ends_none(lea_of_pat, pat):
    with pytest.raises(NotAllowed):
        accounts.end_tie(lea_of_pat, lea_of_pat.user_id, pat.user_id)


def test_a_second_parent_is_parted_by_the_first_or_by_themselves(lea_of_pat, pat, una):
    invited(una, pat, lea_of_pat)
    with pytest.raises(NotFound):
        accounts.end_tie(una, lea_of_pat.user_id, pat.user_id)

    accounts.end_tie(pat, lea_of_pat.user_id, una.user_id)
    assert names(una) == []
    invited(una, pat, lea_of_pat)
    accounts.end_tie(una, lea_of_pat.user_id, una.user_id)

    assert (names(pat), names(una)) == (["Lea"], [])


def test_a_teen_who_turns_out_to_be_a_child_belongs_to_nobody(clean_world, pat):
    kim = people.acting(people.student("Kim"))
    invited(pat, kim, kim)

    accounts.change_profile(kim, "Kim", people.ZONE, "4")

    assert names(pat) == []
    with reading() as tx:
        assert tx.session.exec(select(FamilyTie)).one().ended_at is not None


def test_a_teen_who_practised_and_turned_out_to_be_a_child_can_be_forgotten(clean_world, pat):
    kim = people.acting(people.student("Kim"))
    finished(kim, wrong=1)
    invited(pat, kim, kim)
    accounts.invite_parent(kim, kim.user_id)
    accounts.change_profile(kim, "Kim", people.ZONE, "4")

    with clock.stopped(clock.now() + 15 * DAY):
        assert accounts.forget_unconfirmed_children() == 1

    with reading() as tx:
        left = tx.session.get_one(User, kim.user_id)
        assert (left.first_name, left.email, left.closed_at is None) == ("", "", False)
        assert tx.session.exec(select(FamilyTie)).all() == []
        assert tx.session.exec(select(FamilyRequest)).all() == []
