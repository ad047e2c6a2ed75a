"""The badges as data: what is counted, and how much of it makes each level.

None is for spending, and none for merely coming by. A badge that is once held stays in the
catalogue under its key; thresholds may only ever fall.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from vel_tutor.vocabulary import BadgeFamily, BadgeMeasure

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
    """The name of its icon."""
    of: str = ""
    """The subject, or "subject/Strand", that the measure is counted in; empty for all."""
    is_secret: bool = False
    """Nobody is told of it before they hold it."""

    @property
    def levels(self) -> int:
        return len(self.thresholds)

    def titled(self, level: int) -> str:
        """The title with its metal, "Algebra Expert (Gold)"; of one level, the title alone."""
        return self.title if self.levels == 1 else f"{self.title} ({METALS[level - 1]})"

    def task(self, level: int) -> str:
        """How `level` is earned."""
        return self.words.format(n=self.thresholds[level - 1])


def _catalogue(*badges: Badge) -> Mapping[str, Badge]:
    return {badge.key: badge for badge in badges}


BADGES: Mapping[str, Badge] = _catalogue(
    Badge(
        "algebra-expert",
        BadgeFamily.MASTERY,
        "Algebra Expert",
        "Get to know {n} skills of expressions and equations.",
        BadgeMeasure.SKILLS_PROFICIENT,
        (3, 8, 15),
        "variable",
        of="math/Expressions and equations",
    ),
    Badge(
        "grammar-guru",
        BadgeFamily.MASTERY,
        "Grammar Guru",
        "Get to know {n} grammar skills.",
        BadgeMeasure.SKILLS_PROFICIENT,
        (2, 5, 9),
        "pen-line",
        of="reading/Grammar",
    ),
    Badge(
        "streak",
        BadgeFamily.STREAK,
        "Steady Flame",
        "Practise {n} days in a row.",
        BadgeMeasure.STREAK,
        (7, 30, 100),
        "flame",
    ),
    Badge(
        "duel-champion",
        BadgeFamily.CHALLENGES,
        "Duel Champion",
        "Win {n} challenges.",
        BadgeMeasure.CHALLENGES_WON,
        (10,),
        "swords",
    ),
)
"""Every badge by its key."""
