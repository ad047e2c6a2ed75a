"""The badges as data: what is counted, and how much of it makes each level.

The table `tables/badges` holds them, by family.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from vel_tutor.content.tables import table
from vel_tutor.vocabulary import BadgeFamily, BadgeMeasure, Subject

METALS = ("Bronze", "Silver", "Gold")


@dataclass(frozen=True)
class Badge:
    """One badge, in one level or in three."""

    key: str
    family: BadgeFamily
    title: str
    words: str
    """How to earn a level, `{n}` its threshold."""
    measure: BadgeMeasure
    thresholds: tuple[int, ...]
    """Of the measure, one for each level, rising."""
    picture: str
    """The name of its sign in the sheet of signs."""
    of: str = ""
    """The subject, or "subject/Strand", that the measure is counted in; empty for all."""
    is_secret: bool = False
    """Nobody is told of it before they hold it."""

    @property
    def levels(self) -> int:
        return len(self.thresholds)

    @property
    def subject(self) -> Subject | None:
        """The subject it is about, if it is about one."""
        return Subject(self.of.partition("/")[0]) if self.of else None

    @property
    def strand(self) -> str:
        """The part of the subject it is about, if it is about one."""
        return self.of.partition("/")[2]

    def titled(self, level: int) -> str:
        """The title with its metal, "Algebra Expert (Gold)"; of one level, the title alone."""
        metal = self.metal(level)
        return f"{self.title} ({metal})" if metal else self.title

    def metal(self, level: int) -> str:
        """The metal of a level, such as Gold for the third; empty where there is only one."""
        return METALS[level - 1] if self.levels > 1 else ""

    def task(self, level: int) -> str:
        """How `level` is earned."""
        return self.words.format(n=self.thresholds[level - 1])

    def level_at(self, value: int) -> int:
        """The level that `value` of the measure comes to; 0 for none yet."""
        return sum(value >= threshold for threshold in self.thresholds)


def _read() -> Iterator[Badge]:
    for family, rows in table("badges").items():
        for row in rows:
            yield _badge(BadgeFamily(family), row)


def _badge(family: BadgeFamily, row: dict[str, Any]) -> Badge:
    return Badge(
        key=row["key"],
        family=family,
        title=row["title"],
        words=row["words"],
        measure=BadgeMeasure(row.get("measure", BadgeMeasure.SKILLS_PROFICIENT)),
        thresholds=tuple(row["at"]),
        picture=row["picture"],
        of=row.get("of", ""),
        is_secret=row.get("is_secret", False),
    )


EDITION = sha256(repr(table("badges")).encode()).hexdigest()[:16]
"""Another one whenever the table changes: then everybody is counted for anew."""
BADGES: Mapping[str, Badge] = {badge.key: badge for badge in _read()}
"""Every badge by its key."""
