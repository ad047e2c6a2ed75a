"""Weeks, words, holds and caps: pure decisions about showing a child's week and what it earns."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vel_tutor.vocabulary import Mastery

LINK_LIFE = timedelta(days=30)
HOLD = timedelta(days=7)
"""A pass waits this long after the first value, in case something turns out to be odd."""
PASSES_A_QUARTER = 3
LETTER_HOUR = 9
"""By the parent's own clock, on Mondays; a late job still writes on the same day."""
SKILLS_SHOWN = 3
REAL_LEVELS = frozenset({Mastery.FAMILIAR, Mastery.PROFICIENT, Mastery.MASTERED})
"""A skill has improved when it rises to one of these: a first try alone is no progress yet."""
_WEEK = timedelta(days=7)
_MINUTE_MS = 60_000


def local_date(now: datetime, time_zone: str) -> date:
    """The calendar day where somebody is."""
    return now.astimezone(ZoneInfo(time_zone)).date()


def this_week(now: datetime, time_zone: str) -> date:
    """The Monday of the week that runs."""
    today = local_date(now, time_zone)
    return today - timedelta(days=today.weekday())


def last_week(now: datetime, time_zone: str) -> date:
    """The Monday of the last whole week."""
    return this_week(now, time_zone) - _WEEK


def bounds(monday: date, time_zone: str) -> tuple[datetime, datetime]:
    """From Monday 00:00 to Sunday 24:00 in that zone, in UTC; an hour more or less at DST."""
    zone = ZoneInfo(time_zone)
    since, until = (datetime.combine(day, time(), zone) for day in (monday, monday + _WEEK))
    return since.astimezone(UTC), until.astimezone(UTC)


def week_before(monday: date) -> date:
    """The Monday before."""
    return monday - _WEEK


def is_letter_time(now: datetime, time_zone: str) -> bool:
    """Whether the weekly letter goes out now: on Monday, from nine until the day is over."""
    here = now.astimezone(ZoneInfo(time_zone))
    return here.weekday() == 0 and here.hour >= LETTER_HOUR


def letter_morning(now: datetime, time_zone: str) -> datetime:
    """When the letters of this week go out there, or went out."""
    monday = datetime.combine(this_week(now, time_zone), time(LETTER_HOUR), ZoneInfo(time_zone))
    return monday.astimezone(UTC)


def week_name(monday: date) -> str:
    """An ISO week as it is stored: `2026-W47`."""
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02}"


def quarter_begins(at: datetime) -> datetime:
    """The first moment of the calendar quarter of `at`, in UTC."""
    here = at.astimezone(UTC)
    return datetime(here.year, 3 * ((here.month - 1) // 3) + 1, 1, tzinfo=UTC)


def minutes(spent_ms: int) -> int:
    """Whole minutes, rounded half up; anything at all is at least one."""
    if spent_ms <= 0:
        return 0
    return max(1, (spent_ms + _MINUTE_MS // 2) // _MINUTE_MS)


def counted(number: int, thing: str) -> str:
    """`1 skill`, `5 skills`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def change_words(now: int, before: int, thing: str) -> str:
    """How a number of this week compares with the week before."""
    if not before:
        return ""
    if now == before:
        return "as in the week before"
    more = "more" if now > before else "fewer"
    return f"{counted(abs(now - before), thing)} {more} than the week before"


def period_words(monday: date, today: date) -> str:
    """When it was, as somebody would say it today."""
    if monday <= today < monday + _WEEK:
        return "this week"
    if monday + _WEEK <= today < monday + 2 * _WEEK:
        return "last week"
    return f"in the week of {monday:%-d %B}"


def headline(who: str, improved: int, spent_minutes: int, answers: int, when: str) -> str:
    """The one sentence a week is told in: the best of it that is true."""
    if improved:
        return f"{who} improved in {counted(improved, 'skill')} {when}!"
    if answers:
        return (
            f"{who} answered {counted(answers, 'question')} in "
            f"{counted(spent_minutes, 'minute')} {when}!"
        )
    return f"{who} did not practise {when}."
