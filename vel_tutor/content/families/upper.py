"""More math families, grade 9 to college prep."""

from vel_tutor.content.families import (
    upper_division,
    upper_functions,
    upper_graphs,
    upper_linear,
    upper_polynomials,
    upper_quadratic_stories,
    upper_quadratics,
    upper_ranges,
    upper_sequences,
    upper_series,
    upper_systems,
    upper_systems_stories,
)
from vel_tutor.content.family import Family

FAMILIES: tuple[Family, ...] = (
    *upper_linear.FAMILIES,
    *upper_ranges.FAMILIES,
    *upper_systems.FAMILIES,
    *upper_systems_stories.FAMILIES,
    *upper_functions.FAMILIES,
    *upper_graphs.FAMILIES,
    *upper_sequences.FAMILIES,
    *upper_series.FAMILIES,
    *upper_polynomials.FAMILIES,
    *upper_division.FAMILIES,
    *upper_quadratics.FAMILIES,
    *upper_quadratic_stories.FAMILIES,
)
