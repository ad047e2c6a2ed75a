"""Math families, kindergarten to grade 5."""

from vel_tutor.content.families import (
    early_adding,
    early_bonds,
    early_clocks,
    early_columns,
    early_counting,
    early_fractions,
    early_graphs,
    early_groups,
    early_hundreds,
    early_lengths,
    early_patterns,
    early_shapes,
    early_shares,
    early_skips,
    early_space,
    early_stories,
    early_tens,
)
from vel_tutor.content.family import Family

FAMILIES: tuple[Family, ...] = (
    *early_adding.FAMILIES,
    *early_bonds.FAMILIES,
    *early_clocks.FAMILIES,
    *early_columns.FAMILIES,
    *early_counting.FAMILIES,
    *early_fractions.FAMILIES,
    *early_graphs.FAMILIES,
    *early_groups.FAMILIES,
    *early_hundreds.FAMILIES,
    *early_lengths.FAMILIES,
    *early_patterns.FAMILIES,
    *early_shapes.FAMILIES,
    *early_shares.FAMILIES,
    *early_skips.FAMILIES,
    *early_space.FAMILIES,
    *early_stories.FAMILIES,
    *early_tens.FAMILIES,
)
