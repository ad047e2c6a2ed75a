"""Reading skills, grades 2 to 8: id, strand, grade, name, and what each builds toward."""

from vel_tutor.content.family import Skill
from vel_tutor.vocabulary import Subject

_ROWS: tuple[tuple[str, str, int, str, tuple[str, ...]], ...] = (
    ("details", "Key details", 3, "Finding details in a story", ()),
    ("cause", "Sequence and cause", 3, "Causes and effects", ()),
    ("sequence", "Sequence and cause", 3, "Putting events in order", ()),
)

READING: tuple[Skill, ...] = tuple(
    Skill(
        f"reading.{name}", Subject.READING, strand, grade, title, tuple(f"reading.{s}" for s in to)
    )
    for name, strand, grade, title, to in _ROWS
)
