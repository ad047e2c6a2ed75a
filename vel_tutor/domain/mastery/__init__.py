"""Mastery: how able a person is in a subject, and how well they know each of its skills."""

from vel_tutor.domain.mastery.actions import forget, learn, measured, unlearn
from vel_tutor.domain.mastery.domains import families_of, parameters, prepare, usual_level
from vel_tutor.domain.mastery.queries import asked, grown, known, moved, of
from vel_tutor.domain.mastery.rules import Evidence
from vel_tutor.domain.mastery.views import SkillMove, SkillStanding, height, level_words

__all__ = [
    "Evidence",
    "SkillMove",
    "SkillStanding",
    "asked",
    "families_of",
    "forget",
    "grown",
    "height",
    "known",
    "learn",
    "level_words",
    "measured",
    "moved",
    "of",
    "parameters",
    "prepare",
    "unlearn",
    "usual_level",
]
