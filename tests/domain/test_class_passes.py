"""Class passes are given once for a cause, and never used twice."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import incentives
from vel_tutor.domain.incentives import NoPass
from vel_tutor.vocabulary import PassReason


def _give(user_id, cause):
    with transaction() as tx:
        return incentives.give_pass(tx, user_id, PassReason.FAMILY_INVITED, cause)


def _use(user_id, cause):
    with transaction() as tx:
        try:
            incentives.use_pass(tx, user_id, cause)
        except NoPass:
            return False
        return True


def _held(user_id):
    with reading() as tx:
        return incentives.passes_of(tx, user_id)


def test_the_same_family_brings_one_pass(pat):
    cause = uuid4()

    assert [_give(pat.user_id, cause), _give(pat.user_id, cause)] == [True, False]
    assert _held(pat.user_id) == 1


def test_nobody_uses_a_pass_they_do_not_have(pat):
    assert not _use(pat.user_id, uuid4())


@pytest.mark.commits
def test_of_twenty_at_once_one_uses_the_only_pass(pat):
    _give(pat.user_id, uuid4())

    with ThreadPoolExecutor(20) as pool:
        used = list(pool.map(lambda _: _use(pat.user_id, uuid4()), range(20)))

    assert sum(used) == 1
    assert _held(pat.user_id) == 0
    assert incentives.drift() == 0


def test_a_pass_given_in_error_is_taken_back_unless_it_is_used(pat):
    kept, used = uuid4(), uuid4()
    _give(pat.user_id, kept)
    _give(pat.user_id, used)
    _use(pat.user_id, uuid4())

    with transaction() as tx:
        taken = [incentives.take_back_pass(tx, pat.user_id, cause) for cause in (kept, used)]

    assert taken == [True, False]
    assert incentives.drift() == 0
