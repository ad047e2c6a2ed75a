"""The card of a badge that is shown around: a few facts in, a picture out."""

from dataclasses import dataclass
from functools import lru_cache

from vel_tutor.media.canvas import INK, SIZE_PX, SOFT, Canvas, Point, plain

_CACHED = 64
_HUE, _LIGHT = "#6C4CF1", "#E4DEFF"
_METALS = {"Bronze": "#B06A36", "Silver": "#8D99AB", "Gold": "#E2A400"}
_MIDDLE, _SIDE = (985, 190), 300
_LONGEST_NAME = 20

__all__ = ["SIZE_PX", "BadgeCardFacts", "render"]


@dataclass(frozen=True, kw_only=True)
class BadgeCardFacts:
    """All the card of a badge can say. No last name, photo, school, place or age has a place."""

    title: str
    metal: str = ""
    """Bronze, Silver or Gold; empty where there is only one level."""
    task: str
    """What was done for it, in our own words."""
    outline: tuple[Point, ...]
    """The shape of the badge, corners in a square of 100."""
    first_name: str = ""
    """Only of people who allow it on cards."""


@lru_cache(maxsize=_CACHED)
def render(facts: BadgeCardFacts) -> bytes:
    """A PNG of `SIZE_PX` without metadata, saying `facts`."""
    picture = Canvas(_HUE, _LIGHT)
    picture.background()
    _medal(picture, facts)
    _words(picture, facts)
    picture.sail((985, 520), 70)
    return picture.png()


def _medal(picture: Canvas, facts: BadgeCardFacts) -> None:
    rim = _METALS.get(facts.metal, _HUE)
    picture.polygon(_placed(facts.outline, 1.0), rim)
    picture.polygon(_placed(facts.outline, 0.82), "#FFFFFF")
    picture.star(_MIDDLE, 84, rim)


def _placed(outline: tuple[Point, ...], share: float) -> list[Point]:
    left, top = _MIDDLE
    scale = _SIDE / 100 * share
    return [(left + (x - 50) * scale, top + (y - 50) * scale) for x, y in outline]


def _words(picture: Canvas, facts: BadgeCardFacts) -> None:
    name = plain(facts.first_name)[:_LONGEST_NAME].strip()
    title, task = plain(facts.title), plain(facts.task)
    picture.text((84, 84), "vel_tutor", 40, _HUE, bold=1)
    claim = f"{name} just earned" if name else "Just earned"
    picture.text((84, 190), claim, picture.fitting(claim, 650, (56, 48, 40, 32)), INK, bold=2)
    size = picture.fitting(title, 660, (96, 84, 72, 60, 50))
    picture.text((84, 262), title, size, _HUE, bold=3)
    picture.text((84, 390), facts.metal, 44, INK, bold=1)
    picture.text((84, 452), task, picture.fitting(task, 660, (30, 26, 22, 19)), SOFT)
    picture.text((84, 516), "Can you get it, too? 5 questions. No account needed.", 26, SOFT)
