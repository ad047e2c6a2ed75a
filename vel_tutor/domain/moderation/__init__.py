"""What people report and what the house holds back, until somebody on the staff has decided.

What it is about stays in its own context: the queue reads their front doors, and keeps nothing but
what was decided.
"""

from vel_tutor.domain.moderation.actions import settle, undo
from vel_tutor.domain.moderation.events import CaseReopened, CaseSettled
from vel_tutor.domain.moderation.forgetting import forget
from vel_tutor.domain.moderation.listening import read_talk
from vel_tutor.domain.moderation.news import open_news, settled_news
from vel_tutor.domain.moderation.parents import tell_of_danger
from vel_tutor.domain.moderation.queries import open_cases, settled_cases, waiting
from vel_tutor.domain.moderation.refusals import CannotUndo, DecidedAlready, NobodyToTell
from vel_tutor.domain.moderation.rules import LISTENERS, PAGE, READERS
from vel_tutor.domain.moderation.views import CaseView, ChoiceView, NewsView, QueueView

__all__ = [
    "LISTENERS",
    "PAGE",
    "READERS",
    "CannotUndo",
    "CaseReopened",
    "CaseSettled",
    "CaseView",
    "ChoiceView",
    "DecidedAlready",
    "NewsView",
    "NobodyToTell",
    "QueueView",
    "forget",
    "open_cases",
    "open_news",
    "read_talk",
    "settle",
    "settled_cases",
    "settled_news",
    "tell_of_danger",
    "undo",
    "waiting",
]
