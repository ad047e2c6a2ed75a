"""A tutor to ask, by the minute: guided from the question bank, worded by a model where one may."""

from vel_tutor.domain.coaching.actions import current, finish, look, move, pause, report, reword
from vel_tutor.domain.coaching.events import CoachFlagged
from vel_tutor.domain.coaching.opening import begin, begin_about, desk
from vel_tutor.domain.coaching.queries import for_parent
from vel_tutor.domain.coaching.refusals import NothingToAsk, OutOfMinutes
from vel_tutor.domain.coaching.reviewing import (
    FlagView,
    count_flags,
    exchange,
    flag,
    flags_waiting,
    note_parents_told,
    reopen_flag,
    settle_flag,
)
from vel_tutor.domain.coaching.tending import close_idle, forget, forget_words
from vel_tutor.domain.coaching.views import ChatView, DeskView, TurnView

__all__ = [
    "ChatView",
    "CoachFlagged",
    "DeskView",
    "FlagView",
    "NothingToAsk",
    "OutOfMinutes",
    "TurnView",
    "begin",
    "begin_about",
    "close_idle",
    "count_flags",
    "current",
    "desk",
    "exchange",
    "finish",
    "flag",
    "flags_waiting",
    "for_parent",
    "forget",
    "forget_words",
    "look",
    "move",
    "note_parents_told",
    "pause",
    "reopen_flag",
    "report",
    "reword",
    "settle_flag",
]
