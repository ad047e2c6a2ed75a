"""Two people who decide at the same moment, for real."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest

from tests.befriending import code_of
from vel_tutor.core.db import reading
from vel_tutor.core.errors import Refusal
from vel_tutor.domain import friends

pytestmark = pytest.mark.commits


def at_once(*deeds: Callable[[], object]) -> None:
    """Do all of them at the same moment; one that comes too late may be refused."""
    ready = Barrier(len(deeds))

    def do(deed: Callable[[], object]) -> None:
        ready.wait(60)
        try:
            deed()
        except Refusal:
            return

    with ThreadPoolExecutor(len(deeds)) as pool:
        list(pool.map(do, deeds))


def test_two_who_ask_each_other_at_the_same_moment_are_friends_once(ada, bob):
    adas, bobs = code_of(ada), code_of(bob)

    at_once(*[lambda: friends.ask(ada, bobs), lambda: friends.ask(bob, adas)] * 3)

    with reading() as tx:
        assert friends.friends_of(tx, ada.user_id) == (bob.user_id,)
    assert (friends.page(ada).asked, friends.page(bob).asking) == ((), ())


def test_a_block_wins_over_a_yes_at_the_same_moment(ada, bob):
    friends.ask(ada, code_of(bob))
    question = UUID(friends.page(bob).asking[0].id)

    at_once(
        lambda: friends.accept(bob, question),
        lambda: friends.block(ada, bob.user_id),
        lambda: friends.block(ada, bob.user_id),
    )

    with reading() as tx:
        assert friends.friends_of(tx, bob.user_id) == ()
        assert friends.shut_out(tx, bob.user_id) == {ada.user_id}
    assert len(friends.page(ada).blocked) == 1


def test_a_code_renewed_twice_at_once_is_one_code(ada):
    old = code_of(ada)

    at_once(*[lambda: friends.renew_code(ada)] * 4)

    assert code_of(ada) != old
