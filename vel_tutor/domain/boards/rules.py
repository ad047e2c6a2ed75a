"""Scores, weeks, bands and classes: pure decisions about leaderboards.

What a rank is made of, in this order: XP for learning, accuracy, streak, challenges won. All four
are one number of 53 bits, which a float holds exactly; to compare two people is to compare two
numbers, in Redis as in PostgreSQL.

Only XP that learning paid counts: finished decks, perfect ones, practised days. XP for inviting
would let rank be bought with messages, and XP for badges would count learning twice, for what
badges are given for has been paid before. What decks pay nothing for (answers faster than the
questions can be read, the same deck again, the eleventh of the day) counts nowhere, and no day
counts for more than `MOST_A_DAY`.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from vel_tutor.vocabulary import AgeBand, SchoolBand, Tenure, XpReason

XP_BITS, ACCURACY_BITS, STREAK_BITS, WINS_BITS = 27, 10, 9, 7
_XP_AT = ACCURACY_BITS + STREAK_BITS + WINS_BITS
_ACCURACY_AT = STREAK_BITS + WINS_BITS
_STREAK_AT = WINS_BITS
MOST_XP, MOST_STREAK, MOST_WINS = (1 << 27) - 1, (1 << 9) - 1, (1 << 7) - 1

LEARNING = (XpReason.PRACTICE_COMPLETED, XpReason.PERFECT_SCORE, XpReason.PRACTICE_DAY)
"""What XP was paid for that counts here."""
MOST_A_DAY = 120
"""XP of one learner's day that count: about forty minutes that go well."""
LEAST_MEMBERS = 10
"""People before a board is shown: among fewer, somebody could tell who is who."""
HOME_ZONE = "America/New_York"
"""By whose clock the weeks of boards end that people of all zones share."""
ALL_TIME = "all"
LATE = timedelta(minutes=15)
"""How long after its week a board still takes in what was answered before the end."""
NEWCOMER_DAYS, NEWCOMER_XP = 7, 200
"""Both have to be reached to be compared with those who have been here longer."""
A_DAY = timedelta(days=1)
MEDALS = 3
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_NAME_LENGTH, _LONGEST_NAME = 3, 12


@dataclass(frozen=True)
class Tally:
    """What somebody did in one period, as a board counts it."""

    xp: int = 0
    accuracy: int = 0
    """Right answers in a thousand."""
    streak: int = 0
    wins: int = 0

    @property
    def score(self) -> int:
        return pack(self)


def pack(tally: Tally) -> int:
    """The four figures as one number below 2**53 that ranks as they do, one after the other."""
    return (
        min(tally.xp, MOST_XP) << _XP_AT
        | min(tally.accuracy, 1000) << _ACCURACY_AT
        | min(tally.streak, MOST_STREAK) << _STREAK_AT
        | min(tally.wins, MOST_WINS)
    )


def unpack(score: int) -> Tally:
    """The figures that `pack` was given, as far as they fit."""
    return Tally(
        xp=score >> _XP_AT,
        accuracy=score >> _ACCURACY_AT & (1 << ACCURACY_BITS) - 1,
        streak=score >> _STREAK_AT & MOST_STREAK,
        wins=score & MOST_WINS,
    )


def least_with(xp: int) -> int:
    """The lowest score that has `xp` XP."""
    return min(xp, MOST_XP) << _XP_AT


def to_overtake(mine: int, theirs: int) -> int:
    """XP that bring somebody with `mine` past the next one, who has `theirs`."""
    return theirs - mine + 1


def permille(part: int, whole: int) -> int:
    """`part` of `whole` in 0..1000, rounded half up."""
    return (2000 * part + whole) // (2 * whole) if whole else 0


def band_of(grade: int, age_band: AgeBand) -> SchoolBand:
    """Whom somebody is compared with. Adults are among themselves, whatever they learn."""
    if age_band is AgeBand.ADULT:
        return SchoolBand.COLLEGE
    if grade <= 5:
        return SchoolBand.ELEMENTARY
    return SchoolBand.MIDDLE if grade <= 8 else SchoolBand.HIGH


def band_in_cohort(age_band: AgeBand) -> SchoolBand:
    """The same within one class or room, where grades do not matter."""
    return SchoolBand.ADULTS if age_band is AgeBand.ADULT else SchoolBand.MINORS


def tenure(active_days: int, xp: int) -> Tenure:
    """Newcomer until both marks were reached; asked of the time before the week began."""
    is_settled = active_days >= NEWCOMER_DAYS and xp >= NEWCOMER_XP
    return Tenure.VETERAN if is_settled else Tenure.NEWCOMER


def week_of(day: date) -> str:
    """The ISO week of a day, as 2026-W48."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def monday_of(day: date) -> date:
    """The first day of the same week."""
    return day - timedelta(days=day.weekday())


def key(scope: str, period: str, band: str, kind: str) -> str:
    """What a board is called; Redis has its scores under `lb:` and this."""
    return f"{scope}:{period}:{band}:{kind}"


def is_enough(members: int) -> bool:
    """Whether a board may be shown."""
    return members >= LEAST_MEMBERS


def letters(secret: bytes, board: str, week: str, person: str) -> str:
    """What somebody is called on one board in one week: letters that follow from a keyed hash.

    Nobody can tell from them who it is, nor that last week's were the same person's. As many are
    shown as are needed to tell people apart, see `told_apart`.
    """
    said = f"board|{board}|{week}|{person}".encode()
    number = int.from_bytes(hmac.new(secret, said, hashlib.sha256).digest()[:16])
    spelt: list[str] = []
    for _ in range(_LONGEST_NAME):
        number, place = divmod(number, len(_LETTERS))
        spelt.append(_LETTERS[place])
    return "".join(spelt)


def told_apart(spelt: Sequence[str]) -> tuple[str, ...]:
    """The names behind `letters`: short, but no two of those shown together the same."""
    short = [one[:_NAME_LENGTH] for one in spelt]
    return tuple(
        "Student " + (name if short.count(name) == 1 else full[: _NAME_LENGTH + 3])
        for name, full in zip(short, spelt, strict=True)
    )


@dataclass(frozen=True)
class Noted:
    """The ranks somebody had when the board was noted last, and the time before."""

    rank: int | None
    at: datetime | None
    before: int | None
    before_at: datetime | None


def rank_a_day_ago(noted: Noted, now: datetime) -> int | None:
    """The noted rank whose time is nearest to 24 hours ago; None when there is none."""
    known = [
        (abs(now - A_DAY - at), rank)
        for rank, at in ((noted.rank, noted.at), (noted.before, noted.before_at))
        if rank is not None and at is not None
    ]
    return min(known)[1] if known else None


def left_words(left: timedelta) -> str:
    """How long a week still runs, in two units at most."""
    minutes = max(int(left.total_seconds()) // 60, 0)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [(days, "day"), (hours, "hour"), (rest, "minute")]
    shown = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in parts if n][:2]
    return " ".join(shown[:1] if days > 2 else shown) or "less than a minute"


def ends_words(ends_at: datetime, time_zone: str) -> str:
    """When a week ends, by the clock of whoever reads it."""
    return ends_at.astimezone(ZoneInfo(time_zone)).strftime("%A, %-d %B, %H:%M")
