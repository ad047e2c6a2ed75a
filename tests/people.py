"""The people of our tests."""

import pytest

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import transaction
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import AgeBand, Role, Standing


@pytest.fixture
def ada(clean_world) -> Actor:
    """A teen who practises every day."""
    with transaction() as tx:
        user = User(role=Role.STUDENT, first_name="Ada", age_band=AgeBand.TEEN, created_at=tx.now)
        tx.session.add(user)
    return Actor(
        user_id=user.id, standing=Standing.TEEN, first_name="Ada", time_zone=user.time_zone
    )
