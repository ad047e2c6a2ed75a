"""Many pairs at once over bad lines, with real threads and real commits."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bench import rooms
from tests.company import guest
from vel_tutor.domain.loops import rescue


@pytest.mark.commits
def test_bad_lines_leave_nobody_stuck_and_count_and_pay_nothing_twice():
    found = rooms.run(rooms=6, seed=7)

    names = ("stuck", "double_scores", "double_rewards", "wrong_scores", "wrong_rewards", "drift")
    assert {name: found[name] for name in names} == dict.fromkeys(names, 0)
    assert found["earned"] > 0
    assert found["sent"]["kept for its turn"] > 0


@pytest.mark.commits
def test_of_many_who_come_at_once_one_gets_the_seat(ada):
    code = rescue.invite(ada).share.qr.split("/")[2]

    def come(number):
        try:
            return rescue.join(guest(f"guest-{number}"), code)
        except rescue.RoomFull:
            return None

    with ThreadPoolExecutor(8) as pool:
        came = list(pool.map(come, range(16)))

    assert len([room for room in came if room]) == 1
