"""Math skills, grades 3 to 9: id, strand, grade, name, and what each builds toward."""

from vel_tutor.content.family import Skill
from vel_tutor.vocabulary import Subject

_ROWS: tuple[tuple[str, str, int, str, str], ...] = (
    ("place_value", "Place value", 4, "Place value in large numbers", "rounding add_sub"),
    ("rounding", "Place value", 4, "Rounding whole numbers", ""),
    ("add_sub", "Whole numbers", 4, "Adding and subtracting in columns", ""),
    ("facts", "Whole numbers", 3, "Multiplication and division facts", "multiply division"),
    ("multiply", "Whole numbers", 4, "Multiplying two-digit numbers", ""),
    ("division", "Whole numbers", 4, "Division with remainders", "division_stories"),
    ("division_stories", "Whole numbers", 4, "Making sense of remainders", ""),
    ("frac_picture", "Fractions", 3, "Fractions of a picture", "frac_equal frac_of"),
    ("frac_equal", "Fractions", 4, "Equal fractions", "frac_add_unlike"),
    ("frac_of", "Fractions", 4, "A fraction of an amount", "frac_multiply"),
    ("frac_mixed", "Fractions", 4, "Mixed numbers", "frac_add_unlike"),
    ("frac_add_unlike", "Fractions", 5, "Adding fractions with unlike denominators", ""),
    ("frac_multiply", "Fractions", 5, "Multiplying fractions", "frac_divide"),
    ("frac_divide", "Fractions", 6, "Dividing fractions", ""),
    ("decimals", "Decimals and percent", 5, "Decimals and place value", ""),
    ("decimals_multiply", "Decimals and percent", 6, "Multiplying decimals", ""),
    ("decimals_fractions", "Decimals and percent", 6, "Fractions as decimals", ""),
    ("percent", "Decimals and percent", 6, "Percent of an amount", ""),
    ("percent_change", "Decimals and percent", 7, "Percent change and prices", ""),
    ("ratio", "Ratio and rate", 6, "Ratios", ""),
    ("unit_rate", "Ratio and rate", 6, "Unit rates", ""),
    ("proportion", "Ratio and rate", 7, "Proportional reasoning", ""),
    ("perimeter", "Measurement", 4, "Perimeter of rectangles", ""),
)
"""The last column lists the skills built toward, by id, with blanks between."""

MATH: tuple[Skill, ...] = tuple(
    Skill(
        id=f"math.{name}",
        subject=Subject.MATH,
        strand=strand,
        grade=grade,
        name=title,
        builds_toward=tuple(f"math.{later}" for later in toward.split()),
    )
    for name, strand, grade, title, toward in _ROWS
)
