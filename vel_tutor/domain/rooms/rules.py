"""Names, sizes, weeks, goals and times of rooms: pure decisions."""

import hashlib
import hmac
import math
import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from vel_tutor.domain.rooms.views import RoomNames
from vel_tutor.vocabulary import AgeBand, ConsentScope, HallStage, RoomKind, Standing, Subject

HOUSE_ZONE = "America/New_York"
"""In which the weeks of the house's own rooms begin."""
MOST_MEMBERS = {RoomKind.STUDY_GROUP: 50, RoomKind.CLUB: 10_000, RoomKind.WATCH_PARTY: 500}
MOST_ROOMS = 20
"""Rooms that one person may be in at once."""
MOST_KEPT = 3
"""Rooms that one student may keep at once."""
BARRED_FOR = timedelta(days=30)
"""How long whoever was put out of a room stays out."""

WARDENS = frozenset({Standing.TRUST_SAFETY, Standing.ADMIN})
"""Who looks after every room, without being in any."""
WITHIN = frozenset({HallStage.INSIDE, HallStage.AFTER})
"""Stages of a page on which people see each other."""
NEEDED = frozenset({ConsentScope.FRIENDS, ConsentScope.PRESENCE})
"""A room is a place with others in it, where one is seen."""

EACH_MEMBER = 20
"""Right answers a week that a small room asks of each member."""
SMALL = 10
EACH_MORE = 4
"""The same of each further member: in a crowd most only look in."""
BOARD_SIZE = 10
LEAST_PLAYERS = 10
"""On a board before it shows anybody but oneself."""

OPENS_BEFORE = timedelta(minutes=10)
REMINDED_BEFORE = timedelta(minutes=15)
PARTY_MINUTES = (20, 30, 45, 60)
SOONEST, FARTHEST = timedelta(minutes=15), timedelta(days=60)
LINGERS = timedelta(minutes=10)
"""How long those who were at a party still see each other after its end, and may cheer."""
PARTY_STAYS = timedelta(days=1)
"""How long the page of a party that is over can still be opened."""

SUBJECTS = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}
BANDS = {AgeBand.CHILD: "Under 13", AgeBand.TEEN: "Teens", AgeBand.ADULT: "Adults"}
KINDS = {
    RoomKind.STUDY_GROUP: "Study group",
    RoomKind.CLUB: "Club",
    RoomKind.WATCH_PARTY: "Watch-party",
}
GRADES = {
    "0-2": (0, 2, "Kindergarten to grade 2"),
    "3-5": (3, 5, "Grades 3 to 5"),
    "6-8": (6, 8, "Grades 6 to 8"),
    "9-12": (9, 12, "Grades 9 to 12"),
}
LONGEST_NAME = 40


def built_name(subject: Subject, first: str, second: str) -> str | None:
    """The name made of two words from the lists; None for words that are not on them."""
    if first not in RoomNames.FIRST[subject] or second not in RoomNames.SECOND:
        return None
    return f"{first} {second}"


def typed_name(typed: str) -> str | None:
    """A name in NFC of 3..40 letters, marks, digits, single spaces and `'` `-`; else None."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not 3 <= len(name) <= LONGEST_NAME or not name[0].isalnum():
        return None
    kinds = [unicodedata.category(character) for character in name]
    fine = all(
        kind[0] in "LM" or kind == "Nd" or character in " '-"
        for kind, character in zip(kinds, name, strict=True)
    )
    is_piled_up = "MMM" in "".join(kind[0] for kind in kinds)
    return name if fine and not is_piled_up else None


def slug(name: str, number: int = 1) -> str:
    """The part of the address that stands for a name; `number` for the second of that name on."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "room"
    return words if number == 1 else f"{words}-{number}"


def club_name(subject: Subject) -> str:
    """What the house calls the club of a subject."""
    return f"{SUBJECTS[subject]} Club"


def week_of(at: datetime, time_zone: str) -> str:
    """The ISO week that `at` lies in by the clock of that zone, as 2026-W48."""
    year, week, _ = at.astimezone(ZoneInfo(time_zone)).isocalendar()
    return f"{year}-W{week:02}"


def week_before(week: str) -> str:
    """The week before that one."""
    year, week_number, _ = (_monday(week) - timedelta(days=7)).isocalendar()
    return f"{year}-W{week_number:02}"


def week_began(week: str, time_zone: str) -> datetime:
    """Monday midnight of that week, where the room is."""
    return datetime.combine(_monday(week), time(), ZoneInfo(time_zone)).astimezone(UTC)


def last_day(week: str) -> date:
    """The Sunday of that week."""
    return _monday(week) + timedelta(days=6)


def _monday(week: str) -> date:
    year, _, number = week.partition("-W")
    return date.fromisocalendar(int(year), int(number), 1)


def goal(members: int) -> int:
    """Right answers that a room of so many wants to reach in a week."""
    few, more = min(max(members, 1), SMALL), max(members - SMALL, 0)
    return EACH_MEMBER * few + EACH_MORE * more


def percent(done: int, wanted: int) -> int:
    """How far a week has come, 0..100."""
    return min(100 * done // wanted, 100)


def week_words(done: int, wanted: int) -> str:
    """How far this week has come, in words."""
    if done >= wanted:
        return f"Done: {done:,} of {wanted:,} right answers"
    return f"{done:,} of {wanted:,} right answers"


def result_words(done: int, wanted: int) -> str:
    """What came of last week."""
    if done >= wanted:
        return f"We did it: {done:,} of {wanted:,} right answers last week."
    return f"Last week we got {done:,} of {wanted:,} right answers. A new week has begun."


def face_id(key: bytes, room_id: UUID, week: str, user_id: UUID) -> UUID:
    """Whom a member stands for on the board of one room in one week.

    Keyed by room, week and person: a name made of it tells neither who it is, nor that it was the
    same person's as last week, or on the list of members.
    """
    said = f"room|{room_id}|{week}|{user_id}".encode()
    return UUID(bytes=hmac.new(key, said, hashlib.sha256).digest()[:16])


def has_room(kind: RoomKind, members: int) -> bool:
    """Whether one more may come in."""
    return members < MOST_MEMBERS[kind]


def is_barred(removed_at: datetime | None, now: datetime) -> bool:
    """Whether somebody who was put out then still has to stay out."""
    return removed_at is not None and now < removed_at + BARRED_FOR


def is_early(starts_at: datetime | None, now: datetime) -> bool:
    """Whether a party has not opened its doors yet."""
    return starts_at is not None and now < starts_at - OPENS_BEFORE


def is_over(ends_at: datetime | None, now: datetime) -> bool:
    """Whether a party has ended."""
    return ends_at is not None and now >= ends_at


def lingers(ends_at: datetime | None, now: datetime) -> bool:
    """Whether a party has ended only just now."""
    return ends_at is not None and ends_at <= now < ends_at + LINGERS


def step_at(starts_at: datetime, ends_at: datetime, now: datetime, steps: int) -> int:
    """Which of `steps` questions a party is at, from 0; everybody sees the same one."""
    if steps < 2 or now <= starts_at:
        return 0
    share = (now - starts_at) / (ends_at - starts_at)
    return min(int(share * steps), steps - 1)


def when_words(starts_at: datetime, ends_at: datetime, time_zone: str) -> str:
    """`Tuesday 24 November, 16:00 to 16:45`, by the clock of that zone; UTC says so."""
    zone = ZoneInfo(time_zone)
    named = " UTC" if time_zone == "UTC" else ""
    first, last = starts_at.astimezone(zone), ends_at.astimezone(zone)
    return f"{first:%A %-d %B, %H:%M} to {last:%H:%M}{named}"


def clock_words(at: datetime, time_zone: str) -> str:
    """`15:50`, by the clock of that zone."""
    return f"{at.astimezone(ZoneInfo(time_zone)):%H:%M}"


def seconds_to_next(starts_at: datetime, ends_at: datetime, now: datetime, steps: int) -> int:
    """Until a party looks otherwise: doors, beginning, the next question, end, all have left."""
    each = (ends_at - starts_at) / steps
    questions = (starts_at + each * n for n in range(steps))
    marks = [starts_at - OPENS_BEFORE, *questions, ends_at, ends_at + LINGERS]
    left = [(mark - now).total_seconds() for mark in marks if mark > now]
    return math.ceil(left[0]) if left else 0


def day_words(at: datetime, time_zone: str) -> str:
    """`22 December`, by the clock of that zone."""
    return f"{at.astimezone(ZoneInfo(time_zone)):%-d %B}"


def begins(day: str, at: str, time_zone: str) -> datetime | None:
    """The moment that `day` (2026-11-24) and `at` (16:30) name in that zone, or None."""
    try:
        named = datetime.combine(date.fromisoformat(day), time.fromisoformat(at))
    except ValueError:
        return None
    return None if named.tzinfo else named.replace(tzinfo=ZoneInfo(time_zone)).astimezone(UTC)


def grade_words(first: int | None, last: int | None) -> str:
    """For which grades a room is, in words; nothing for all."""
    found = (words for low, high, words in GRADES.values() if (low, high) == (first, last))
    return next(found, "")
