"""A bank of science, and Ada's test in it.

What belongs to the app is imported inside the fixtures: its servers have to run first.
"""

from collections.abc import Iterator
from uuid import UUID

import pytest


@pytest.fixture(autouse=True)
def stocked(clean_world) -> Iterator[None]:
    """A bank of science, and a clock that stands at nine in the morning."""
    from tests.sittings import MORNING
    from vel_tutor.core import clock
    from vel_tutor.domain import bank
    from vel_tutor.vocabulary import Subject

    bank.fill(Subject.SCIENCE, per_family=3)
    with clock.stopped(MORNING):
        yield


@pytest.fixture
def test_id(ada) -> UUID:
    """Ada's test, not begun yet."""
    from tests.sittings import SCIENCE
    from vel_tutor.domain import diagnostics

    return diagnostics.open_test(ada, SCIENCE)


@pytest.fixture
def begun(ada, test_id) -> UUID:
    """Ada's test with its first question on show since nine in the morning."""
    from vel_tutor.domain import diagnostics

    diagnostics.begin_part(ada, test_id, 1)
    return test_id
