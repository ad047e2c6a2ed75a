"""Many pairs at once over bad lines, with real threads and real commits."""

import pytest

from bench import rooms


@pytest.mark.commits
def test_bad_lines_leave_nobody_stuck_and_count_and_pay_nothing_twice():
    found = rooms.run(rooms=6, seed=7)

    names = ("stuck", "double_scores", "double_rewards", "wrong_scores", "wrong_rewards", "drift")
    assert {name: found[name] for name in names} == dict.fromkeys(names, 0)
    assert found["earned"] > 0
    assert found["sent"]["kept for its turn"] > 0
