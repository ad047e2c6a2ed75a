"""More math families, grades 6 to 8: each module holds one strand or topic."""

from vel_tutor.content.families import (
    middle_factors,
    middle_number_line,
    middle_ratio_tables,
    middle_units,
)
from vel_tutor.content.family import Family

FAMILIES: tuple[Family, ...] = (
    *middle_factors.FAMILIES,
    *middle_number_line.FAMILIES,
    *middle_ratio_tables.FAMILIES,
    *middle_units.FAMILIES,
)
