"""All science families."""

from vel_tutor.content.families import (
    science_concepts,
    science_energy,
    science_graphs,
    science_inquiry,
    science_life,
    science_matter,
    science_measuring,
    science_motion,
    science_reactions,
    science_sky,
    science_states,
    science_trends,
)
from vel_tutor.content.family import Family

FAMILIES: tuple[Family, ...] = (
    *science_measuring.FAMILIES,
    *science_graphs.FAMILIES,
    *science_trends.FAMILIES,
    *science_inquiry.FAMILIES,
    *science_motion.FAMILIES,
    *science_energy.FAMILIES,
    *science_states.FAMILIES,
    *science_matter.FAMILIES,
    *science_reactions.FAMILIES,
    *science_life.FAMILIES,
    *science_sky.FAMILIES,
    *science_concepts.FAMILIES,
)
