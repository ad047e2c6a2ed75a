"""A tutor to ask, by the minute: guided from the question bank, worded by a model where one may."""

from vel_tutor.domain.coaching.actions import current, finish, look, move, pause, report, reword
from vel_tutor.domain.coaching.opening import begin, begin_about, desk
from vel_tutor.domain.coaching.queries import for_parent
from vel_tutor.domain.coaching.refusals import NothingToAsk, OutOfMinutes
from vel_tutor.domain.coaching.tending import close_idle, forget, forget_words
from vel_tutor.domain.coaching.views import ChatView, DeskView

__all__ = [
    "ChatView",
    "DeskView",
    "NothingToAsk",
    "OutOfMinutes",
    "begin",
    "begin_about",
    "close_idle",
    "current",
    "desk",
    "finish",
    "for_parent",
    "forget",
    "forget_words",
    "look",
    "move",
    "pause",
    "report",
    "reword",
]
