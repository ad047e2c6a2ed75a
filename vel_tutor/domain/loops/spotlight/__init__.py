"""Achievement spotlight: a badge is shown around, and whoever comes tries what it takes."""

from vel_tutor.domain.loops.spotlight.events import SpotlightInvited, SpotlightRewarded
from vel_tutor.domain.loops.spotlight.inviting import share
from vel_tutor.domain.loops.spotlight.rewarding import let_reward_go
from vel_tutor.domain.loops.spotlight.sweeping import forget_unfinished_tries
from vel_tutor.domain.loops.spotlight.trying import (
    OwnBadge,
    answer,
    begin,
    hint,
    invitation,
    next_question,
    reveal,
)
from vel_tutor.domain.loops.spotlight.views import TryView

__all__ = [
    "OwnBadge",
    "SpotlightInvited",
    "SpotlightRewarded",
    "TryView",
    "answer",
    "begin",
    "forget_unfinished_tries",
    "hint",
    "invitation",
    "let_reward_go",
    "next_question",
    "reveal",
    "share",
]
