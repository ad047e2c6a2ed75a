"""Asking the advisers, and the log of what they said. Knows ids, never people."""

from vel_tutor.domain.advice.actions import ask, forget_old
from vel_tutor.domain.advice.leave import (
    NoLeave,
    WrongScope,
    admit,
    give_leave,
    leaves,
    withdraw,
)
from vel_tutor.domain.advice.queries import LogQuery, browse
from vel_tutor.domain.advice.rules import READERS

__all__ = [
    "READERS",
    "LogQuery",
    "NoLeave",
    "WrongScope",
    "admit",
    "ask",
    "browse",
    "forget_old",
    "give_leave",
    "leaves",
    "withdraw",
]
