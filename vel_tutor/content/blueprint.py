"""What a test of a grade has to cover: areas of a subject, and how much of each.

An area joins strands that are taught together. `LEAST` is the number of questions an area gets at
least in a full test; college prep leans to what entrance tests lean to.
"""

from dataclasses import dataclass

from vel_tutor.vocabulary import Subject

COLLEGE_PREP = 13
LEAST = 4

AREAS: dict[Subject, dict[str, tuple[str, ...]]] = {
    Subject.MATH: {
        "Number": ("Place value", "Whole numbers", "Integers"),
        "Fractions and ratio": ("Fractions", "Decimals and percent", "Ratio and rate"),
        "Algebra": ("Expressions and equations", "Functions", "Powers and roots"),
        "Geometry and measurement": ("Money and time", "Measurement", "Geometry", "Trigonometry"),
        "Data and chance": ("Data and chance",),
    },
    Subject.READING: {
        "Words": ("Word parts", "Vocabulary", "Figurative language"),
        "Details and sequence": ("Key details", "Sequence and cause", "Everyday texts"),
        "Ideas and inference": ("Main idea", "Inference", "Comparing texts"),
        "Structure and argument": ("Text structure", "Author's purpose", "Argument and evidence"),
        "Grammar": ("Grammar",),
    },
    Subject.SCIENCE: {
        "Inquiry": ("Measurement", "Data", "Experiments", "Explaining the world"),
        "Physical": ("Forces and motion", "Energy", "Waves", "Electricity"),
        "Matter": ("Matter", "Reactions"),
        "Earth": ("Earth and space", "Weather"),
        "Life": ("Living things", "Ecosystems", "Cells and body", "Genetics", "Evolution"),
    },
}
_COLLEGE: dict[Subject, dict[str, int]] = {
    Subject.MATH: {
        "Number": 2,
        "Fractions and ratio": 3,
        "Algebra": 8,
        "Geometry and measurement": 4,
        "Data and chance": 3,
    },
    Subject.READING: {
        "Words": 4,
        "Details and sequence": 3,
        "Ideas and inference": 4,
        "Structure and argument": 4,
        "Grammar": 5,
    },
    Subject.SCIENCE: {"Inquiry": 8, "Physical": 4, "Matter": 3, "Earth": 2, "Life": 3},
}
_AREA_OF = {
    (subject, strand): area
    for subject, areas in AREAS.items()
    for area, strands in areas.items()
    for strand in strands
}


@dataclass(frozen=True)
class Outline:
    """What one grade's test is about: the grades its questions stand for, and the mix of areas."""

    first_grade: int
    last_grade: int
    least: dict[str, int]
    """Questions by area, at least; their shares are the weights of the domain score."""

    def covers(self, grade: int) -> bool:
        """Whether questions of `grade` are what this test is about."""
        return self.first_grade <= grade <= self.last_grade


def area(subject: Subject, strand: str) -> str:
    """The area a strand belongs to; `KeyError` if it is in none."""
    return _AREA_OF[subject, strand]


def outline(subject: Subject, grade: int) -> Outline:
    """The outline for a grade from 0 (kindergarten) to `COLLEGE_PREP`.

    A grade is taught on top of the one before, so both are asked.
    """
    if grade == COLLEGE_PREP:
        return Outline(9, COLLEGE_PREP, dict(_COLLEGE[subject]))
    return Outline(max(0, grade - 1), max(1, grade), dict.fromkeys(AREAS[subject], LEAST))
