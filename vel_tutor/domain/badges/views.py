"""What a screen may hold about badges."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BadgeView:
    """One badge as one person sees it; a secret one that is not held tells nothing."""

    id: str = ""
    """Its key; for a secret one only a number."""
    row_id: str = ""
    """The highest level held; empty for none."""
    family: str = ""
    title: str = ""
    picture: str = ""
    metal: str = ""
    """Of the level held: bronze, silver, gold; "single" where there is only one; else empty."""
    level_words: str = ""
    """Such as Silver; empty where there is only one level, or none is held."""
    task: str = ""
    """How the next level is earned; how it was, once there is none."""
    percent: int = 0
    progress_words: str = ""
    """Such as 50% to Gold; empty once there is nothing to come."""
    counted_words: str = ""
    """Such as 15 of 30."""
    earned_on: str = ""
    credential: str = ""
    """Where its owner gets it as a signed file; empty where nothing is signed."""
    rarity: str = ""
    is_held: bool = False
    is_secret: bool = False


@dataclass(frozen=True)
class FamilyView:
    """One filter of the collection."""

    id: str
    words: str


@dataclass(frozen=True)
class CollectionView:
    """Everybody's badges, as one person sees them: those held first."""

    badges: tuple[BadgeView, ...] = ()
    held: int = 0
    total: int = 0
    families: tuple[FamilyView, ...] = ()


@dataclass(frozen=True)
class NewsView:
    """The oldest badge somebody has not been shown yet, and how many wait behind it."""

    badge: BadgeView = BadgeView()
    waiting: int = 0
    is_there: bool = False
    may_share: bool = False
