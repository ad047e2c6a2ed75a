"""Many invited friends finish and join at the same moment, for real: each reward once."""

import pytest

from bench.invitees import Rush


@pytest.mark.commits
def test_twenty_friends_who_join_at_once_bring_twenty_rewards_and_no_more():
    came = Rush(20).run()

    assert came.joined == 20
    assert came.referrer_xp == 20 * 50
    assert came.invitee_xp == [50] * 20
    assert came.paid == 20
    assert came.paid_twice == 0
    assert came.notices == 20
    assert came.on_the_board == 21
    assert came.names_twice == 0
    assert came.drift == 0
