"""What the shop has, as data: the price in XP, how often, and the words for old and young."""

from dataclasses import dataclass
from datetime import timedelta

from vel_tutor.core.errors import NotFound
from vel_tutor.vocabulary import ItemKind, Theme

DAY = timedelta(days=1)
PACK_SECONDS = 15 * 60
MINUTES_KEPT = timedelta(days=90)
THEME_PRICE = 200


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing on the shelf."""

    key: str
    kind: ItemKind
    title: str
    words: str
    """What one gets, and what becomes of it."""
    simple: str
    """The same for children."""
    price: int
    most: int = 1
    """How many may be bought `within` so long."""
    within: timedelta = DAY
    theme: Theme | None = None


def _theme(theme: Theme, title: str, words: str) -> Item:
    return Item(
        key=f"theme-{theme}",
        kind=ItemKind.THEME,
        title=title,
        words=f"{words} Yours for good, in light and dark, on every page.",
        simple=f"{words} It is yours to keep.",
        price=THEME_PRICE,
        theme=theme,
    )


ITEMS = (
    Item(
        key="tutor-minutes",
        kind=ItemKind.MINUTES,
        title="15 tutor minutes",
        words="Ask the tutor about anything you practise. Minutes run only while you ask, and "
        "keep for 90 days.",
        simple="Ask the helper when you are stuck. Your minutes keep for 90 days.",
        price=500,
        most=2,
    ),
    Item(
        key="shield",
        kind=ItemKind.SHIELD,
        title="Streak shield",
        words="Used by itself when you miss a day, so that your streak goes on. You can hold two.",
        simple="It keeps your streak when you miss a day. You can hold two.",
        price=300,
        most=2,
    ),
    Item(
        key="class-pass",
        kind=ItemKind.CLASS_PASS,
        title="Class sampler pass",
        words="One live class with a tutor. The pass goes to your parent, who chooses the class "
        "with you and books it.",
        simple="One class with a real tutor. Your parent gets the pass and books it with you.",
        price=1000,
        within=30 * DAY,
    ),
    _theme(Theme.LAGOON, "Lagoon", "Clear water: teal and deep blue."),
    _theme(Theme.MEADOW, "Meadow", "Fresh grass and leaves after rain."),
    _theme(Theme.EMBER, "Ember", "A warm fire in the evening."),
    _theme(Theme.BLOSSOM, "Blossom", "Cherry trees in spring."),
    _theme(Theme.STORM, "Storm", "Slate and sea before the rain."),
)
"""In the order of the shelf."""
_BY_KEY = {item.key: item for item in ITEMS}


def item_of(key: str) -> Item:
    """The item of that key.

    Raises:
        NotFound: the shop has no such thing.
    """
    if key not in _BY_KEY:
        raise NotFound
    return _BY_KEY[key]


def theme_item(theme: Theme) -> Item | None:
    """What one buys to wear `theme`; None for the one that is everybody's."""
    return next((item for item in ITEMS if item.theme is theme), None)
