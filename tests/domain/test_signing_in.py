"""Signing in and out: who gets in, for how long, and who is kept out."""

from datetime import timedelta
from uuid import uuid4

import pytest
from argon2 import PasswordHasher, extract_parameters

from tests import people
from vel_tutor.core import clock
from vel_tutor.core.errors import NotFound, TooMany
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser, passwords, rules
from vel_tutor.domain.accounts.events import SignedOut
from vel_tutor.domain.accounts.refusals import (
    SignInWrong,
)
from vel_tutor.vocabulary import Standing


def guess(times, browser=None, password="open sesame please"):  # noqa: S107
    """Try a password on ada's account; how many tries were looked at."""
    looked_at = 0
    for _ in range(times):
        try:
            accounts.sign_in("ada@example.org", password, browser or Browser())
        except SignInWrong:
            looked_at += 1
        except TooMany:
            pass
    return looked_at


def test_signing_in_again_gives_another_secret_and_ends_what_the_browser_held(ada):
    first = accounts.sign_in("ada@example.org", people.PASSWORD, Browser())

    second = accounts.sign_in(
        "Ada@example.org", people.PASSWORD, Browser(session_token=first.token)
    )

    assert second.token != first.token
    assert accounts.actor_for(first.token) is None
    assert people.acting(second).user_id == ada.user_id


def test_a_child_signs_in_with_the_name_we_made(min):
    name = accounts.waiting(min).sign_in_name

    signed_in = accounts.sign_in(f" {name.upper()} ", people.PASSWORD, Browser())

    assert signed_in.standing is Standing.LOCKED_CHILD


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer_after_the_same_work(
    ada, monkeypatch
):
    hashed = []

    class Watched(PasswordHasher):
        """Notes what each guess is compared with: that is nearly all the time an answer takes."""

        def verify(self, hash, password):
            hashed.append(extract_parameters(str(hash)))
            return super().verify(hash, password)

    ours = extract_parameters(passwords.hash_of("any"))
    monkeypatch.setattr(passwords, "_hasher", Watched.from_parameters(ours))

    def answer(name):
        hashed.clear()
        with pytest.raises(SignInWrong) as refused:
            accounts.sign_in(name, "not the right one", Browser())
        return str(refused.value), list(hashed)

    known, unknown = answer("ada@example.org"), answer("nobody@example.org")

    assert known == unknown
    assert known[1] == [ours]


def test_strangers_get_ten_guesses_an_hour_at_one_account(ada):
    assert guess(40) == 10
    assert guess(5, Browser(address="203.0.113.9")) == 0


def test_guessing_strangers_do_not_lock_the_owner_out_of_her_own_browser(ada):
    own = accounts.sign_in("ada@example.org", people.PASSWORD, Browser())
    guess(40)

    with pytest.raises(TooMany):
        accounts.sign_in("ada@example.org", people.PASSWORD, Browser())
    again = accounts.sign_in(
        "ada@example.org", people.PASSWORD, Browser(device_token=own.device_token)
    )
    assert people.acting(again).user_id == ada.user_id


def test_a_device_mark_of_somebody_else_is_a_strangers(ada, bob):
    bobs = accounts.sign_in("bob@example.org", people.PASSWORD, Browser())

    assert guess(20, Browser(device_token=bobs.device_token)) == 10
    assert guess(20) == 0


def test_a_locked_out_owner_gets_in_by_mail(ada):
    guess(40)
    accounts.ask_reset("ada@example.org", Browser())
    accounts.reset_password(people.mailed_link("new-password"), "nine ships on land")

    signed_in = accounts.sign_in("ada@example.org", "nine ships on land", Browser())

    assert signed_in.user_id == ada.user_id


def test_a_sign_in_ends_when_idle_and_when_old(ada):
    signed_in = accounts.sign_in("ada@example.org", people.PASSWORD, Browser())
    begun = clock.now()

    for hours in range(0, 30 * 24, 23):
        with clock.stopped(begun + timedelta(hours=hours)):
            assert accounts.actor_for(signed_in.token), f"busy after {hours} hours"
    with clock.stopped(begun + timedelta(days=30, minutes=2)):
        assert accounts.actor_for(signed_in.token) is None


def test_staff_are_signed_out_after_half_an_hour_away(sam):
    signed_in = accounts.sign_in("sam@example.org", people.PASSWORD, Browser())

    with clock.stopped(clock.now() + timedelta(minutes=31)):
        assert accounts.actor_for(signed_in.token) is None


def test_when_somebody_was_last_here_is_written_once_a_minute(ada, queries):
    signed_in = accounts.sign_in("ada@example.org", people.PASSWORD, Browser())
    later = clock.now() + timedelta(minutes=2)

    with clock.stopped(later):
        accounts.actor_for(signed_in.token)
        with queries(at_most=3) as seen:
            accounts.actor_for(signed_in.token)

    assert not any("UPDATE" in statement for statement in seen)


def test_signing_out_closes_the_screens_of_that_sign_in(ada, published):
    signed_in = accounts.sign_in("ada@example.org", people.PASSWORD, Browser())
    published.clear()

    accounts.sign_out(signed_in.token)
    accounts.sign_out(signed_in.token)

    ended = SignedOut(user_id=ada.user_id, session_id=signed_in.session_id)
    assert published == [ended]
    assert ended.topics == (f"session:{signed_in.session_id}",)


def test_one_device_can_be_signed_out_from_another(ada):
    other = accounts.sign_in("ada@example.org", people.PASSWORD, Browser(device="Phone"))
    listed = accounts.settings_of(ada).sign_ins

    left = accounts.end_sign_in(ada, other.session_id)

    assert {(view.device, view.is_this_one) for view in listed} == {
        ("Firefox", True),
        ("Phone", False),
    }
    assert [view.device for view in left] == ["Firefox"]


def test_nobody_signs_somebody_else_out(ada, bob):
    with pytest.raises(NotFound):
        accounts.end_sign_in(bob, ada.session_id)
    with pytest.raises(NotFound):
        accounts.end_sign_in(bob, uuid4())


def test_signing_out_everywhere_ends_every_device(ada):
    other = accounts.sign_in("ada@example.org", people.PASSWORD, Browser())

    accounts.sign_out_everywhere(ada)

    assert accounts.actor_for(other.token) is None


def test_a_closed_account_is_out_at_once_and_cannot_come_back(ada, sam, published):
    signed_in = accounts.sign_in("ada@example.org", people.PASSWORD, Browser())

    accounts.close_account(sam, ada.user_id)

    assert accounts.actor_for(signed_in.token) is None
    with pytest.raises(SignInWrong):
        accounts.sign_in("ada@example.org", people.PASSWORD, Browser())
    assert sum(isinstance(event, SignedOut) for event in published) == 2


def test_a_sign_in_lasts_no_longer_than_its_cookie(ada):
    signed_in = accounts.sign_in("ada@example.org", people.PASSWORD, Browser())

    assert signed_in.max_age_s == rules.LEARNER_ABSOLUTE.total_seconds()
