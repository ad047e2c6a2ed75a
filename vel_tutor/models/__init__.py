"""The whole schema, one module per context."""

from vel_tutor.core import outbox
from vel_tutor.models import (
    accounts,
    attribution,
    bank,
    diagnostics,
    flashcards,
    happenings,
    incentives,
    loops,
    mastery,
    notifications,
    practice,
    prompts,
    proud_parent,
    safety,
    social,
    tutoring,
)

__all__ = [
    "accounts",
    "attribution",
    "bank",
    "diagnostics",
    "flashcards",
    "happenings",
    "incentives",
    "loops",
    "mastery",
    "notifications",
    "outbox",
    "practice",
    "prompts",
    "proud_parent",
    "safety",
    "social",
    "tutoring",
]
