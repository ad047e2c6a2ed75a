"""Where XP came from and where it went, in words, with a way to each cause."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.content.badges import BADGES
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import incentives
from vel_tutor.domain.incentives import DaySum, XpEntry
from vel_tutor.domain.shop.catalogue import item_of
from vel_tutor.domain.shop.views import BarView, DayLog, EntryView, LevelRow, LogView, XpView
from vel_tutor.models.incentives import UserBadge
from vel_tutor.models.practice import PracticeSession
from vel_tutor.models.shop import Purchase
from vel_tutor.vocabulary import STUDENTS, XpReason

SIDES = ("all", "earned", "spent")
ENTRIES_A_PAGE = 30
CHART_DAYS = 30
LEVELS_BEHIND, LEVELS_AHEAD = 2, 5
ONE_DAY = timedelta(days=1)


def xp_stand(actor: Actor) -> XpView:
    """How much XP the actor has, the last 30 days, and the levels around theirs."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        purse = incentives.purse_of(tx, actor.user_id)
        today = incentives.local_day(tx.now, actor.time_zone)
        sums = _sums(tx, actor, today - (CHART_DAYS - 1) * ONE_DAY, today)
        return XpView(
            lifetime=purse.lifetime_xp,
            spendable=purse.spendable_xp,
            level=purse.level,
            percent=purse.level_percent,
            to_next=purse.xp_to_next,
            bars=_bars(sums, today),
            total=sum(one.gained for one in sums.values()),
            levels=_levels(purse.level),
        )


def xp_log(actor: Actor, side: str = "all", older: str = "") -> LogView:
    """A page of the actor's changes, the latest first.

    Args:
        side: one of `SIDES`.
        older: where the page before said that this one begins.
    """
    actor.must_be(*STUDENTS)
    with reading() as tx:
        found = incentives.xp_entries(
            tx, actor.user_id, limit=ENTRIES_A_PAGE + 1, before=_cursor(older), side=side
        )
        entries, has_more = found[:ENTRIES_A_PAGE], len(found) > ENTRIES_A_PAGE
        if not entries:
            return LogView()
        last = entries[-1]
        return LogView(
            days=_days(tx, actor, entries),
            older=f"{last.at.isoformat()}~{last.id}" if has_more else "",
        )


def _cursor(older: str) -> tuple[datetime, UUID] | None:
    at, _, last_id = older.partition("~")
    try:
        return datetime.fromisoformat(at).astimezone(UTC), UUID(last_id)
    except ValueError:
        return None


def _days(tx: Transaction, actor: Actor, entries: Sequence[XpEntry]) -> tuple[DayLog, ...]:
    def day_of(entry: XpEntry) -> date:
        return incentives.local_day(entry.at, actor.time_zone)

    told = _causes(tx, entries)
    sums = _sums(tx, actor, day_of(entries[-1]), day_of(entries[0]))
    return tuple(
        DayLog(
            date=day.isoformat(),
            day=f"{day:%A %-d %B %Y}",
            sums=_sum_words(sums.get(day, DaySum())),
            lines=tuple(_entry(one, told) for one in those),
        )
        for day, those in groupby(entries, day_of)
    )


def _sums(tx: Transaction, actor: Actor, first: date, last: date) -> dict[date, DaySum]:
    zone = actor.time_zone
    since = incentives.day_begins(first, zone)
    until = incentives.day_begins(last + ONE_DAY, zone)
    return incentives.xp_by_day(tx, actor.user_id, zone, since, until)


def _sum_words(day: DaySum) -> str:
    parts = [f"+{day.gained}"] if day.gained or not day.spent else []
    return " and ".join([*parts, f"-{day.spent}"] if day.spent else parts) + " XP"


Cause = tuple[str, str]
"""Words, and the path where it is to be seen."""


def _causes(tx: Transaction, entries: Sequence[XpEntry]) -> Mapping[UUID, str]:
    """What each practice, purchase and badge behind `entries` is called, by its id."""

    def ids(*reasons: XpReason) -> list[UUID]:
        return [entry.source_id for entry in entries if entry.reason in reasons]

    names: dict[UUID, str] = {}
    decks = ids(XpReason.PRACTICE_COMPLETED, XpReason.PERFECT_SCORE)
    if decks:
        practised = select(PracticeSession).where(col(PracticeSession.id).in_(decks))
        for deck in tx.session.exec(practised):
            subject = deck.subject.value.capitalize()
            names[deck.id] = f"{subject}, {deck.correct} of {deck.size} right"
    purchases = ids(XpReason.SHOP, XpReason.SHOP_UNDONE)
    if purchases:
        bought = select(Purchase.id, Purchase.item).where(col(Purchase.id).in_(purchases))
        names |= {row_id: item_of(item).title for row_id, item in tx.session.exec(bought)}
    badges = ids(XpReason.BADGE)
    if badges:
        for row in tx.session.exec(select(UserBadge).where(col(UserBadge.id).in_(badges))):
            badge = BADGES.get(row.badge)
            names[row.id] = badge.titled(row.level) if badge else ""
    return names


def _practice(name: str, source_id: UUID) -> Cause:
    return f"Practice finished: {name}", routes.practice_results(source_id)


def _perfect(name: str, source_id: UUID) -> Cause:
    return f"All right: {name}", routes.practice_results(source_id)


_TOLD: dict[XpReason, Callable[[str, UUID], Cause]] = {
    XpReason.PRACTICE_COMPLETED: _practice,
    XpReason.PERFECT_SCORE: _perfect,
    XpReason.PRACTICE_DAY: lambda _name, _id: ("First practice of the day", routes.STREAK),
    XpReason.INVITE: lambda _name, _id: ("A friend joined by invitation", routes.CHALLENGES),
    XpReason.BADGE: lambda name, _id: (f"Badge earned: {name}", routes.BADGES),
    XpReason.SHOP: lambda name, _id: (f"Bought: {name}", routes.SHOP),
    XpReason.SHOP_UNDONE: lambda name, _id: (f"Undone: {name}", routes.SHOP),
}


def _entry(entry: XpEntry, names: Mapping[UUID, str]) -> EntryView:
    words, href = _TOLD[entry.reason](names.get(entry.source_id, ""), entry.source_id)
    return EntryView(
        id=str(entry.id),
        words=words.removesuffix(": ").strip(),
        href=href,
        amount=f"{entry.amount:+d}",
        sign=entry.reason.value,
    )


def _bars(sums: Mapping[date, DaySum], today: date) -> tuple[BarView, ...]:
    days = [today - back * ONE_DAY for back in reversed(range(CHART_DAYS))]
    gained = [sums.get(day, DaySum()).gained for day in days]
    best = max(*gained, 1)
    return tuple(
        BarView(at, 100 * xp // best, f"{day:%-d %B}: {xp} XP")
        for at, (day, xp) in enumerate(zip(days, gained, strict=True))
    )


def _levels(level: int) -> tuple[LevelRow, ...]:
    first = max(level - LEVELS_BEHIND, 1)
    return tuple(
        LevelRow(
            one,
            incentives.xp_of_level(one),
            "done" if one < level else "here" if one == level else "ahead",
        )
        for one in range(first, level + LEVELS_AHEAD + 1)
    )
