"""The skill graph: what can be learned, and what each skill builds toward."""

from vel_tutor.content.family import Skill
from vel_tutor.content.graph_math import MATH
from vel_tutor.content.graph_reading import READING
from vel_tutor.content.graph_science import SCIENCE

SKILLS: tuple[Skill, ...] = (*MATH, *READING, *SCIENCE)


def prerequisites(skill_id: str) -> tuple[str, ...]:
    """The skills that build directly toward this one."""
    return tuple(skill.id for skill in SKILLS if skill_id in skill.builds_toward)
