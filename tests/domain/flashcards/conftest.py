"""The hour at which cards are studied.

What belongs to the app is imported inside the fixture: its servers have to run first.
"""

from collections.abc import Iterator
from datetime import datetime

import pytest


@pytest.fixture
def afternoon() -> Iterator[datetime]:
    """The clock stands at four in the afternoon."""
    from tests.shelf import AFTERNOON
    from vel_tutor.core import clock

    with clock.stopped(AFTERNOON):
        yield AFTERNOON
