"""Asking the advisers, and the log of what they said. Knows ids, never people."""

from vel_tutor.domain.advice.actions import ask, forget_old
from vel_tutor.domain.advice.queries import LogQuery, browse
from vel_tutor.domain.advice.rules import READERS

__all__ = ["READERS", "LogQuery", "ask", "browse", "forget_old"]
