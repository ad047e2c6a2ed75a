"""Proud parent: a child's true week, shown to other parents, and what bringing a family earns."""

from vel_tutor.domain.loops.proud_parent.arriving import invitation
from vel_tutor.domain.loops.proud_parent.cards import picture, preview
from vel_tutor.domain.loops.proud_parent.events import (
    PassComing,
    PassGranted,
    PassReversed,
    WeeklyLetterWritten,
)
from vel_tutor.domain.loops.proud_parent.rewarding import (
    child_tested,
    claim,
    families,
    let_name,
    let_pass_go,
    passes,
    release_due_passes,
    reverse_pass,
    wait_for_pass,
)
from vel_tutor.domain.loops.proud_parent.rules import HOLD, letter_morning
from vel_tutor.domain.loops.proud_parent.showing import (
    NothingToShow,
    proud,
    running_is_better,
    share,
)
from vel_tutor.domain.loops.proud_parent.starting import start
from vel_tutor.domain.loops.proud_parent.views import (
    InvitedView,
    PassView,
    ProudView,
    StartView,
    WeekView,
)
from vel_tutor.domain.loops.proud_parent.week import running as running_week
from vel_tutor.domain.loops.proud_parent.weekly import send_weekly_letters

__all__ = [
    "HOLD",
    "InvitedView",
    "NothingToShow",
    "PassComing",
    "PassGranted",
    "PassReversed",
    "PassView",
    "ProudView",
    "StartView",
    "WeekView",
    "WeeklyLetterWritten",
    "child_tested",
    "claim",
    "families",
    "invitation",
    "let_name",
    "let_pass_go",
    "letter_morning",
    "passes",
    "picture",
    "preview",
    "proud",
    "release_due_passes",
    "reverse_pass",
    "running_is_better",
    "running_week",
    "send_weekly_letters",
    "share",
    "start",
    "wait_for_pass",
]
