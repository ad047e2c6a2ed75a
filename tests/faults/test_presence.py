"""Redis dies and comes back empty; everybody who has a page open is counted again soon."""

import asyncio
import time

import pytest

from tests import people
from tests.security.faces import cookie
from tests.serving import serving, tab
from vel_tutor.live import presence

pytestmark = pytest.mark.faults
AGAIN_WITHIN_S = 15
PLACE = "rally:of the storm"


async def _counts(number: int, within_s: float) -> float:
    """Seconds until so many are counted."""
    start = time.monotonic()
    while await asyncio.to_thread(presence.count, PLACE) != number:
        assert time.monotonic() - start < within_s
        await asyncio.sleep(0.2)
    return time.monotonic() - start


async def test_after_redis_came_back_empty_everybody_is_counted_within_15_seconds(
    services, database, tmp_path
):
    import vel_tutor.vel_tutor  # noqa: F401 (names the handlers)

    ada, bob = people.student("Ada"), people.student("Bob")
    with serving("tests.stage:app", tmp_path) as server:
        async with (
            tab(server.url, cookie=cookie(ada)) as hers,
            tab(server.url, cookie=cookie(bob)) as his,
        ):
            for screen in (hers, his):
                await screen.send("Stage.be_present", topic=PLACE)
            await _counts(2, within_s=10)

            services.valkey.kill()
            services.valkey.wipe()
            services.revive()

            assert await _counts(2, AGAIN_WITHIN_S) < AGAIN_WITHIN_S
            assert not hers.closed.is_set()
            assert not his.closed.is_set()
