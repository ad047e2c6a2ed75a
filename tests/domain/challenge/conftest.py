"""Ada's challenge, and the link to it.

What belongs to the app is imported inside the fixtures: its servers have to run first.
"""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from vel_tutor.domain.loops import SentView


@pytest.fixture(autouse=True)
def joining() -> None:
    """What a composition root does once per process."""
    from vel_tutor.domain import loops

    loops.listen_to_joining()


@pytest.fixture
def challenge(ada) -> "SentView":
    """Ada scored 80% and sent it on."""
    from tests.decks import finished
    from vel_tutor.domain import loops

    return loops.challenge_from(ada, finished(ada, wrong=1))


@pytest.fixture
def code(challenge) -> str:
    """What stands in its link."""
    from tests.challenges import code_of

    return code_of(challenge)
