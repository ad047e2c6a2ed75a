"""Signing up, what an account is, and keeping it to oneself."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, delete, select

from tests import people
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser, NewAccount, joining
from vel_tutor.domain.accounts.events import AccountCreated, SignedIn, StandingChanged
from vel_tutor.domain.accounts.refusals import (
    EmailDisposable,
    EmailOdd,
    EmailTaken,
    GradeOdd,
    LinkOver,
    NameOdd,
    OldPasswordWrong,
    PasswordCommon,
    PasswordLong,
    PasswordShort,
    RoleOdd,
    SoundsLikeAChild,
    ZoneOdd,
)
from vel_tutor.models.accounts import SignIn, User
from vel_tutor.models.safety import AuditEntry
from vel_tutor.vocabulary import AuditAction, Role, Standing

FORM = {
    "first_name": "Ada",
    "email": "ada@example.org",
    "password": people.PASSWORD,
    "time_zone": "Europe/Lisbon",
    "grade": "9",
}


def join_with(**changed):
    return accounts.sign_up(NewAccount(**(FORM | changed)), people.gate(15), Browser())


def test_everybody_stands_where_their_age_and_role_put_them(ada, min, lea, pat, tess, sam):
    standings = [person.standing for person in (ada, min, lea, pat, tess, sam)]

    assert standings == [
        Standing.TEEN,
        Standing.LOCKED_CHILD,
        Standing.CHILD,
        Standing.PARENT,
        Standing.TUTOR,
        Standing.TRUST_SAFETY,
    ]


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"first_name": "4da"}, NameOdd),
        ({"email": "ada at home"}, EmailOdd),
        ({"email": "ada@mailinator.com"}, EmailDisposable),
        ({"password": "short"}, PasswordShort),
        ({"password": "x7 " * 70}, PasswordLong),
        ({"password": "P4ssw0rd!23"}, PasswordCommon),
        ({"password": "ada@example.org"}, PasswordCommon),
        ({"time_zone": "Moon/Tranquility"}, ZoneOdd),
        ({"grade": "14"}, GradeOdd),
        ({"role": "admin"}, RoleOdd),
        ({"role": "parent"}, RoleOdd),
    ],
)
def test_a_field_that_will_not_do_is_refused_by_name(changed, refusal):
    with pytest.raises(refusal) as refused:
        join_with(**changed)

    assert accounts.problem(refused.value.code).words == str(refused.value)


def test_an_address_has_one_account_however_it_is_written():
    join_with()

    with pytest.raises(EmailTaken):
        join_with(email=" ADA@Example.ORG ")


def test_a_teen_who_picks_a_childs_grade_has_to_go_the_other_way_round():
    with pytest.raises(SoundsLikeAChild):
        join_with(grade="6")


def test_a_teen_who_moves_to_a_childs_grade_later_is_locked_at_once(ada, published):
    accounts.change_profile(ada, "Ada", "Europe/Lisbon", "5")

    with reading() as tx:
        assert accounts.person(tx, ada.user_id).standing is Standing.LOCKED_CHILD
    assert StandingChanged(user_id=ada.user_id) in published


def test_a_sign_up_tells_of_it_and_is_remembered(published):
    signed_in = people.student("Ada", visitor_id="v-1")

    assert published == [
        AccountCreated(user_id=signed_in.user_id, visitor_id="v-1", role=Role.STUDENT),
        SignedIn(user_id=signed_in.user_id, session_id=signed_in.session_id),
    ]
    with reading() as tx:
        told = tx.session.exec(select(AuditEntry.action).order_by(col(AuditEntry.seq))).all()
    assert told == [AuditAction.ACCOUNT_CREATED, AuditAction.SIGNED_IN]


def test_a_sign_up_falls_with_what_others_hang_on_it(monkeypatch):
    def stumble(tx, user_id, visitor_id):
        raise RuntimeError("the guest play could not be taken over")

    monkeypatch.setattr(joining, "_hooks", [stumble])

    with pytest.raises(RuntimeError):
        people.student("Ada")
    with reading() as tx:
        assert tx.session.exec(select(User)).all() == []


def test_a_child_joins_only_with_the_parents_consent(monkeypatch):
    joined = []
    monkeypatch.setattr(
        joining,
        "_hooks",
        [lambda tx, user_id, coming: joined.append((user_id, coming.visitor_id))],
    )
    child = people.child("Min", "pat@example.org", visitor_id="v-9")
    before = list(joined)

    accounts.give_consent(people.mailed_link("consent"), Browser())

    assert (before, joined) == ([], [(child.user_id, "v-9")])


def test_neither_password_nor_birth_date_nor_secrets_are_stored_readable(ada):
    with reading() as tx:
        user = tx.session.exec(select(User)).one()
        row = tx.session.exec(select(SignIn)).one()

    assert user.password_hash.startswith("$argon2id$")
    assert str(people.gate(15).born) not in user.birth_date_sealed
    assert user.birth_date_sealed
    assert len(row.token_hash) == 64


def test_secrets_do_not_show_when_printed():
    signed_in = people.student("Ada")

    assert signed_in.token not in repr(signed_in)
    assert people.PASSWORD not in repr(NewAccount(**FORM))


def test_only_the_staff_for_it_closes_accounts(ada, bob, tess):
    for actor in (bob, tess):
        with pytest.raises(NotAllowed):
            accounts.close_account(actor, ada.user_id)


def test_a_changed_password_keeps_only_the_browser_it_was_changed_in(ada):
    here = accounts.sign_in("ada@example.org", people.PASSWORD, Browser())
    there = accounts.sign_in("ada@example.org", people.PASSWORD, Browser())

    renewed = accounts.change_password(
        people.acting(here),
        people.PASSWORD,
        "nine ships on land",
        Browser(session_token=here.token),
    )

    alive = [accounts.actor_for(s.token) is not None for s in (here, there, renewed)]
    assert alive == [False, False, True]


def test_whoever_does_not_know_the_password_does_not_change_it(ada):
    with pytest.raises(OldPasswordWrong):
        accounts.change_password(ada, "a wrong one", "nine ships on land", Browser())


def test_a_reset_link_works_once_and_for_an_hour(ada):
    accounts.ask_reset("ada@example.org", Browser())
    token = people.mailed_link("new-password")
    with clock.stopped(clock.now() + timedelta(hours=1, seconds=1)), pytest.raises(LinkOver):
        accounts.reset_password(token, "nine ships on land")

    with pytest.raises(PasswordCommon):
        accounts.reset_password(token, "password123")
    accounts.reset_password(token, "nine ships on land")

    with pytest.raises(LinkOver):
        accounts.reset_password(token, "ten ships on land")
    assert accounts.settings_of(ada).sign_ins == ()


def test_asking_for_a_reset_never_says_whether_there_is_an_account():
    accounts.ask_reset("nobody@example.org", Browser())

    assert accounts.mailbox() == ()


def test_a_parents_address_brings_a_link_for_each_child(min):
    people.child("Mia", "pat.of.min@example.org")
    before = len(accounts.mailbox())

    accounts.ask_reset("PAT.of.min@example.org", Browser())

    assert len(accounts.mailbox()) == before + 2


def test_a_consent_link_does_not_set_a_password(min):
    with pytest.raises(LinkOver):
        accounts.reset_password(people.mailed_link("consent"), "nine ships on land")


def test_a_profile_changes_in_its_own_account_only(ada, bob):
    accounts.change_profile(ada, "Ada May", "Asia/Tokyo", "10")

    changed, other = (accounts.settings_of(person).profile for person in (ada, bob))
    assert (changed.first_name, changed.time_zone, changed.grade) == ("Ada May", "Asia/Tokyo", "10")
    assert other.first_name == "Bob"


def test_only_the_house_opens_staff_accounts():
    with pytest.raises(ValueError, match="sign up themselves"):
        accounts.open_staff_account("Eve", "eve@example.org", people.PASSWORD, Role.STUDENT)


def test_children_are_never_offered_to_invite(ada, min, lea, pat):
    assert [accounts.may_invite(person) for person in (ada, min, lea, pat)] == [
        True,
        False,
        False,
        True,
    ]


def test_the_database_keeps_what_was_remembered(ada):
    with pytest.raises(IntegrityError), transaction() as tx:
        tx.session.exec(delete(AuditEntry))


def test_nobody_is_known_by_a_made_up_id(ada, sam):
    accounts.close_account(sam, ada.user_id)

    for nobody in (uuid4(), ada.user_id):
        with reading() as tx, pytest.raises(NotFound):
            accounts.person(tx, nobody)


def test_a_closed_account_has_no_links_that_open_it(ada, sam):
    accounts.ask_reset("ada@example.org", Browser())
    accounts.close_account(sam, ada.user_id)

    with pytest.raises(LinkOver):
        accounts.reset_password(people.mailed_link("new-password"), "nine ships on land")


def test_others_know_somebody_by_two_words(ada, bob):
    names = [accounts.pseudonym(person.user_id) for person in (ada, bob)]

    assert all(len(name.split()) == 2 for name in names)
    assert names[0] == accounts.pseudonym(ada.user_id)
