"""What people report and what the house holds back, until somebody on the staff has decided.

What it is about stays in its own context: the queue reads their front doors, and keeps nothing but
what was decided.
"""

from vel_tutor.domain.moderation.actions import settle, undo
from vel_tutor.domain.moderation.events import CaseReopened, CaseSettled
from vel_tutor.domain.moderation.forgetting import forget
from vel_tutor.domain.moderation.queries import open_cases, settled_cases, waiting
from vel_tutor.domain.moderation.refusals import DecidedAlready
from vel_tutor.domain.moderation.rules import PAGE, READERS
from vel_tutor.domain.moderation.views import CaseView, ChoiceView, QueueView

__all__ = [
    "PAGE",
    "READERS",
    "CaseReopened",
    "CaseSettled",
    "CaseView",
    "ChoiceView",
    "DecidedAlready",
    "QueueView",
    "forget",
    "open_cases",
    "settle",
    "settled_cases",
    "undo",
    "waiting",
]
