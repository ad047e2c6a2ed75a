"""More math families, grade 9 to college prep."""

from vel_tutor.content.family import Family

FAMILIES: tuple[Family, ...] = ()
