"""A web process of the app with the test stage on it, and everybody who may knock.

What belongs to the app is imported inside the fixtures: its servers have to run first.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.serving import Server, serving

if TYPE_CHECKING:
    from vel_tutor.core.actor import Actor
    from vel_tutor.domain.accounts import SignedIn
    from vel_tutor.vocabulary import Standing


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The server is another process, so everything here is written for real."""
    here = Path(__file__).parent
    for item in items:
        if here in Path(item.path).parents:
            item.add_marker(pytest.mark.commits)


@pytest.fixture(scope="module")
def server(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    import vel_tutor.vel_tutor  # noqa: F401 (names the handlers, and carries our events to the bus)

    with serving("tests.stage:app", tmp_path_factory.mktemp("server")) as one:
        yield one


@pytest.fixture
def everybody(clean_world: None) -> "dict[Standing, str]":
    """The Cookie header of one browser for each standing."""
    from tests.security.faces import SIGN_UP, cookie
    from vel_tutor.vocabulary import Standing

    cookies = {standing: cookie(sign_up()) for standing, sign_up in SIGN_UP.items()}
    return {Standing.ANONYMOUS: "", **cookies}


@pytest.fixture
def bob_in(clean_world: None) -> "SignedIn":
    """A teen with a browser."""
    from tests import people

    return people.student("Bob")


@pytest.fixture
def ada_in(clean_world: None) -> "SignedIn":
    """Another teen with a browser."""
    from tests import people

    return people.student("Ada")


@pytest.fixture
def admin(clean_world: None) -> "Actor":
    """Somebody who may close accounts."""
    from tests import people
    from vel_tutor.vocabulary import Role

    return people.acting(people.staff("Adm", Role.ADMIN))
