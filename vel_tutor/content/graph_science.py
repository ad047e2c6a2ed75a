"""Science skills, grades 3 to 9: id, strand, grade, name, and what each builds toward."""

from vel_tutor.content.family import Skill
from vel_tutor.vocabulary import Subject

_ROWS: tuple[tuple[str, str, int, str, tuple[str, ...]], ...] = ()

SCIENCE: tuple[Skill, ...] = tuple(
    Skill(
        f"science.{name}", Subject.SCIENCE, strand, grade, title, tuple(f"science.{s}" for s in to)
    )
    for name, strand, grade, title, to in _ROWS
)
