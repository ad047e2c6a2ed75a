"""More math families, grades 6 to 8."""

from vel_tutor.content.family import Family

FAMILIES: tuple[Family, ...] = ()
