"""More math families, kindergarten to grade 5."""

from vel_tutor.content.family import Family

FAMILIES: tuple[Family, ...] = ()
