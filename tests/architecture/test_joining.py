"""Whatever must happen with a sign-up hangs on it in every process that takes one."""

from vel_tutor.domain.accounts import joining
from vel_tutor.vel_tutor import app

__all__ = ["app"]


def test_guest_play_and_invitations_join_with_the_person():
    assert "claim_guest_play" in {hook.__name__ for hook in joining._hooks}
