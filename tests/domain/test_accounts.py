"""Signing up, signing in and out."""

import pytest

from tests import people
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser
from vel_tutor.domain.accounts.refusals import EmailTaken
from vel_tutor.vocabulary import Standing


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


def test_an_address_has_one_account_however_it_is_written(ada):
    with pytest.raises(EmailTaken):
        people.student("ADA")


def test_signing_in_again_gives_another_secret(ada):
    first, second = (
        accounts.sign_in("ada@example.org", people.PASSWORD, Browser()) for _ in range(2)
    )

    assert first.token != second.token
    assert accounts.actor_for(first.token) is not None
