"""A parent's permission: asked, given, taken back, and what happens without it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update

from tests import people
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, Refusal
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser, letters
from vel_tutor.domain.accounts.events import ChildForgotten, ConsentGiven, ConsentRevoked, SignedOut
from vel_tutor.domain.accounts.refusals import (
    AskedEnough,
    LinkOver,
    ParentEmailDisposable,
    ParentEmailOdd,
    ParentEmailOwn,
    SameBrowser,
)
from vel_tutor.models.accounts import ConsentEntry, Guardianship, Letter, SignIn, User
from vel_tutor.vocabulary import ConsentDeed, ConsentMethod, Standing

PARENT = "pat@example.org"
DAY = timedelta(days=1)


def standing(signed_in):
    actor = accounts.actor_for(signed_in.token)
    return actor.standing if actor else None


def entries():
    with reading() as tx:
        return tx.session.exec(select(ConsentEntry).order_by(col(ConsentEntry.at))).all()


def test_a_waiting_child_is_a_first_name_and_a_sealed_address():
    people.child("Min", PARENT)

    with reading() as tx:
        child = tx.session.exec(select(User)).one()
        bond = tx.session.exec(select(Guardianship)).one()
    assert (child.first_name, child.email, child.birth_date_sealed) == ("Min", "", "")
    assert PARENT not in (bond.email_sealed, bond.email_index)


def test_the_parent_is_told_everything_before_being_asked():
    people.child("Min", PARENT)

    letter = accounts.mailbox()[0]

    assert letter.recipient == PARENT
    for paragraph in letters.NOTICE:
        assert paragraph in letter.body
    assert "Min" not in letter.body + letter.subject


def test_looking_at_the_page_opens_nothing():
    child = people.child("Min", PARENT)
    token = people.mailed_link("consent")

    notices = [accounts.consent_notice(token) for _ in range(3)]

    assert notices[0].child_first_name == "Min"
    assert standing(child) is Standing.LOCKED_CHILD


def test_consent_opens_the_account_and_is_kept_with_what_was_said(published):
    child = people.child("Min", PARENT)

    accounts.give_consent(people.mailed_link("consent"), Browser(address="198.51.100.7"))

    assert standing(child) is Standing.CHILD
    assert ConsentGiven(child_id=child.user_id) in published
    asked, given = entries()
    assert (asked.deed, given.deed) == (ConsentDeed.ASKED, ConsentDeed.GIVEN)
    assert given.notice_hash == letters.notice_hash()
    assert given.method is ConsentMethod.EMAIL_PLUS
    assert given.address_hash not in ("", "198.51.100.7")


def test_a_consent_link_works_once_and_for_a_week():
    people.child("Min", PARENT)
    token = people.mailed_link("consent")
    with clock.stopped(clock.now() + 7 * DAY + timedelta(seconds=1)), pytest.raises(LinkOver):
        accounts.give_consent(token, Browser())

    accounts.give_consent(token, Browser())

    with pytest.raises(LinkOver):
        accounts.give_consent(token, Browser())


@pytest.mark.commits
def test_of_twenty_presses_at_once_one_counts():
    people.child("Min", PARENT)
    token = people.mailed_link("consent")

    def press(_):
        try:
            accounts.give_consent(token, Browser())
        except Refusal:
            return 0
        return 1

    with ThreadPoolExecutor(20) as many:
        assert sum(many.map(press, range(20))) == 1
    assert sum(entry.deed is ConsentDeed.GIVEN for entry in entries()) == 1


def test_a_child_cannot_answer_for_the_parent_in_its_own_browser():
    child = people.child("Min", PARENT)
    token = people.mailed_link("consent")

    with pytest.raises(SameBrowser):
        accounts.give_consent(token, Browser(session_token=child.token))

    assert standing(child) is Standing.LOCKED_CHILD
    accounts.give_consent(token, Browser())
    assert standing(child) is Standing.CHILD


def test_the_second_letter_goes_a_day_later_and_can_undo_it():
    child = people.child("Min", PARENT)
    accounts.give_consent(people.mailed_link("consent"), Browser())

    second = next(view for view in accounts.mailbox() if "check that it was you" in view.subject)

    assert not second.is_due
    with clock.stopped(clock.now() + DAY):
        assert all(view.is_due for view in accounts.mailbox())
    accounts.revoke_consent(second.links[0].rsplit("/", 1)[1], Browser())
    assert standing(child) is None


def test_taking_consent_back_ends_the_account_on_every_device(published):
    child = people.child("Min", PARENT)
    accounts.give_consent(people.mailed_link("consent"), Browser())
    token = people.mailed_link("parent-stop")
    notice = accounts.revocation_notice(token)
    published.clear()

    accounts.revoke_consent(token, Browser())

    assert notice.is_open
    assert SignedOut(user_id=child.user_id, session_id=child.session_id) in published
    assert ConsentRevoked(child_id=child.user_id) in published
    again = accounts.sign_in(notice.sign_in_name, people.PASSWORD, Browser())
    assert again.standing is Standing.LOCKED_CHILD
    assert accounts.waiting(people.acting(again)).is_withdrawn
    assert not any("check that it was you" in view.subject for view in accounts.mailbox())


def test_a_parent_can_change_their_mind_twice():
    child = people.child("Min", PARENT)
    accounts.give_consent(people.mailed_link("consent"), Browser())
    accounts.revoke_consent(people.mailed_link("parent-stop"), Browser())

    accounts.give_consent(people.mailed_link("consent"), Browser())

    with reading() as tx:
        assert accounts.person(tx, child.user_id).standing is Standing.CHILD


def test_saying_no_before_yes_takes_back_the_question():
    child = people.child("Min", PARENT)
    yes, no = people.mailed_link("consent"), people.mailed_link("parent-stop")

    accounts.revoke_consent(no, Browser())

    assert standing(child) is None
    with pytest.raises(LinkOver):
        accounts.give_consent(yes, Browser())


@pytest.mark.parametrize(
    ("address", "refusal"),
    [
        ("pat at home", ParentEmailOdd),
        ("pat@mailinator.com", ParentEmailDisposable),
        ("pat@deep.mailinator.com", ParentEmailDisposable),
        ("ada@example.org", ParentEmailOwn),
    ],
)
def test_not_every_address_is_a_parents(ada, address, refusal):
    with pytest.raises(refusal):
        people.child("Min", address)


def test_a_child_may_ask_again_three_times_a_day(min):
    for _ in range(3):
        accounts.resend_notice(min)

    with pytest.raises(AskedEnough):
        accounts.resend_notice(min)
    assert not accounts.waiting(min).may_resend
    with clock.stopped(clock.now() + DAY + timedelta(minutes=1)):
        assert accounts.waiting(min).may_resend


def test_a_child_may_correct_the_address_twice_and_the_wrong_one_is_out(min):
    wrong = people.mailed_link("consent")

    accounts.correct_parent_email(min, "pam@example.org")
    accounts.correct_parent_email(min, "pim@example.org")

    with pytest.raises(AskedEnough):
        accounts.correct_parent_email(min, "pom@example.org")
    assert not accounts.waiting(min).may_correct
    with pytest.raises(LinkOver):
        accounts.give_consent(wrong, Browser())
    assert {view.recipient for view in accounts.mailbox()} == {"pim@example.org"}
    assert accounts.waiting(min).parent_email_hint == "p***m@e***e.org"


def test_a_mailbox_is_not_a_target_for_many_children():
    for number in range(8):
        people.child("Min", PARENT, visitor_id=str(number))

    with pytest.raises(Refusal) as refused:
        people.child("Min", PARENT)
    assert refused.value.code == "too_many"


def test_nobody_but_a_locked_child_waits(ada, lea, pat):
    for verb in (accounts.resend_notice, accounts.waiting):
        for person in (ada, pat):
            with pytest.raises(NotAllowed):
                verb(person)
    with pytest.raises(NotAllowed):
        accounts.correct_parent_email(lea, "pam@example.org")


def test_a_locked_child_does_nothing_else(min):
    for deed in (
        lambda: accounts.change_profile(min, "Min", "UTC", "5"),
        lambda: accounts.change_password(min, people.PASSWORD, "nine ships at sea", Browser()),
        lambda: accounts.settings_of(min),
        lambda: accounts.sign_out_everywhere(min),
        lambda: accounts.end_sign_in(min, min.session_id),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_without_an_answer_nothing_is_left_after_two_weeks(published):
    child = people.child("Min", PARENT)
    with clock.stopped(clock.now() + 14 * DAY - timedelta(hours=1)):
        early = accounts.forget_unconfirmed_children()

    with clock.stopped(clock.now() + 14 * DAY + timedelta(hours=1)):
        late = accounts.forget_unconfirmed_children()

    assert (early, late) == (0, 1)
    assert ChildForgotten(child_id=child.user_id) in published
    with reading() as tx:
        for kept in (User, Guardianship, SignIn, Letter):
            assert tx.session.exec(select(kept)).all() == []


def test_after_a_revocation_only_an_opaque_id_is_left():
    child = people.child("Min", PARENT)
    accounts.give_consent(people.mailed_link("consent"), Browser())
    accounts.revoke_consent(people.mailed_link("parent-stop"), Browser())

    with clock.stopped(clock.now() + 15 * DAY):
        accounts.forget_unconfirmed_children()

    with reading() as tx:
        row = tx.session.exec(select(User)).one()
        letters_left = tx.session.exec(select(Letter)).all()
    assert row.id == child.user_id
    assert (row.first_name, row.sign_in_name, row.password_hash, row.birth_date_sealed) == (
        "",
        "",
        "",
        "",
    )
    assert all(letter.recipient == "" for letter in letters_left)


def test_a_child_with_consent_is_not_forgotten(lea):
    with clock.stopped(clock.now() + 60 * DAY):
        assert accounts.forget_unconfirmed_children() == 0


def test_what_was_consented_can_never_be_rewritten(lea):
    with pytest.raises(IntegrityError), transaction() as tx:
        tx.session.exec(update(ConsentEntry).values(notice_version="another"))
