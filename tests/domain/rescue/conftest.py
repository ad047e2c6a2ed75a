"""Ada calls for company, and Bob comes.

What belongs to the app is imported inside the fixtures: its servers have to run first.
"""

from uuid import UUID

import pytest


@pytest.fixture(autouse=True)
def joining() -> None:
    """What a composition root does once per process."""
    from vel_tutor.domain import loops

    loops.listen_to_joining()


@pytest.fixture
def code(ada) -> str:
    """Ada has called for company."""
    from vel_tutor.domain.loops import rescue

    return rescue.invite(ada).share.qr.split("/")[2]


@pytest.fixture
def room(ada, code) -> UUID:
    """The room she has opened."""
    from tests.company import room_of

    return room_of(ada)


@pytest.fixture
def both(bob, code, room) -> UUID:
    """Bob has come."""
    from tests.company import member
    from vel_tutor.domain.loops import rescue

    assert rescue.join(member(bob), code) == room
    return room
