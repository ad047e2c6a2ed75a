"""Variants and exposures: who is given what, for good, and who has seen it."""

from vel_tutor.domain.experiments.actions import close, expose, revise, variant
from vel_tutor.domain.experiments.catalogue import LOOPS_ON, PROMPTS_COPY

__all__ = ["LOOPS_ON", "PROMPTS_COPY", "close", "expose", "revise", "variant"]
