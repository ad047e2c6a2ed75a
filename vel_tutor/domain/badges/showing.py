"""How badges look to one person."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from vel_tutor import routes
from vel_tutor.content.badges import BADGES, Badge
from vel_tutor.core import badge_keys
from vel_tutor.domain.badges import rules
from vel_tutor.domain.badges.rules import Measured
from vel_tutor.domain.badges.views import BadgeView, CollectionView, FamilyView
from vel_tutor.vocabulary import BadgeFamily

_FAMILIES = {
    BadgeFamily.MASTERY: "Skills",
    BadgeFamily.STREAK: "Days",
    BadgeFamily.PRACTICE: "Practice",
    BadgeFamily.CARDS: "Flashcards",
    BadgeFamily.TESTS: "Tests",
    BadgeFamily.SOCIAL: "Together",
    BadgeFamily.CHALLENGES: "Challenges",
    BadgeFamily.COMEBACK: "Growing",
    BadgeFamily.CURIOSITY: "Curiosity",
}
_SECRET = "Keep learning, and one day it is there."  # noqa: S105


@dataclass(frozen=True)
class Held:
    """The highest level somebody holds of one badge."""

    row_id: str
    level: int
    on: date


@dataclass(frozen=True)
class Known:
    """What is known about one person and their badges."""

    held: dict[str, Held] = field(default_factory=dict[str, Held])
    values: dict[Measured, int] = field(default_factory=dict[Measured, int])
    rarity: dict[str, int] = field(default_factory=dict[str, int])
    """Shares of learners, 0..100, where there are enough to say."""


def collection(known: Known) -> CollectionView:
    """Every badge: those held first, then those that are nearest."""
    views = [badge(one, known) for one in BADGES.values()]
    views.sort(key=lambda view: (not view.is_held, view.is_secret, -view.percent))
    return CollectionView(
        badges=tuple(views),
        held=sum(view.is_held for view in views),
        total=len(views),
        families=tuple(FamilyView(key.value, words) for key, words in _FAMILIES.items()),
    )


def badge(one: Badge, known: Known) -> BadgeView:
    """One badge as somebody sees it."""
    held = known.held.get(one.key)
    if one.is_secret and held is None:
        return _secret(one)
    value = known.values.get((one.measure, one.of), 0)
    reach = rules.reach(one, value, held.level if held else 0)
    task_of = reach.next_level or one.levels
    return BadgeView(
        id=one.key,
        family=one.family.value,
        title=one.title,
        picture=one.picture,
        task=one.task(task_of),
        percent=reach.percent,
        progress_words=_progress(one, reach),
        counted_words=f"{value} of {one.thresholds[reach.next_level - 1]}"
        if reach.next_level
        else "",
        rarity=_rarity(known.rarity.get(one.key)),
        is_secret=one.is_secret,
        **_as_held(one, held),
    )


def _as_held(one: Badge, held: Held | None) -> dict[str, Any]:
    if held is None:
        return {}
    metal = one.metal(held.level)
    return {
        "row_id": held.row_id,
        "metal": metal.lower() or "single",
        "level_words": metal,
        "earned_on": f"{held.on:%-d %B %Y}",
        "credential": routes.badge_credential(held.row_id) if badge_keys.may_sign() else "",
        "is_held": True,
    }


def _progress(one: Badge, reach: rules.Reach) -> str:
    if not reach.next_level:
        return ""
    return f"{reach.percent}% to {one.metal(reach.next_level) or 'the badge'}"


def _rarity(share: int | None) -> str:
    return f"Earned by {share}% of learners" if share else ""


def _secret(one: Badge) -> BadgeView:
    number = [other.key for other in BADGES.values() if other.is_secret].index(one.key) + 1
    return BadgeView(
        id=f"secret-{number}",
        family=one.family.value,
        title="A secret",
        picture="circle-question-mark",
        task=_SECRET,
        is_secret=True,
    )
