"""What a screen may hold of the shop, and of where XP came from and went."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Redeemed:
    """The answer to a purchase, the same however often the request is made."""

    purchase_id: str = ""
    item: str = ""
    kind: str = ""
    title: str = ""
    price: int = 0
    xp_left: int = 0
    theme: str = ""
    """The colours it brought, if it did."""


@dataclass(frozen=True)
class ItemView:
    """One thing on the shelf, as one person may have it."""

    key: str = ""
    kind: str = ""
    title: str = ""
    words: str = ""
    price: int = 0
    often: str = ""
    """How often it can be bought: "2 a day"; empty for what is bought once."""
    theme: str = ""
    missing: int = 0
    """XP still needed; 0 when there is enough."""
    percent: int = 0
    """How much of the price is there, 0..100."""
    left_after: int = 0
    """What could be spent after buying it."""
    way_there: str = ""
    """How to earn what is missing."""
    why_not: str = ""
    """Why it cannot be bought now, whatever there is to spend; empty when it can."""
    stock: str = ""
    """What of it is there already: "14 minutes left"."""
    is_owned: bool = False
    is_worn: bool = False


@dataclass(frozen=True)
class BoughtView:
    """One purchase and what became of it."""

    id: str = ""
    title: str = ""
    kind: str = ""
    when: str = ""
    price: int = 0
    fate: str = ""
    """ "12 of 15 minutes left, until 20 February"."""
    may_undo: bool = False


@dataclass(frozen=True)
class ShelfView:
    """The shop as one student sees it."""

    balance: int = 0
    show: str = "all"
    goods: tuple[ItemView, ...] = ()
    bought: tuple[BoughtView, ...] = ()
    worn: str = ""
    may_ask_tutor: bool = False
    """Whether there are minutes to ask the tutor with."""


@dataclass(frozen=True)
class EntryView:
    """One change of what can be spent."""

    id: str = ""
    words: str = ""
    href: str = ""
    """Where its cause is to be seen; empty when nowhere."""
    amount: str = ""
    """ "+10" or "-300"."""
    sign: str = ""
    """Which picture goes with it: an `XpReason`."""


@dataclass(frozen=True)
class DayLog:
    """The changes of one learner's day, the latest first."""

    date: str = ""
    day: str = ""
    sums: str = ""
    """ "+35 XP", "+35 and -300 XP": of the whole day, whatever part of it is shown."""
    lines: tuple[EntryView, ...] = ()


@dataclass(frozen=True)
class BarView:
    """One day of the chart."""

    at: int = 0
    """Its place, from 0."""
    height: int = 0
    """Percent of the best day on show."""
    words: str = ""


@dataclass(frozen=True)
class LevelRow:
    """One line of the table of levels."""

    level: int = 1
    xp: int = 0
    state: str = ""
    """`done`, `here` or `ahead`."""


@dataclass(frozen=True)
class XpView:
    """How much XP somebody has, and where they stand."""

    lifetime: int = 0
    spendable: int = 0
    level: int = 1
    percent: int = 0
    to_next: int = 0
    bars: tuple[BarView, ...] = ()
    """The last 30 days, the oldest first."""
    total: int = 0
    """Earned in these 30 days."""
    levels: tuple[LevelRow, ...] = ()


@dataclass(frozen=True)
class LogView:
    """A part of the history."""

    days: tuple[DayLog, ...] = ()
    older: str = ""
    """Where the next part begins; empty when there is none."""


@dataclass(frozen=True)
class ThemeView:
    """Colours somebody may wear, or could buy."""

    theme: str = ""
    title: str = ""
    is_owned: bool = False
