"""Mastery: how able a person is in a subject, and how well they know each of its skills."""

from vel_tutor.domain.mastery.actions import forget, learn, measured, unlearn
from vel_tutor.domain.mastery.domains import families_of, parameters, prepare
from vel_tutor.domain.mastery.queries import known, of
from vel_tutor.domain.mastery.rules import Evidence
from vel_tutor.domain.mastery.views import SkillStanding

__all__ = [
    "Evidence",
    "SkillStanding",
    "families_of",
    "forget",
    "known",
    "learn",
    "measured",
    "of",
    "parameters",
    "prepare",
    "unlearn",
]
