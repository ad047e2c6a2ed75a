"""Math skills, grades 3 to 9: id, strand, grade, name, and what each builds toward."""

from vel_tutor.content.family import Skill
from vel_tutor.vocabulary import Subject

_ROWS: tuple[tuple[str, str, int, str, tuple[str, ...]], ...] = (
    ("place_value", "Place value", 4, "Place value in large numbers", ()),
    ("frac_add_unlike", "Fractions", 5, "Adding fractions with unlike denominators", ()),
    ("perimeter", "Measurement", 4, "Perimeter of rectangles", ()),
)

MATH: tuple[Skill, ...] = tuple(
    Skill(f"math.{name}", Subject.MATH, strand, grade, title, tuple(f"math.{s}" for s in toward))
    for name, strand, grade, title, toward in _ROWS
)
