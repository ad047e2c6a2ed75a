"""Redis dies and comes back empty; everybody who has a page open is counted again by itself."""

import pytest

from tests import people
from tests.security.faces import cookie
from tests.serving import eventually, serving, tab
from vel_tutor.live import presence

pytestmark = pytest.mark.faults
PATIENCE_S = 120
PLACE = "rally:of the storm"


async def test_after_redis_came_back_empty_everybody_is_counted_again(services, database, tmp_path):
    import vel_tutor.vel_tutor  # noqa: F401 (names the handlers)

    ada, bob = people.student("Ada"), people.student("Bob")
    with serving("tests.stage:app", tmp_path) as server:
        async with (
            tab(server.url, cookie=cookie(ada)) as hers,
            tab(server.url, cookie=cookie(bob)) as his,
        ):
            for screen in (hers, his):
                await screen.send("Stage.be_present", topic=PLACE)
            await eventually(lambda: presence.count(PLACE) == 2, PATIENCE_S)

            services.valkey.kill()
            services.valkey.wipe()
            services.revive()

            await eventually(lambda: presence.count(PLACE) == 2, PATIENCE_S)
            assert not hers.closed.is_set()
            assert not his.closed.is_set()
