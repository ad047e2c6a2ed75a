"""Friends: people one knows, questions that wait, and what one may do about somebody."""

from vel_tutor.components.friends.asking import (
    SHARE,
    code_form,
    met,
    own_code,
    questions,
    sent,
    wishes,
)
from vel_tutor.components.friends.deeds import deeds, parted
from vel_tutor.components.friends.door import door, switched_off
from vel_tutor.components.friends.known import blocked, friends, nobody_yet

__all__ = [
    "SHARE",
    "blocked",
    "code_form",
    "deeds",
    "door",
    "friends",
    "met",
    "nobody_yet",
    "own_code",
    "parted",
    "questions",
    "sent",
    "switched_off",
    "wishes",
]
