"""Science skills, grades 3 to 9: id, strand, grade, name, and what each builds toward."""

from vel_tutor.content.family import Skill
from vel_tutor.vocabulary import Subject

_ROWS: tuple[tuple[str, str, int, str, tuple[str, ...]], ...] = (
    ("speed", "Forces and motion", 6, "Speed from distance and time", ("speed_units",)),
    ("speed_units", "Forces and motion", 7, "Speed with hours and minutes", ("waves",)),
    ("forces", "Forces and motion", 6, "Adding forces", ("newton_second",)),
    ("newton_second", "Forces and motion", 8, "Force, mass and acceleration", ()),
    ("work", "Energy", 8, "Work done by a force", ("power",)),
    ("power", "Energy", 9, "Power", ()),
    ("waves", "Waves", 9, "Speed of waves", ()),
    ("ohm", "Electricity", 8, "Ohm's law", ("series",)),
    ("thermometer", "Measurement", 3, "Reading a thermometer", ("graphs", "units")),
    ("graphs", "Data", 4, "Reading a line graph", ("trends",)),
    ("trends", "Data", 5, "Seeing a trend in a table", ("speed",)),
    ("fair_test", "Experiments", 5, "Fair tests", ("variables",)),
    ("variables", "Experiments", 6, "Variables in an experiment", ()),
    ("concepts", "Explaining the world", 6, "Ideas that stand up to a test", ()),
    ("moon", "Earth and space", 5, "Phases of the moon", ("seasons",)),
    ("seasons", "Earth and space", 6, "Seasons in north and south", ()),
    ("states", "Matter", 6, "Solid, liquid or gas", ("density",)),
    ("floating", "Matter", 5, "What floats and why", ("density",)),
    ("atoms", "Matter", 8, "Counting atoms in formulas", ("balancing",)),
    ("balancing", "Matter", 9, "Balanced equations", ()),
    ("density", "Matter", 7, "Density", ("dilution",)),
    ("units", "Measurement", 5, "Metric units", ("speed", "density")),
    ("dilution", "Matter", 9, "Strength of a solution", ()),
    ("half_life", "Matter", 9, "Half-life", ()),
    ("food_chains", "Living things", 4, "Food chains", ("energy_pyramid",)),
    ("energy_pyramid", "Living things", 7, "Energy in a food chain", ()),
    ("inheritance", "Living things", 8, "Inheritance", ()),
    ("series", "Electricity", 9, "Series circuits", ()),
)

SCIENCE: tuple[Skill, ...] = tuple(
    Skill(
        f"science.{name}", Subject.SCIENCE, strand, grade, title, tuple(f"science.{s}" for s in to)
    )
    for name, strand, grade, title, to in _ROWS
)
