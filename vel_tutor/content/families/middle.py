"""More math families, grades 6 to 8: each module holds one strand or topic."""

from vel_tutor.content.families import (
    middle_equations,
    middle_expressions,
    middle_factors,
    middle_inequalities,
    middle_interest,
    middle_number_line,
    middle_percents,
    middle_prices,
    middle_ratio_tables,
    middle_rationals,
    middle_rules,
    middle_signed,
    middle_units,
)
from vel_tutor.content.family import Family

FAMILIES: tuple[Family, ...] = (
    *middle_equations.FAMILIES,
    *middle_expressions.FAMILIES,
    *middle_factors.FAMILIES,
    *middle_inequalities.FAMILIES,
    *middle_interest.FAMILIES,
    *middle_number_line.FAMILIES,
    *middle_percents.FAMILIES,
    *middle_prices.FAMILIES,
    *middle_ratio_tables.FAMILIES,
    *middle_rationals.FAMILIES,
    *middle_rules.FAMILIES,
    *middle_signed.FAMILIES,
    *middle_units.FAMILIES,
)
